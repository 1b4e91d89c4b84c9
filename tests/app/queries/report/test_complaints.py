from datetime import date, timedelta

from app.store.store import Store
from tests.app.queries.report.reports import TODAY, amount, codes, report_of, row
from tests.complaints import decided, filed
from tests.fakes.clock import HandClock

DAY_MS = 86_400_000


def test_what_was_done_on_the_day_and_what_is_left_stand_apart(store: Store) -> None:
    first, _second = filed(store), filed(store)
    decided(store, first.number)
    report = report_of(store)

    assert amount(report, "complaints", "received", "cases") == 2
    assert amount(report, "complaints", "decided", "cases") == 1
    assert amount(report, "complaints", "open", "cases") == 2


def test_a_case_is_due_on_its_day_and_overdue_after_it(store: Store, clock: HandClock) -> None:
    due_on = date.fromisoformat(str(filed(store).due_on))
    clock.advance(120 * DAY_MS)
    on_the_day = report_of(store, due_on)
    after = report_of(store, due_on + timedelta(days=1))

    assert amount(on_the_day, "complaints", "due_today", "cases") == 1
    assert amount(on_the_day, "complaints", "overdue", "cases") == 0
    assert amount(after, "complaints", "overdue", "cases") == 1
    assert row(after, "complaints", "overdue").warns


def test_a_past_day_tells_cases_as_they_stood_then(store: Store, clock: HandClock) -> None:
    case = filed(store)
    before = report_of(store)
    clock.advance(DAY_MS)
    decided(store, case.number)

    assert report_of(store, TODAY) == before


def test_a_day_without_complaints_is_one_line(store: Store) -> None:
    assert codes(report_of(store, date(2026, 11, 20)), "complaints") == []
