from app.store.store import Store
from tests.app.store.bookkeeping import a_merge, a_registration, an_unmerge, record
from tests.app.store.fold.test_merging import rows


def test_lifting_a_merge_from_below_changes_nothing_that_is_seen(store: Store) -> None:
    names = ("Nguyễn Thị Một", "Nguyễn Thị Hai", "Nguyễn Thị Ba")
    record(store, *(a_registration(at, name) for at, name in enumerate(names, start=1)))
    before = rows(store)
    record(store, a_merge(winner=1, loser=2, taken=["full_name"]))
    record(store, a_merge(winner=1, loser=3, taken=["full_name"]))

    record(store, an_unmerge(winner=1, loser=2))
    assert rows(store)[0].full_name == "Nguyễn Thị Ba"

    record(store, an_unmerge(winner=1, loser=3))
    assert rows(store) == before


def test_lifting_the_topmost_merge_shows_the_one_below(store: Store) -> None:
    names = ("Nguyễn Thị Một", "Nguyễn Thị Hai", "Nguyễn Thị Ba")
    record(store, *(a_registration(at, name) for at, name in enumerate(names, start=1)))
    record(store, a_merge(winner=1, loser=2, taken=["full_name"]))
    record(store, a_merge(winner=1, loser=3, taken=["full_name"]))

    record(store, an_unmerge(winner=1, loser=3))

    assert rows(store)[0].full_name == "Nguyễn Thị Hai"
