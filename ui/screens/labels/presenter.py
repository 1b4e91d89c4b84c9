"""Takes rolls of printed labels in, and says how many labels are left; Qt-free."""

from typing import Protocol

from app.domain.item_code import WrongItemCode, parse_item_code
from app.domain.scanning import Shape, recognise
from app.errors import UserError
from app.messages import text, text_for
from app.queries.labels import LabelRoll
from app.services.labels import ReceivedLabels, ReceiveLabels
from ui.desk import Desk
from ui.running import Runners
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class View(Protocol):
    """Two labels, and the rolls that are here."""

    def show_rolls(self, rolls: tuple[LabelRoll, ...]) -> None: ...
    def show_problem(self, field: str, sentence: str) -> None: ...
    def show_label(self, field: str, label: str) -> None: ...
    def clear(self) -> None: ...


class LabelsPresenter:
    """``command_id`` is made for each roll: Enter pressed twice takes it in once."""

    def __init__(self, view: View, desk: Desk, runners: Runners, shell: Shell) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._command_id = desk.new_command_id()
        self._scanned = 0
        self._given: dict[str, str] = {}

    def show(self) -> None:
        """The rolls of this counter."""
        self._runners.reading.run(self._desk.label_rolls, self._view.show_rolls, self._shell.fail)

    def scan(self, scanned: str) -> bool:
        """The first label of a roll, then the last one."""
        if recognise(scanned).shape is not Shape.ITEM:
            return False
        self._view.show_label(("first", "last")[self._scanned % 2], scanned)
        self._scanned += 1
        return True

    def receive(self, first: str, last: str) -> None:
        """Take the roll in."""
        for field in ("first", "last"):
            self._view.show_problem(field, "")
        self._given = {"first": first, "last": last}
        command = ReceiveLabels(self._command_id, first, last)
        self._runners.writing.run(
            lambda: self._desk.receive_labels(command), self._received, self._refused
        )

    def _received(self, done: ReceivedLabels) -> None:
        self._command_id = self._desk.new_command_id()
        self._scanned = 0
        self._view.clear()
        self._shell.tell(text("ui.labels.received", count=done.count), Tone.GOOD)
        self.show()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._shell.fail(error)
        elif field := self._field_of(error):
            self._view.show_problem(field, text_for(error))
        else:
            self._shell.tell(text_for(error), Tone.BAD)

    def _field_of(self, error: UserError) -> str:
        """The label that it is about; "" for the whole roll."""
        if isinstance(error, WrongItemCode):
            wrong = (field for field, label in self._given.items() if not _is_label(label))
            return next(wrong, "")
        return error.field if error.field in self._given else ""


def _is_label(words: str) -> bool:
    try:
        parse_item_code(words)
    except WrongItemCode:
        return False
    return True
