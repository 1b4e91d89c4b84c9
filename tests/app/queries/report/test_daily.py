from datetime import date

import pytest
import sqlalchemy as sa

from app.domain.calendar import day_span_ms
from app.domain.daily_report import figures_of, words
from app.queries.report.here import AskReport, report_here
from app.store.books import head
from app.store.store import Store
from app.store.tables.journal import journal
from tests.app.queries.report.reports import TODAY, amount, codes, report_of
from tests.builders import accepted, an_item
from tests.fakes.clock import HandClock

LAST_DAY_OF_8_PERCENT = date(2026, 12, 31)


def test_the_same_entries_give_the_same_report(store: Store, clock: HandClock) -> None:
    accepted(store)
    before = report_of(store)
    clock.advance(30 * 86_400_000)
    accepted(store)

    assert report_of(store, TODAY) == before


def test_today_can_be_made_again_as_it_was_at_an_earlier_entry(store: Store) -> None:
    accepted(store)
    before = report_of(store)
    accepted(store)

    assert report_of(store) != before
    assert report_of(store, upto=before.books[0].seq) == before


def test_the_report_says_up_to_which_entry_it_was_made(store: Store) -> None:
    accepted(store)
    book = report_of(store).books[0]

    assert (book.counter, book.terminal, book.epoch) == ("2", 7001, 1)
    with store.reading() as connection:
        stands = head(connection)
    assert stands is not None
    assert (book.seq, book.hash) == (stands[0].seq, stands[0].hash)


def test_a_day_across_the_change_of_the_tax_shows_both_rates(
    store: Store, clock: HandClock
) -> None:
    midnight = day_span_ms(LAST_DAY_OF_8_PERCENT)[1]
    clock.advance(midnight - 1_000 - clock.wall_ms)
    accepted(store)
    clock.advance(2_000)
    accepted(store)

    last, first = report_of(store, LAST_DAY_OF_8_PERCENT), report_of(store, date(2027, 1, 1))

    assert codes(last, "vat") == ["00800"]
    assert codes(first, "vat") == ["01000"]
    said = [each.code for each in (*last.notices, *first.notices)]
    assert "report.notice.two_rates" not in said


def test_two_rates_on_one_day_are_told(store: Store, clock: HandClock) -> None:
    midnight = day_span_ms(LAST_DAY_OF_8_PERCENT)[1]
    clock.advance(midnight - 1_000 - clock.wall_ms)
    accepted(store, an_item())
    accepted(store, an_item(service="parcel"))
    with store.noting() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_is_never_changed")
        was, now = b'"vat_rate_bp":800', b'"vat_rate_bp":500'
        older = sa.func.replace(journal.c.body, was, now)
        newest = sa.select(sa.func.max(journal.c.seq)).where(journal.c.kind == 20).scalar_subquery()
        connection.execute(
            sa.update(journal)
            .where(journal.c.seq == newest)
            .values(body=sa.cast(older, sa.LargeBinary))
        )
    report = report_of(store, LAST_DAY_OF_8_PERCENT)

    assert codes(report, "vat") == ["00500", "00800"]
    assert words("report.notice.two_rates", rates="5 % · 8 %") in report.notices


def test_a_day_with_nothing_is_empty_and_stands_at_the_entry_before(store: Store) -> None:
    accepted(store)
    quiet = report_of(store, date(2026, 11, 20))

    assert quiet.empty
    assert all(figure.amount == 0 for *_, figure in figures_of(quiet))
    assert quiet.books[0].seq == 0


def test_progress_goes_from_nothing_to_all(store: Store) -> None:
    accepted(store)
    told: list[tuple[int, int]] = []
    with store.reading() as connection:
        report_here(
            connection,
            AskReport(TODAY),
            store.clock.now_ms(),
            lambda read, of: told.append((read, of)),
        )

    assert told[0][0] == 0
    assert told[-1] == (told[0][1], told[0][1])


@pytest.mark.parametrize("column", ["gross_vnd", "sales", "pieces"])
def test_hours_and_clerks_add_up_to_the_same(store: Store, column: str) -> None:
    accepted(store, an_item(), an_item(service="parcel"))
    accepted(store)
    report = report_of(store)

    assert amount(report, "hours", "total", column) == amount(report, "clerks", "total", column)
