from datetime import date

from app.domain.calendar import day_span_ms
from app.store.days import Span, entries_at, entry_at, extent, newest_before, own_ledger, walk
from app.store.store import Store
from tests.app.store.bookkeeping import a_registration, record
from tests.fakes.clock import NOON, HandClock

TODAY = date(2026, 11, 21)
DAY_MS = 86_400_000


def span_of(day: date, upto: int = 2**62) -> Span:
    return Span(*day_span_ms(day), upto)


def test_a_day_is_found_from_midnight_to_midnight_in_vietnam(
    store: Store, clock: HandClock
) -> None:
    midnight = day_span_ms(TODAY)[1]
    clock.advance(midnight - 1 - clock.wall_ms)
    before = record(store, a_registration(1))
    clock.advance(1)
    record(store, a_registration(2))

    with store.reading() as connection:
        ledger = own_ledger(connection)
        found = list(walk(ledger, span_of(TODAY), extent(ledger, span_of(TODAY))))
        after = extent(ledger, Span(midnight, midnight + DAY_MS))

    assert found[-1] == before[-1]
    assert after.first == found[-1].seq + 1
    assert after.count == after.last - after.first + 1


def test_an_entry_that_a_turned_clock_dated_back_belongs_to_the_day_it_names(
    store: Store, clock: HandClock
) -> None:
    record(store, a_registration(1))
    clock.wall_ms -= DAY_MS
    late = record(store, a_registration(2))

    with store.reading() as connection:
        ledger = own_ledger(connection)
        yesterday = span_of(date(2026, 11, 20))
        found = list(walk(ledger, yesterday, extent(ledger, yesterday)))

    assert late[-1] in found


def test_a_day_can_be_read_as_it_stood_at_an_earlier_entry(store: Store) -> None:
    record(store, a_registration(1))
    with store.reading() as connection:
        ledger = own_ledger(connection)
        whole = extent(ledger, span_of(TODAY))
    record(store, a_registration(2))
    with store.reading() as connection:
        ledger = own_ledger(connection)

        assert extent(ledger, span_of(TODAY, upto=whole.last)) == whole
        assert extent(ledger, span_of(TODAY)).last > whole.last


def test_an_empty_day_stands_at_the_last_entry_before_its_end(store: Store) -> None:
    record(store, a_registration(1))
    with store.reading() as connection:
        ledger = own_ledger(connection)
        tomorrow = span_of(date(2026, 11, 22))
        found = extent(ledger, tomorrow)
        before = newest_before(ledger, tomorrow)
        long_ago = newest_before(ledger, Span(0, NOON - 2 * DAY_MS))
        last = extent(ledger, span_of(TODAY)).last

        assert (found.first, found.last, found.count) == (0, 0, 0)
        assert before == entry_at(ledger, last)
        assert long_ago is None
        assert [entry.seq for entry in entries_at(ledger, (last, 1))] == [1, last]
