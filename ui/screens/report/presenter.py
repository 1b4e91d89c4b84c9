"""Decides what the page of a day's report shows, how it is asked for and stopped; Qt-free."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from app.domain.daily_report import (
    EntryLine,
    Figure,
    MadeReport,
    ReportCancelled,
    ReportFormat,
)
from app.errors import UserError
from app.messages import text, text_for
from app.queries.report.here import AskReport
from ui.desk import Desk
from ui.running import Runners
from ui.screens.report.tables import (
    SUMMARY,
    Line,
    Shown,
    day_entered,
    entry_rows,
    figure_title,
    heading,
    notices,
    section_list,
    shown,
)
from ui.shell.handle import Shell
from ui.style.tokens import Tone

OFFICE, COUNTER = "office", "counter"


class View(Protocol):
    """What the page can show."""

    def show_asked(self, day: date) -> None: ...
    def show_busy(self, *, busy: bool) -> None: ...
    def show_progress(self, read: int, of: int) -> None: ...
    def show_report(self, title: str, notice: str, sections: tuple[Line, ...]) -> None: ...
    def show_section(self, table: Shown) -> None: ...
    def show_entries(self, title: str, rows: tuple[Line, ...], more: str) -> None: ...
    def show_table(self) -> None: ...
    def show_problem(self, field: str, sentence: str) -> None: ...


@dataclass(slots=True)
class Watch:
    """Between the worker that reads and the page that shows how far it is. Ints need no lock."""

    read: int = 0
    of: int = 0
    stopped: bool = False

    def told(self, read: int, of: int) -> None:
        """By the worker. Raises ReportCancelled once nobody waits any longer."""
        if self.stopped:
            raise ReportCancelled
        self.read, self.of = read, of


class ReportPresenter:
    """One report at a time; a new question stops the one before."""

    def __init__(self, view: View, desk: Desk, runners: Runners, shell: Shell) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._scope = OFFICE
        self._watch: Watch | None = None
        self._made: MadeReport | None = None
        self._table: Shown | None = None
        self._drilled = False

    @property
    def busy(self) -> bool:
        """Whether a report is being made."""
        return self._watch is not None

    @property
    def made(self) -> bool:
        """Whether there is a report to save."""
        return self._made is not None and not self.busy

    def open(self) -> None:
        """Today's."""
        self._ask(AskReport())

    def ask(self, day: str, scope: str, clerk: str) -> None:
        """What was entered, on Enter."""
        self._view.show_problem("", "")
        chosen = day_entered(day)
        if chosen is None:
            self._view.show_problem("day", text("report.page.no_day"))
            return
        self._scope = scope
        self._ask(AskReport(chosen, clerk=clerk.strip()))

    def step_day(self, days: int, clerk: str) -> None:
        """The day before, or after."""
        if self._made is not None:
            self._view.show_problem("", "")
            day = self._made.report.day + timedelta(days=days)
            self._ask(AskReport(day, clerk=clerk.strip()))

    def tick(self) -> None:
        """How far it is, now and then while it is made."""
        if self._watch is not None:
            self._view.show_progress(self._watch.read, self._watch.of)

    def stop(self) -> bool:
        """Whether a report was under way; it is given up, and what was shown before stays."""
        if self._watch is None:
            return False
        self._watch.stopped = True
        self._done_waiting()
        return True

    def choose(self, code: str) -> None:
        """Show one section."""
        if self._made is not None:
            self._drilled = False
            self._table = shown(self._made, code)
            self._view.show_section(self._table)

    def open_figure(self, row: int, column: int) -> None:
        """The entries behind it."""
        figure = self._figure(row, column)
        if figure is None or not figure.places:
            self._shell.tell(text("report.page.no_entries"))
            return
        assert self._table is not None, "the figure stands in it"
        title = figure_title(self._table, row, column)
        self._shell.tell("")
        self._runners.reading.run(
            lambda: self._desk.report_lines(figure.places),
            lambda lines: self._show_lines(title, figure, lines),
            self._shell.fail,
        )

    def open_entry(self, receipt: object) -> None:
        """The transaction that an entry belongs to."""
        if receipt:
            self._shell.open_receipt(str(receipt))
        else:
            self._shell.tell(text("report.page.no_receipt"))

    def step_back(self) -> bool:
        """From the entries to their table; from a report under way to the one before."""
        if self.stop():
            return True
        if not self._drilled:
            return False
        self._drilled = False
        self._view.show_table()
        return True

    def print(self) -> None:
        """On the printer for reports, where one was chosen; as a PDF in any case."""
        made = self._made
        if made is None or self.busy:
            return
        self._shell.tell(text("report.page.saving"))
        self._runners.long.run(
            lambda: self._desk.print_report(made), self._printed, self._shell.fail
        )

    def save_sheet(self) -> None:
        """As a workbook; its path is told."""
        made = self._made
        if made is None or self.busy:
            return
        self._shell.tell(text("report.page.saving"))
        self._runners.long.run(
            lambda: self._desk.save_report(made, ReportFormat.XLSX),
            lambda path: self._printed((path, "")),
            self._shell.fail,
        )

    def _ask(self, ask: AskReport) -> None:
        self.stop()
        watch = self._watch = Watch()
        self._view.show_busy(busy=True)
        self._shell.refresh_keys()
        self._runners.long.run(
            lambda: self._desk.report(self._scoped(ask), watch.told),
            lambda made: self._came(watch, made),
            lambda error: self._failed(watch, error),
        )

    def _scoped(self, ask: AskReport) -> AskReport:
        """With this counter named, when it alone is asked for; off the screen's thread."""
        if self._scope != COUNTER:
            return ask
        return replace(ask, counter=self._desk.station().counter)

    def _came(self, watch: Watch, made: MadeReport) -> None:
        if watch is not self._watch:
            return
        self._made = made
        self._done_waiting()
        self._view.show_asked(made.report.day)
        report = made.report
        self._view.show_report(heading(report), notices(report), section_list(report))
        self.choose(SUMMARY)
        self._shell.refresh_keys()

    def _failed(self, watch: Watch, error: Exception) -> None:
        if watch is not self._watch:
            return
        self._done_waiting()
        if isinstance(error, UserError) and error.field:
            self._view.show_problem(error.field, text_for(error))
        elif isinstance(error, UserError) and self._made is None:
            self._view.show_report(text("report.page.title"), text_for(error), ())
        else:
            self._shell.fail(error)

    def _done_waiting(self) -> None:
        self._watch = None
        self._view.show_busy(busy=False)
        self._shell.refresh_keys()

    def _figure(self, row: int, column: int) -> Figure | None:
        if self._table is None or column < 0 or not 0 <= row < len(self._table.figures):
            return None
        return self._table.figures[row][column]

    def _show_lines(self, title: str, figure: Figure, lines: tuple[EntryLine, ...]) -> None:
        if self._made is None:
            return
        self._drilled = True
        left = len(figure.places) - len(lines)
        more = text("report.page.more", count=left) if left else ""
        self._view.show_entries(title, entry_rows(lines, self._made.report.day), more)

    def _printed(self, done: tuple[str, str]) -> None:
        path, printer = done
        code = "report.page.printed" if printer else "report.page.saved"
        self._shell.tell(text(code, path=path, printer=printer), Tone.GOOD)
