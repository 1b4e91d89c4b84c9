"""Decides how a sender's file is read, mended and booked; Qt-free."""

from dataclasses import dataclass, replace
from typing import Protocol

from app.domain.bulk import CheckedRow
from app.domain.drafts import ItemEntry
from app.domain.reference.catalogue import Catalogue
from app.errors import UserError
from app.messages import text, text_for
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.formats import dong
from ui.place_seeking import PlaceSeeker, PlacesView
from ui.running import Runners
from ui.screens.bulk.booker import Booker
from ui.screens.bulk.file_reader import FileReader, Listeners
from ui.screens.bulk.leaving import Leaving
from ui.screens.bulk.money import FileMoney, MoneyView
from ui.screens.bulk.rows import BulkLine, rows_shown
from ui.screens.bulk.work import Work
from ui.shell.handle import Shell
from ui.style.tokens import Tone


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands beside the rows. ``progress`` is what is under way, "" for nothing; ``missing``
    what F12 waits for.
    """

    rows: int = 0
    good: int = 0
    bad: int = 0
    skipped: int = 0
    total: str = ""
    progress: str = ""
    missing: str = ""
    receipts: tuple[str, ...] = ()


class View(PlacesView, Protocol):
    """The page."""

    def show_catalogue(self, catalogue: Catalogue) -> None: ...
    def show_file_problem(self, sentence: str) -> None: ...
    def show_rows(self, rows: list[BulkLine]) -> None: ...
    def show_summary(self, summary: Summary) -> None: ...
    def show_row(self, row: CheckedRow | None) -> None: ...
    def go_to_rows(self) -> None: ...
    def service(self) -> str: ...


class BulkPresenter:
    """One file after the other for ``customer``. ``progress`` says what is under way, or ""."""

    def __init__(
        self,
        view: View,
        money_view: MoneyView,
        desk: Desk,
        runners: Runners,
        changes: ChangeFeed,
        shell: Shell,
    ) -> None:
        self._view = view
        self._desk = desk
        self._reading = runners.reading
        self._changes = changes
        self._shell = shell
        self._work: Work | None = None
        self._checks_seen = False
        self.progress = ""
        self.customer = ""
        self.places = PlaceSeeker(view, desk, runners.reading, shell.fail)
        listeners = Listeners(self._under_way, self._was_read, self._ended)
        self._reader = FileReader(desk, runners.reading, listeners)
        self.money = FileMoney(money_view, desk, runners.reading, shell.fail, shell.refresh_keys)
        self.leaving = Leaving(desk, runners.long, shell, lambda: self._work)
        self._booker = Booker(desk, runners.writing, self._went_on, self._ended)

    @property
    def missing(self) -> str:
        """What F12 still waits for, in words."""
        waits = self.progress or lacking(self._work, checks_seen=self._checks_seen)
        return waits or self.money.missing

    def begin(self, customer: str) -> None:
        """A page for the files of this customer."""
        self.customer = customer
        self._reading.run(self._desk.catalogue, self._view.show_catalogue, self._shell.fail)
        self._under_way("")

    def read(self, path: str) -> None:
        """Another file; what was mended in the one before is given up."""
        if not self.progress and path.strip():
            self._work, self._checks_seen = None, False
            self._reader.read(path.strip(), self.customer, self._view.service())

    def cancel(self) -> bool:
        """Esc: what is under way ends with the step in hand; False when nothing is."""
        self._reader.stop()
        self._booker.stop()
        return bool(self.progress)

    def look(self, line: int | None) -> None:
        """A row is marked: its fields may be mended."""
        rows = self._work.rows if self._work is not None else ()
        self._view.show_row(next((row for row in rows if row.line == line), None))

    def mend(self, row: CheckedRow, entry: ItemEntry) -> None:
        """The clerk has changed a row."""
        if not self.progress:
            mended = replace(row, entry=entry)
            self._reading.run(
                lambda: self._desk.check_mended(mended), self._was_mended, self._shell.fail
            )

    def skip(self, line: int) -> None:
        """Leave a row out, or take it back."""
        if self._work is not None and not self.progress:
            self._work = self._work.toggled(line)
            self._under_way("")

    def confirm_checks(self) -> None:
        """F7: the clerk has looked at every item of the file."""
        self._checks_seen = True
        self._under_way(self.progress)
        self._shell.tell(text("ui.bulk.checks_seen"), Tone.GOOD)

    def book(self) -> None:
        """F12: chunk after chunk, until all is booked or somebody stops it."""
        if self._work is None or self.missing:
            self._shell.tell(self.missing, Tone.WARN)
        elif not self.money.is_doubtful():
            shares = self.money.shares
            self._under_way(text("ui.bulk.booking", done=0, chunks=self._work.chunks))
            self._booker.book(self._work, self.customer, shares)

    def _was_read(self, work: Work | None) -> None:
        self._work = work
        self._view.show_file_problem("")
        self._under_way("")
        if work is not None:
            self._view.go_to_rows()
            if work.booked:
                words = text("ui.bulk.seen_before", count=len(work.booked))
                self._shell.tell(words, Tone.WARN)

    def _was_mended(self, row: CheckedRow) -> None:
        if self._work is not None:
            self._work = self._work.with_row(row)
        self._under_way("")
        self._view.show_row(row)
        if row.is_good:
            self._view.go_to_rows()

    def _went_on(self, work: Work) -> None:
        self._work = work
        self._under_way(text("ui.bulk.booking", done=len(work.booked), chunks=work.chunks))

    def _ended(self, error: Exception | None) -> None:
        """Reading was refused, or booking has come to an end."""
        work = self._work
        if work is not None:
            self.money.begin_anew()
        self._under_way("")
        if work is None and isinstance(error, UserError):
            self._view.show_file_problem(text_for(error))
        elif isinstance(error, UserError):
            self._shell.tell(text("ui.bulk.refused", reason=text_for(error)), Tone.BAD)
        elif error is not None:
            self._shell.fail(error)
        elif work is not None and not work.open_rows():
            self._shell.tell(text("ui.bulk.done", count=len(work.booked)), Tone.GOOD)
        if work is not None:
            self._view.go_to_rows()
            self._changes.announce(Topic.SHIPMENTS, Topic.CUSTOMERS, Topic.STANDING)
            self._shell.print_waiting()

    def _under_way(self, words: str) -> None:
        """Show how it stands; the rows themselves only when nothing is under way."""
        self.progress = words
        if not words:
            self.money.settle(self._work, self.customer)
            self._view.show_rows(rows_shown(self._work) if self._work is not None else [])
        self._view.show_summary(replace(summary_of(self._work, words), missing=self.missing))
        self._shell.refresh_keys()


def lacking(work: Work | None, *, checks_seen: bool) -> str:
    """What a file still waits for before it can be booked."""
    if work is None:
        return text("ui.bulk.missing_file")
    if bad := len(work.bad()):
        return text("ui.bulk.missing_mending", count=bad)
    if not work.open_rows():
        return text("ui.bulk.missing_rows")
    return "" if checks_seen else text("ui.bulk.missing_checks")


def summary_of(work: Work | None, progress: str) -> Summary:
    """The figures beside the rows."""
    if work is None:
        return Summary(total=dong(0), progress=progress)
    bad, skipped = len(work.bad()), len(work.skipped)
    return Summary(
        rows=len(work.rows),
        good=len(work.rows) - bad - skipped,
        bad=bad,
        skipped=skipped,
        total=dong(work.due_vnd),
        progress=progress,
        receipts=tuple(work.booked.values()),
    )
