"""A scripted day: sales of every kind, three crashes, a broken printer. The totals must be equal on
screen, on paper, in the sheet, and in the journal added up by hand.

CI plays sixty transactions, ``tests.e2e.day.full`` a thousand.
"""

import os
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.desk import CounterDesk
from app.bootstrap.opening import open_enrolled
from app.bootstrap.reports import drawn
from app.clock import utc
from app.domain.calendar import local_day
from app.domain.daily_report import MadeReport, ReportFormat
from app.queries.report.here import AskReport
from app.settings import load_settings
from app.store.verification import verify
from tests.app.cli.tem import SUPERVISOR, SUPERVISOR_PIN
from tests.app.queries.report.reports import amount, codes
from tests.e2e.day.clock import MovedClock
from tests.e2e.day.driving import Day, a_scripted_day
from tests.e2e.day.hands import SHORT_VND
from tests.e2e.day.plan import a_day
from tests.e2e.day.seeing import Table, figures_on_paper, in_sheet, on_paper, on_screen
from tests.e2e.day.truth import COPY, CORRECTION, VOID, Truth, read_truth
from tests.fakes.fake_shell import FakeShell
from ui.running import ImmediateRunner, Runners
from ui.screens.report.screen import ReportScreen
from ui.screens.report.view import ReportView

TRANSACTIONS = int(os.environ.get("TEM_DAY", "60"))
ACCOUNTS = {
    "drawer": "Tiền mặt trong ngăn kéo",
    "at_delivery": "Người nhận còn nợ cước",
    "vat.output": "Thuế GTGT đầu ra",
    "transfer.pending": "Chuyển khoản chờ đối chiếu",
    "receivable": "Khách hợp đồng còn nợ",
}


@dataclass(frozen=True)
class Played:
    """The day as it went, and the report of it in every form."""

    day: Day
    truth: Truth
    made: MadeReport
    screen: dict[str, Table]
    paper: str
    sheet: dict[tuple[str, str, str], int]
    open_jobs: int
    problems: tuple[object, ...]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Played:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TEM_KEYS_IN_FILE", "1")
        day = a_scripted_day(tmp_path_factory.mktemp("day"), TRANSACTIONS)
        day.run()
        return _reported(day)


def _reported(day: Day) -> Played:
    open_jobs = day.print_what_is_left()
    store = open_enrolled(day.home, MovedClock(day.moved_ms))
    try:
        desk = CounterDesk(store, load_settings(day.home.settings))
        desk.sign_in(SUPERVISOR, SUPERVISOR_PIN)
        made = desk.report(AskReport(_day_of(day)))
        return Played(
            day=day,
            truth=read_truth(day.home, *day.span),
            made=made,
            screen=_shown(desk),
            paper=on_paper(drawn(made, ReportFormat.PDF)),
            sheet=in_sheet(drawn(made, ReportFormat.XLSX)),
            open_jobs=len(open_jobs),
            problems=verify(store).problems,
        )
    finally:
        store.close()


def _day_of(day: Day) -> date:
    return local_day(utc(day.span[0]))


def _shown(desk: CounterDesk) -> dict[str, Table]:
    """The page of the window on the real counter."""
    now = ImmediateRunner()
    screen = ReportScreen(desk, Runners(now, now, now), FakeShell()).begin()
    view = screen.widget
    assert isinstance(view, ReportView)
    found = on_screen(view)
    screen.close()
    return found


def test_three_crashes_lost_and_doubled_nothing(played: Played) -> None:
    assert played.day.crashes == 3
    assert played.problems == ()
    assert played.truth.sales == sum(
        step.kind in ("sale", "service") for step in a_day(TRANSACTIONS)
    )


def test_every_paper_came_out_although_the_printer_failed(played: Played) -> None:
    assert played.open_jobs == 0


def test_revenue_is_equal_in_the_journal_and_in_every_form(played: Played) -> None:
    truth = played.truth
    sums = (
        truth.pieces.total(),
        truth.charged_g.total(),
        truth.net.total(),
        truth.vat.total(),
        truth.gross,
    )

    assert played.screen["services"]["Cộng"] == sums
    assert played.screen["main"]["Doanh thu (có thuế)"] == (truth.gross,)
    assert figures_on_paper(played.paper, "Cộng") == sums
    assert tuple(
        played.sheet["services", "total", column]
        for column in ("pieces", "charged_g", "net_vnd", "vat_vnd", "gross_vnd")
    ) == (sums)


def test_every_account_is_equal_in_the_journal_and_in_every_form(played: Played) -> None:
    truth = played.truth
    for account in sorted(truth.debit | truth.credit):
        wanted = (truth.debit[account], truth.credit[account], truth.balance(account))
        assert (
            tuple(
                played.sheet["accounts", account, column]
                for column in ("debit_vnd", "credit_vnd", "balance_vnd")
            )
            == wanted
        ), account
        if account in ACCOUNTS:
            assert played.screen["accounts"][ACCOUNTS[account]] == wanted
            assert figures_on_paper(played.paper, ACCOUNTS[account]) == wanted
    assert truth.debit.total() == truth.credit.total()


def test_services_hours_rates_and_clerks_add_up_to_the_same(played: Played) -> None:
    gross = played.truth.gross
    for section in ("services", "vat", "hours", "clerks"):
        assert amount(played.made.report, section, "total", "gross_vnd") == gross
    held = sum(
        played.truth.balance(account)
        for account in played.truth.debit | played.truth.credit
        if account.startswith("held.") or account == "compensation"
    )
    paid = amount(played.made.report, "payments", "total", "balance_vnd")
    compensated = played.truth.balance("compensation")
    assert paid == gross - held + compensated


def test_the_drawer_ends_where_its_postings_do_and_its_count_is_short(played: Played) -> None:
    report = played.made.report
    (shift,) = codes(report, "shifts")

    assert amount(report, "drawer", "total", "balance_vnd") == played.truth.balance("drawer")
    assert amount(report, "shifts", shift, "difference_vnd") == -SHORT_VND
    assert report.notices == ()


def test_voids_corrections_copies_and_cod_are_counted_as_the_journal_has_them(
    played: Played,
) -> None:
    report, truth = played.made.report, played.truth

    assert amount(report, "cod", "total", "cod_vnd") == truth.cod
    for row, kind in (("void", VOID), ("correction", CORRECTION)):
        if truth.kinds[kind]:
            assert amount(report, "adjusted", row, "times") == truth.kinds[kind]
    if truth.kinds[COPY]:
        assert amount(report, "copies", "total", "copies") == truth.kinds[COPY]


def test_the_head_of_the_chain_stands_on_the_paper(played: Played) -> None:
    assert played.truth.head in played.paper
    assert played.made.report.books[0].entries == played.truth.entries
