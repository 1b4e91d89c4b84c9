from datetime import date

from app.domain.daily_report import words
from app.domain.drawer import Movement
from app.store.store import Store
from tests.app.queries.report.reports import amount, codes, report_of, row
from tests.app.services.bookkeeping import balance
from tests.builders import accepted, an_item
from tests.fakes.clock import HandClock
from tests.shift_builders import FLOAT_VND, closed, corrected, moved, opened

DAY_MS = 86_400_000


def test_what_came_and_went_adds_up_to_what_the_books_hold(store: Store) -> None:
    opened(store)
    sale = accepted(store)
    moved(store, Movement.PAID_IN, 200_000)
    moved(store, Movement.PAID_OUT, 50_000)
    report = report_of(store)

    assert amount(report, "drawer", "shift_opened", "in_vnd") == FLOAT_VND
    assert amount(report, "drawer", "sales", "in_vnd") == sale.done.total_vnd
    assert amount(report, "drawer", "paid_in", "in_vnd") == 200_000
    assert amount(report, "drawer", "paid_out", "out_vnd") == 50_000
    assert amount(report, "drawer", "total", "balance_vnd") == balance(store, "drawer")


def test_the_next_day_begins_with_what_the_last_one_left(store: Store, clock: HandClock) -> None:
    opened(store)
    accepted(store)
    left = amount(report_of(store), "drawer", "total", "balance_vnd")
    clock.advance(DAY_MS)
    accepted(store, an_item())
    tomorrow = report_of(store, date(2026, 11, 22))

    assert amount(tomorrow, "drawer", "opening", "balance_vnd") == left
    assert amount(tomorrow, "drawer", "total", "balance_vnd") == balance(store, "drawer")


def test_a_count_that_differs_is_shown_and_never_made_good(store: Store) -> None:
    opened(store)
    sale = accepted(store)
    closed(store, FLOAT_VND + sale.done.total_vnd - 10_000)
    report = report_of(store)
    (shift,) = codes(report, "shifts")

    assert amount(report, "shifts", shift, "expected_vnd") == FLOAT_VND + sale.done.total_vnd
    assert amount(report, "shifts", shift, "difference_vnd") == -10_000
    assert row(report, "shifts", shift).warns
    assert report.main[-1].warns
    assert amount(report, "anomalies", "difference", "amount_vnd") == -10_000
    assert report.notices == ()


def test_a_shift_corrected_later_is_told_on_the_day_of_the_correction(
    store: Store, clock: HandClock
) -> None:
    shift = opened(store).shift
    closed(store, FLOAT_VND - 50_000)
    before = report_of(store)
    clock.advance(DAY_MS)
    corrected(store, shift, FLOAT_VND)
    after = report_of(store, date(2026, 11, 22))

    assert report_of(store, before.day) == before
    assert amount(after, "shifts", shift, "corrected_vnd") == 50_000
    assert amount(after, "anomalies", "shift_corrected", "entries") == 1


def test_a_day_that_ends_in_an_open_shift_says_so_for_ever(store: Store, clock: HandClock) -> None:
    shift = opened(store).shift
    sale = accepted(store)
    clock.advance(DAY_MS)
    closed(store, FLOAT_VND + sale.done.total_vnd)

    notice = words("report.notice.shift_open", shift=shift, clerk="Trần Minh Châu")
    assert report_of(store, date(2026, 11, 21)).notices == (notice,)
    assert report_of(store, date(2026, 11, 22)).notices == ()


def test_one_clerk_s_report_has_no_drawer(store: Store) -> None:
    opened(store)
    found = {section.code for section in report_of(store, clerk="chau").sections}

    assert not {"drawer", "shifts"} & found


def test_a_drawer_opened_without_a_sale_is_looked_at(store: Store) -> None:
    opened(store)
    moved(store, Movement.NO_SALE)

    assert amount(report_of(store), "anomalies", "no_sale", "entries") == 1
