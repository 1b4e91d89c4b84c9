"""The rows that are left out, kept as a file of their own; Qt-free."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.bulk import CheckedRow, Sheet
from app.errors import UserError
from app.messages import text, text_for
from ui.running import Runner
from ui.screens.bulk.work import Work
from ui.shell.handle import Telling
from ui.style.tokens import Tone


class SavesRows(Protocol):
    """The part of the desk that writes files."""

    def save_left_out(self, path: str, sheet: Sheet, rows: Sequence[CheckedRow]) -> str: ...


class Leaving:
    """``work`` says what file is in hand."""

    def __init__(
        self, desk: SavesRows, long: Runner, shell: Telling, work: Callable[[], Work | None]
    ) -> None:
        self._desk = desk
        self._long = long
        self._shell = shell
        self._work = work

    def save(self, path: str) -> None:
        """With the columns of the file and, in one more, why."""
        work = self._work()
        rows = work.left_out() if work is not None else ()
        if work is None or not rows:
            self._shell.tell(text("ui.bulk.none_left_out"), Tone.WARN)
            return
        sheet = work.sheet
        self._long.run(
            lambda: self._desk.save_left_out(path, sheet, rows),
            lambda kept: self._shell.tell(
                text("ui.bulk.left_out_kept", count=len(rows), path=kept), Tone.GOOD
            ),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._shell.tell(text_for(error), Tone.BAD)
        else:
            self._shell.fail(error)
