from app.clock import utc
from app.domain.reference.forms import FormsSaved
from app.queries.forms_saved import forms_saved, forms_saved_between
from app.store.books import head
from app.store.reference import reference_book
from app.store.store import Store
from tests.builders import accepted, an_item
from tests.fakes.clock import NOON

COD = an_item(service="parcel", actual_g=900, cod_vnd=200_000, value_added=("advice",))
DAY_MS = 86_400_000


def of_shift(store: Store, first: int, last: int) -> FormsSaved:
    with store.reading() as connection:
        return forms_saved(connection, reference_book(connection, NOON), first, last)


def last_seq(store: Store) -> int:
    with store.reading() as connection:
        stands = head(connection)
    assert stands is not None
    return stands[0].seq


def test_a_basket_saves_the_forms_of_its_items(store: Store) -> None:
    accepted(store, an_item(), COD)

    saved = of_shift(store, 1, last_seq(store))

    assert saved.sheets == 2 + 3 + 2
    assert [line.count for line in saved.lines] == [1, 1, 1, 1, 1]


def test_entries_outside_the_range_do_not_count(store: Store) -> None:
    accepted(store)
    before = last_seq(store)
    accepted(store, COD)

    assert of_shift(store, before + 1, last_seq(store)).sheets == 5


def test_the_same_is_said_of_a_day(store: Store) -> None:
    accepted(store, COD)

    with store.reading() as connection:
        book = reference_book(connection, NOON)
        today = forms_saved_between(connection, book, NOON - DAY_MS, NOON + DAY_MS)
        tomorrow = forms_saved_between(connection, book, NOON + DAY_MS, NOON + 2 * DAY_MS)
    assert (today.sheets, tomorrow.sheets) == (5, 0), utc(NOON)
