from app.queries.name_search import ENOUGH, Named, named
from app.store.engine import dbapi_of
from app.store.store import Store
from tests.builders import registered


def search(store: Store, text: str, *, more: bool = False) -> Named:
    with store.reading() as connection:
        return named(dbapi_of(connection), text, more=more)


def names(found: Named) -> list[str]:
    return [row[2] for row in found.rows]


def test_an_anchored_prefix_comes_before_words_inside(store: Store) -> None:
    for name in ("Trần An Bình", "An Thị Lê", "Lê Văn An"):
        registered(store, full_name=name)

    found = names(search(store, "an"))

    assert set(found[:2]) == {"An Thị Lê", "Lê Văn An"}
    assert found[2] == "Trần An Bình"


def test_initials_are_only_asked_for_when_names_are_few(store: Store) -> None:
    registered(store, full_name="Nguyễn Gia Uyên")
    registered(store, full_name="Ngu Vân")

    assert names(search(store, "ngu")) == ["Ngu Vân", "Nguyễn Gia Uyên"]


def test_accents_that_nobody_within_reach_has_still_show_somebody(store: Store) -> None:
    for _ in range(130):
        registered(store, full_name="Lê Thu An", phones=())
    registered(store, full_name="Lê Thùy", phones=())

    assert names(search(store, "lê thù"))[:1] != []
    assert names(search(store, "lê thùy")) == ["Lê Thùy"]


def test_what_was_left_out_is_said(store: Store) -> None:
    for _ in range(ENOUGH):
        registered(store, full_name="Lê Mai", phones=())
    assert not search(store, "mai").more

    registered(store, full_name="Lê Mai", phones=())
    assert search(store, "mai").more
    assert len(search(store, "mai", more=True).rows) == ENOUGH + 1


def test_more_looks_for_words_in_any_order_too(store: Store) -> None:
    for _ in range(ENOUGH + 5):
        registered(store, full_name="Mai Lê", phones=())
    inside = "Trần Mai Hoa"
    registered(store, full_name=inside)

    assert inside not in names(search(store, "mai"))
    assert inside in names(search(store, "mai", more=True))


def test_nothing_typed_finds_nothing(store: Store) -> None:
    registered(store)

    assert search(store, "") == search(store, " \u0301 ") == Named((), more=False)


def test_a_name_with_an_apostrophe_is_found_by_its_parts(store: Store) -> None:
    registered(store, full_name="Mary O'Brien", sex=None, birth_date=None)

    for text in ("o'br", "brien", "mary o'b", "o'brien mary"):
        assert names(search(store, text)) == ["Mary O'Brien"], text
