"""A file read and its rows checked in steps, so that others may ask between them; Qt-free."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from app.domain.bulk import CheckedRow, Sheet, SheetRow
from app.messages import text
from ui.running import Runner
from ui.screens.bulk.work import Work

STEP = 100


class ReadsFiles(Protocol):
    """The part of the desk that reads and checks."""

    def read_sheet(self, path: str) -> Sheet: ...
    def check_rows(self, rows: Sequence[SheetRow], service: str) -> tuple[CheckedRow, ...]: ...
    def booked_chunks(self, customer: str, digest: bytes, chunks: int) -> dict[int, str]: ...


@dataclass(frozen=True, slots=True)
class Listeners:
    """``progress`` says what is under way; exactly one of the others ends it.

    ``done`` gets None when it was stopped.
    """

    progress: Callable[[str], None]
    done: Callable[[Work | None], None]
    failed: Callable[[Exception], None]


class FileReader:
    """One file at a time."""

    def __init__(self, desk: ReadsFiles, reading: Runner, listeners: Listeners) -> None:
        self._desk = desk
        self._reading = reading
        self._tell = listeners
        self._stopped = False
        self._service = ""
        self._customer = ""

    def read(self, path: str, customer: str, service: str) -> None:
        """``service`` is for rows that name none."""
        self._stopped, self._customer, self._service = False, customer, service
        self._tell.progress(text("ui.bulk.reading"))
        self._reading.run(
            lambda: self._desk.read_sheet(path),
            lambda sheet: self._check_next(Work(sheet)),
            self._tell.failed,
        )

    def stop(self) -> None:
        """It ends with the step in hand."""
        self._stopped = True

    def _check_next(self, work: Work) -> None:
        if self._stopped:
            self._tell.done(None)
            return
        if work.is_checked:
            self._look_up(work)
            return
        done = len(work.rows)
        self._tell.progress(text("ui.bulk.checking", done=done, rows=len(work.sheet.rows)))
        rows = work.sheet.rows[done : done + STEP]
        self._reading.run(
            lambda: self._desk.check_rows(rows, self._service),
            lambda checked: self._check_next(work.with_rows(checked)),
            self._tell.failed,
        )

    def _look_up(self, work: Work) -> None:
        """Chunks that are in the books already are not booked again."""
        self._reading.run(
            lambda: self._desk.booked_chunks(self._customer, work.sheet.digest, work.chunks),
            lambda booked: self._tell.done(replace(work, booked=booked)),
            self._tell.failed,
        )
