"""The report as paper and as files; Qt-free."""

from app.domain.daily_report import MadeReport, ReportFormat
from app.messages import text
from ui.desk import Desk
from ui.running import Runners
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class Keeping:
    """Behind the window; where it went is told in the strip."""

    def __init__(self, desk: Desk, runners: Runners, shell: Shell) -> None:
        self._desk = desk
        self._runners = runners
        self._shell = shell

    def print(self, made: MadeReport) -> None:
        """On the printer for reports, where one was chosen; as a PDF in any case."""
        self._shell.tell(text("report.page.saving"))
        self._runners.long.run(lambda: self._desk.print_report(made), self._kept, self._shell.fail)

    def save_sheet(self, made: MadeReport) -> None:
        """As a workbook."""
        self._shell.tell(text("report.page.saving"))
        self._runners.long.run(
            lambda: self._desk.save_report(made, ReportFormat.XLSX),
            lambda path: self._kept((path, "")),
            self._shell.fail,
        )

    def _kept(self, done: tuple[str, str]) -> None:
        path, printer = done
        code = "report.page.printed" if printer else "report.page.saved"
        self._shell.tell(text(code, path=path, printer=printer), Tone.GOOD)
