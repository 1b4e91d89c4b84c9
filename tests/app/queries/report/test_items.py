from app.domain.calendar import day_span_ms
from app.queries.report.facts import facts
from app.queries.report.items import Change
from app.services.correcting import Wanted
from app.services.paying import Tender
from app.store.days import Span, extent, own_ledger
from app.store.store import Store
from tests.app.queries.report.reports import TODAY
from tests.builders import accepted, an_item
from tests.money import corrected, voided


def changes(store: Store) -> list[tuple[Change, ...]]:
    span = Span(*day_span_ms(TODAY))
    with store.reading() as connection:
        ledger = own_ledger(connection)
        read = facts(ledger, span, extent(ledger, span), lambda _read, _of: None)
        return [fact.changes for fact in read if fact.changes]


def test_a_void_takes_back_exactly_what_stands_after_corrections(store: Store) -> None:
    sale = accepted(store, an_item(service="parcel", actual_g=500), tendered_vnd=100_000)
    code = sale.done.items[0].code
    corrected(store, code, Wanted(actual_g=2_500), tender=Tender(cash_vnd=50_000))
    voided(store, code)
    every = [change for group in changes(store) for change in group]

    assert [change.count for change in every] == [1, -1, 1, -1]
    assert sum(change.charged_g for change in every) == 0
    assert sum(change.gross_vnd for change in every) == 0
    assert {change.rate_bp for change in every} == {800}


def test_entries_that_sell_nothing_change_nothing(store: Store) -> None:
    accepted(store)

    assert [len(group) for group in changes(store)] == [1]
