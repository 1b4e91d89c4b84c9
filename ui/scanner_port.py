"""A scanner with a line of its own, brought into the window's thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.devices import ScannerChoice
from app.errors import UserError

if TYPE_CHECKING:
    from app.scanners.framing import Scan
    from app.scanners.reader import Reader, State


class ScannerPort(QObject):
    """Signals: ``scanned(text)``; ``refused(UserError)`` for what is no code; ``stood(state)``
    with connected, away or keyboard, whenever that changes.
    """

    scanned = Signal(str)
    refused = Signal(object)
    stood = Signal(str)
    _heard = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.state = "keyboard"
        self._choice = ScannerChoice()
        self._reader: Reader | None = None
        self._generation: object = None
        self._heard.connect(self._bring, Qt.ConnectionType.QueuedConnection)

    def use(self, choice: ScannerChoice) -> None:
        """Listen to the scanner that was chosen; nothing happens when it is the same."""
        if choice == self._choice:
            return
        self.stop()
        self._choice = choice
        if choice.kind == "keyboard":
            self._stand("keyboard")
            return
        from app.scanners.choosing import reader_of  # noqa: PLC0415 - only where such a one was chosen

        generation = self._generation = object()
        self._reader = reader_of(choice, lambda heard: self._heard.emit(heard, generation))
        if self._reader is not None:
            self._reader.start()

    def stop(self) -> None:
        """Listen no more."""
        self._generation = None
        self._choice = ScannerChoice()
        if self._reader is not None:
            self._reader.stop()
            self._reader = None

    def _bring(self, heard: "Scan | State", generation: object) -> None:
        if generation is not self._generation:
            return  # of a scanner that was given up meanwhile
        if isinstance(heard, str):
            self._stand(str(heard))
        elif isinstance(heard.problem, UserError):
            self.refused.emit(heard.problem)
        else:
            self.scanned.emit(heard.text)

    def _stand(self, state: str) -> None:
        self.state = state
        self.stood.emit(state)
