"""Decides what the page of a day's report shows; Qt-free."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Protocol

from app.domain.daily_report import EntryLine, Figure, MadeReport
from app.errors import UserError
from app.messages import text, text_for
from app.queries.report.here import AskReport
from ui.desk import Desk
from ui.running import Runners
from ui.screens.report.making import OFFICE, Making
from ui.screens.report.tables import (
    SUMMARY,
    Line,
    Shown,
    day_entered,
    entry_rows,
    figure_at,
    figure_title,
    heading,
    notices,
    section_list,
    shown,
)
from ui.shell.handle import Shell


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


class ReportPresenter:
    """What was made last stays on the page until the next is there."""

    def __init__(self, view: View, desk: Desk, runners: Runners, shell: Shell) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._scope = OFFICE
        self._made: MadeReport | None = None
        self._table: Shown | None = None
        self._drilled = False
        self.making = Making(desk, runners, self)

    @property
    def made(self) -> MadeReport | None:
        """What can be printed and saved now."""
        return None if self.making.busy else self._made

    def open(self) -> None:
        """Today's."""
        self.making.ask(AskReport(), self._scope)

    def ask(self, day: str, scope: str, clerk: str) -> None:
        """What was entered, on Enter."""
        self._view.show_problem("", "")
        chosen = day_entered(day)
        if chosen is None:
            self._view.show_problem("day", text("report.page.no_day"))
            return
        self._scope = scope
        self.making.ask(AskReport(chosen, clerk=clerk.strip()), scope)

    def step_day(self, days: int, clerk: str) -> None:
        """The day before, or after."""
        if self._made is not None:
            self._view.show_problem("", "")
            day = self._made.report.day + timedelta(days=days)
            self.making.ask(AskReport(day, clerk=clerk.strip()), self._scope)

    def tick(self) -> None:
        """How far it is, now and then while it is made."""
        if (progress := self.making.progress()) is not None:
            self._view.show_progress(*progress)

    def choose(self, code: str) -> None:
        """Show one section."""
        if self._made is not None:
            self._drilled = False
            self._table = shown(self._made, code)
            self._view.show_section(self._table)

    def open_figure(self, row: int, column: int) -> None:
        """The entries behind it."""
        figure = figure_at(self._table, row, column)
        if self._table is None or figure is None or not figure.places:
            self._shell.tell(text("report.page.no_entries"))
            return
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
        if self.making.stop():
            return True
        if not self._drilled:
            return False
        self._drilled = False
        self._view.show_table()
        return True

    def keep(self, how: Callable[[MadeReport], None]) -> None:
        """Print or save what is shown, once it is whole."""
        if self.made is not None:
            how(self.made)

    def waiting(self, *, busy: bool) -> None:
        """A report is under way, or no longer."""
        self._view.show_busy(busy=busy)
        self._shell.refresh_keys()

    def came(self, made: MadeReport) -> None:
        """It begins with its summary."""
        self._made = made
        report = made.report
        self._view.show_asked(report.day)
        self._view.show_report(heading(report), notices(report), section_list(report))
        self.choose(SUMMARY)

    def failed(self, error: Exception) -> None:
        """Told beside its field; where nothing is shown yet, in place of the report."""
        if isinstance(error, UserError) and error.field:
            self._view.show_problem(error.field, text_for(error))
        elif isinstance(error, UserError) and self._made is None:
            self._view.show_report(text("report.page.title"), text_for(error), ())
        else:
            self._shell.fail(error)

    def _show_lines(self, title: str, figure: Figure, lines: tuple[EntryLine, ...]) -> None:
        if self._made is None:
            return
        self._drilled = True
        left = len(figure.places) - len(lines)
        more = text("report.page.more", count=left) if left else ""
        self._view.show_entries(title, entry_rows(lines, self._made.report.day), more)
