"""Reports of a counter in memory: one sample day, whatever is asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.domain.daily_report import (
    Bar,
    Book,
    DailyReport,
    EntryLine,
    Figure,
    Heading,
    MadeReport,
    PrintingNote,
    Progress,
    ReportFormat,
    ReportRow,
    Scope,
    Section,
    Unit,
    named,
    no_progress,
    words,
)
from app.domain.report_refusals import DayNotBegun, NoSuchClerk
from app.queries.report.here import AskReport

TODAY = date(2026, 11, 21)
AT_MS = 1_795_237_200_000


def vnd(amount: int, *places: int) -> Figure:
    return Figure(amount, Unit.VND, places or (1, 2))


def count(amount: int, *places: int) -> Figure:
    return Figure(amount, Unit.COUNT, places or (1, 2))


def a_section(code: str, *labels: str) -> Section:
    rows = tuple(
        ReportRow(
            label, named(label), (count(n), vnd(1_200_000 * n), vnd(96_000 * n), vnd(1_296_000 * n))
        )
        for n, label in enumerate(labels, 1)
    )
    all_of = len(labels) * (len(labels) + 1) // 2
    sums = (count(all_of), vnd(1_200_000 * all_of), vnd(96_000 * all_of), vnd(1_296_000 * all_of))
    return Section(
        code,
        ("pieces", "net_vnd", "vat_vnd", "gross_vnd"),
        rows,
        ReportRow("total", words("report.total"), sums),
    )


ANOMALIES = Section(
    "anomalies",
    ("entries", "amount_vnd"),
    (
        ReportRow(
            "difference",
            words("report.anomaly.difference"),
            (count(1), vnd(-50_000)),
            warns=True,
        ),
    ),
)
MAIN = (
    ReportRow("sales", words("report.main.sales"), (count(61),)),
    ReportRow("items", words("report.main.items"), (count(97),)),
    ReportRow("gross_vnd", words("report.main.gross_vnd"), (vnd(3_888_000),)),
    ReportRow("cash_vnd", words("report.main.cash_vnd"), (vnd(2_610_500),)),
    ReportRow("adjusted", words("report.main.adjusted"), (count(2),)),
    ReportRow("difference_vnd", words("report.main.difference_vnd"), (vnd(-50_000),), warns=True),
)
HOURS = (410_000, 880_000, 760_000, 520_000, 190_000, 1_128_000)


def a_day(day: date = TODAY, clerk: str = "") -> DailyReport:
    """With everything that a page can show: a table, one that warns, one that is empty."""
    return DailyReport(
        day=day,
        scope=Scope("100950", clerk=1 if clerk else None, clerk_name="Trần Minh Châu"),
        heading=Heading("Bưu điện Minh Họa", "0100109106", "Cửa Nam", "36 phố Cửa Nam"),
        books=(Book("2", 7001, 1, 0, 214, bytes(range(32)), AT_MS, 190),),
        missing=("1", "3"),
        notices=(
            words("report.notice.shift_open", shift="100950-2-C00012", clerk="Trần Minh Châu"),
        ),
        main=MAIN,
        chart=tuple(Bar(f"{8 + n:02d}", vnd(amount)) for n, amount in enumerate(HOURS)),
        sections=(
            a_section("services", "Bưu kiện", "Bưu phẩm bảo đảm đi các tỉnh và đặc khu", "EMS"),
            Section("copies", ("copies",), (), None, words("report.none.copies")),
            ANOMALIES,
        ),
    )


def nothing(day: DailyReport) -> DailyReport:
    """The same counter on a day when nobody came."""
    return replace(
        day,
        books=tuple(replace(book, entries=0) for book in day.books),
        notices=(),
        main=tuple(
            ReportRow(row.code, row.label, (Figure(0, row.figures[0].unit, ()),))
            for row in day.main
            if row.figures[0] is not None
        ),
        chart=(),
        sections=(
            Section("services", (), (), None, words("report.none.services")),
            Section("copies", (), (), None, words("report.none.copies")),
        ),
    )


LINES = (
    EntryLine(
        1,
        "2",
        17,
        AT_MS,
        words("report.kind.shipment.accepted"),
        "RA 000 000 014 VN · EMS → Hà Nội",
        "",
        25_380,
        "100950-2-0000001",
    ),
    EntryLine(
        2, "2", 18, AT_MS, words("report.kind.customer.registered"), "0126000000196", "", None, ""
    ),
)


class FakeReports:
    """Part of the fake desk. ``saved`` and ``reports_asked`` keep what was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[ReportFormat] = []
        self.reports_asked: list[AskReport] = []
        self.report_refused: Exception | None = None
        self.reports_receipt = ""
        self.report_printer = ""
        self.nothing_happened = False

    def report(self, ask: AskReport, progress: Progress = no_progress) -> MadeReport:
        self.reports_asked.append(ask)
        if self.report_refused is not None:
            raise self.report_refused
        if ask.day is not None and ask.day > TODAY:
            raise DayNotBegun(day=f"{ask.day:%d/%m/%Y}")
        if ask.clerk not in ("", "gdv1"):
            raise NoSuchClerk(clerk=ask.clerk)
        progress(95, 190)
        day = a_day(ask.day or TODAY, ask.clerk)
        return MadeReport(nothing(day) if self.nothing_happened else day, PrintingNote((1, 2), 0))

    def report_lines(self, places: Sequence[int]) -> tuple[EntryLine, ...]:
        found = (line for line in LINES if line.place in places)
        return tuple(replace(each, receipt=self.reports_receipt or each.receipt) for each in found)

    def save_report(self, made: MadeReport, form: ReportFormat) -> str:
        self.saved.append(form)
        return f"/quầy/reports/{made.report.day}.{form}"

    def print_report(self, made: MadeReport) -> tuple[str, str]:
        return self.save_report(made, ReportFormat.PDF), self.report_printer
