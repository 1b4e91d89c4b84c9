import sqlalchemy as sa

from app.services.erasure import RETENTION, EraseCustomer, erase_customer
from app.services.shifts import OpenShift, open_shift
from app.store.store import Store
from app.store.tables.journal import journal
from tests.app.queries.report.reports import amount, codes, report_of
from tests.builders import CHAU, PHUC, a_command_id, accepted, registered
from tests.fakes.clock import HandClock

DAY_MS = 86_400_000


def test_entries_of_a_doubtful_clock_are_counted_as_they_say_themselves(
    store: Store, clock: HandClock
) -> None:
    accepted(store)
    clock.wall_ms -= 3_600_000
    accepted(store)
    report = report_of(store)

    assert set(codes(report, "clock")) == {"behind", "far_off"}
    assert amount(report, "clock", "behind", "entries") == 1
    assert amount(report, "clock", "far_off", "entries") == 3


def test_a_day_in_order_has_nothing_unusual(store: Store) -> None:
    open_shift(OpenShift(a_command_id()), store.unit_of_work(), CHAU)
    accepted(store)

    assert codes(report_of(store), "anomalies") == []
    assert codes(report_of(store), "clock") == []


def test_an_erased_body_is_told_and_counts_for_nothing(store: Store, clock: HandClock) -> None:
    number = registered(store)
    day = report_of(store).day
    clock.advance(int(RETENTION.total_seconds() * 1_000) + DAY_MS)
    erase_customer(
        EraseCustomer(a_command_id(), number, "theo yêu cầu"), store.unit_of_work(), PHUC
    )

    assert amount(report_of(store, day), "anomalies", "erased", "entries") == 1


def test_a_kind_of_a_newer_program_is_told_and_counts_for_nothing(store: Store) -> None:
    accepted(store)
    before = report_of(store)
    with store.noting() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_is_never_changed")
        connection.execute(sa.update(journal).where(journal.c.kind == 30).values(kind=9_999))
    after = report_of(store)

    assert amount(after, "anomalies", "unknown", "entries") == 1
    assert amount(after, "anomalies", "basket_open", "amount_vnd") == amount(
        before, "services", "total", "gross_vnd"
    )


def test_a_body_that_cannot_be_read_stops_no_report(store: Store) -> None:
    accepted(store)
    with store.noting() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_is_never_changed")
        connection.execute(sa.update(journal).where(journal.c.kind == 20).values(body=b"{}"))

    assert amount(report_of(store), "anomalies", "unreadable", "entries") == 1
