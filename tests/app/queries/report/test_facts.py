import msgspec
import pytest

from app.domain.calendar import day_span_ms
from app.domain.report_refusals import ReportCancelled
from app.queries.report.facts import facts, is_known
from app.store.days import Span, extent, own_ledger, walk
from app.store.store import Store
from tests.app.queries.report.reports import TODAY
from tests.builders import accepted


def test_facts_come_in_the_order_of_the_journal_with_their_hour(store: Store) -> None:
    accepted(store)
    span = Span(*day_span_ms(TODAY))
    with store.reading() as connection:
        ledger = own_ledger(connection)
        found = extent(ledger, span)
        read = list(facts(ledger, span, found, lambda _read, _of: None))

    assert [fact.place for fact in read] == [fact.entry.seq for fact in read]
    assert read[-1].hour == 12
    assert sum(fact.gross_vnd for fact in read) > 0


def test_who_watches_may_stop_it(store: Store) -> None:
    def stop(_read: int, _of: int) -> None:
        raise ReportCancelled

    span = Span(*day_span_ms(TODAY))
    with store.reading() as connection:
        ledger = own_ledger(connection)
        with pytest.raises(ReportCancelled):
            list(facts(ledger, span, extent(ledger, span), stop))


def test_an_entry_of_a_newer_program_is_not_known(store: Store) -> None:
    span = Span(*day_span_ms(TODAY))
    with store.reading() as connection:
        ledger = own_ledger(connection)
        entry = next(iter(walk(ledger, span, extent(ledger, span))))

    assert is_known(entry)
    assert not is_known(msgspec.structs.replace(entry, kind=9_999))
