"""The part of the desk that reports a day: on screen, and as files in the home folder."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.bootstrap.session import DeskPart
from app.domain.daily_report import (
    EntryLine,
    MadeReport,
    Progress,
    ReportFormat,
    file_name,
    no_progress,
)
from app.domain.report_refusals import ReportUnsaved
from app.queries.report.here import AskReport, lines_here, printing_note, report_here
from app.services.permissions import Act, require


class Reports(DeskPart):
    """Only reading, by who may: a clerk who could see the cash would not count blind."""

    def report(self, ask: AskReport, progress: Progress = no_progress) -> MadeReport:
        """Raises NotPermitted and what ``report_here`` raises."""
        require(self._session.clerk, Act.REPORT_DAY)
        with self._store.reading() as connection:
            now_ms = self._store.clock.now_ms()
            found = report_here(connection, ask, now_ms, progress)
            return MadeReport(found, printing_note(connection, found, ask.acked))

    def report_lines(self, places: Sequence[int]) -> tuple[EntryLine, ...]:
        """The entries behind a figure. Raises NotPermitted."""
        require(self._session.clerk, Act.REPORT_DAY)
        with self._store.reading() as connection:
            return lines_here(connection, places)

    def save_report(self, made: MadeReport, form: ReportFormat) -> str:
        """A file in the home's folder of reports; its path. Raises ReportUnsaved."""
        folder = self._store.home.root / "reports"
        path = folder / f"{file_name(made.report)}.{form}"
        write_report(made, form, path)
        return str(path)

    def print_report(self, made: MadeReport) -> tuple[str, str]:
        """The PDF's path and the printer it went to: "" where none for pages was chosen.

        Raises ReportUnsaved and the printer's fault; the file is then there all the same.
        """
        path = self.save_report(made, ReportFormat.PDF)
        devices = self._settings.devices
        # Without a printer of its own a report would come out on the roll of the receipts.
        choice = devices.printer_of("report") if "report" in devices.papers else None
        if choice is None or choice.way not in _OF_PAGES:
            return path, ""
        from app.bootstrap.printers import print_at_once  # noqa: PLC0415 - slow to load
        from printing.printers.base import Order  # noqa: PLC0415 - the same

        title = f"{file_name(made.report)}-{self._store.clock.now_ms()}"
        order = Order(title, Path(path).read_bytes())
        print_at_once(choice, self._store.home, order)
        return path, choice.name


_OF_PAGES = ("cups", "windows")
"""Ways to printers that take pages; the others print on a roll."""


def write_report(made: MadeReport, form: ReportFormat, path: Path) -> None:
    """The whole file or none: a report cut short would look like one. Raises ReportUnsaved."""
    content = drawn(made, form)
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise ReportUnsaved(path=str(path)) from error


def drawn(made: MadeReport, form: ReportFormat) -> bytes:
    """The bytes of the file; the same report gives the same."""
    if form is ReportFormat.PDF:
        from printing.documents import render_report  # noqa: PLC0415 - slow to load, seldom used

        return render_report(made)
    from printing.sheets.daily import daily_xlsx  # noqa: PLC0415 - the same

    return daily_xlsx(made.report, made.note)
