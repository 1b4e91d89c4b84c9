"""What the first keys of a scan leave behind, and how it is taken back."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Final, Protocol, Self, runtime_checkable

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import getCppPointer, isValid

from ui.widgets.entry import Entry

_LONG_AGO: Final = 60_000

FORGOTTEN_MS: Final = 500
"""What comes back later than this belongs to no scan."""


@runtime_checkable
class Restorable(Protocol):
    """A widget that can take back what keys did to it."""

    def remember(self) -> Callable[[], None]:
        """A way back to how the widget stands now."""


def is_same_as(thing: QObject | None) -> Callable[[QObject | None], bool]:
    """Whether Qt keeps another in the same place: Python may lose its own name for a window."""
    if thing is None:
        return lambda _other: False
    address = getCppPointer(thing)[0]
    return lambda other: other is not None and getCppPointer(other)[0] == address


class Quietly(AbstractContextManager["Quietly"]):
    """While open, what an input method hands over is no new key."""

    def __init__(self) -> None:
        self._depth = 0

    @property
    def now(self) -> bool:
        """Whether it is open."""
        return self._depth > 0

    def __enter__(self) -> Self:
        self._depth += 1
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._depth -= 1


class Late:
    """Keys that were let through and have not come back from a typing tool.

    One that composes them never gives them back; one that does not is seldom later than a blink.
    """

    def __init__(self) -> None:
        self._owed: list[str] = []
        self._ended = QElapsedTimer()

    @property
    def expected(self) -> bool:
        """Whether some may still come."""
        return bool(self._owed)

    def begin(self) -> None:
        """A new burst."""
        self._owed = []
        self._ended.invalidate()

    def let_through(self, text: str) -> None:
        """A key goes on to typing tools and fields."""
        self._owed.append(text)

    def came(self, text: str) -> bool:
        """It has reached the window; True when its scan is over already, and it must go nowhere."""
        mine = text in self._owed
        if mine:
            self._owed.remove(text)
        return mine and self._too_late()

    def composed(self) -> bool:
        """A typing tool has made something of it; True when that must go nowhere."""
        return bool(self._owed) and self._too_late()

    def end(self) -> None:
        """The scan was told."""
        self._ended.start()

    def _too_late(self) -> bool:
        return self._ended.isValid() and self._ended.elapsed() < FORGOTTEN_MS


class Stamps:
    """Milliseconds between keys: by the window system's stamps, else by arrival.

    The stamps tell the truth when the screen was busy and keys have queued up.
    """

    def __init__(self) -> None:
        self._last = 0
        self._arrived = QElapsedTimer()

    def gap(self, stamp: int) -> int:
        """Since the last call; an hour before the first."""
        waited = self._arrived.restart() if self._arrived.isValid() else _LONG_AGO
        if not self._arrived.isValid():
            self._arrived.start()
        last, self._last = self._last, stamp
        return stamp - last if stamp and last and stamp >= last else waited


class Before:
    """How the focused field stood before a burst."""

    def __init__(self, entry: Entry | None = None, back: Callable[[], None] | None = None) -> None:
        self.composed = False
        self._entry = entry
        self._back = back
        self._at, self._tail = _gap_in(entry) if entry else (0, 0)

    @classmethod
    def of(cls, focused: QWidget | None) -> "Before":
        """Remember ``focused`` and, around it, what its keys act on."""
        back: Callable[[], None] | None = None
        widget = focused
        while widget is not None:
            if isinstance(widget, Restorable):
                back = widget.remember()
            widget = widget.parentWidget()
        return cls(focused if isinstance(focused, Entry) else None, back)

    def silence(self) -> None:
        """No input method for the rest of the burst."""
        if self._entry is not None and isValid(self._entry):
            self._entry.set_composing(on=False)

    def wake(self) -> None:
        """The input method again."""
        if self._entry is not None and isValid(self._entry):
            self._entry.set_composing(on=True)

    def inserted(self) -> str:
        """What has come into the field since."""
        if self._entry is None or not isValid(self._entry):
            return ""
        text = self._entry.text()
        return text[self._at : len(text) - self._tail]

    def bring_back(self) -> None:
        """Undo what the burst did."""
        self.wake()
        if self._back is not None and (self._entry is None or isValid(self._entry)):
            self._back()


def _gap_in(entry: Entry) -> tuple[int, int]:
    """Where typing goes: letters before it, the word being composed too, and letters behind."""
    if entry.hasSelectedText():
        behind = len(entry.text()) - entry.selectionStart() - len(entry.selectedText())
        return entry.selectionStart(), behind
    behind = len(entry.text()) - entry.cursorPosition()
    return len(entry.seen_text()) - behind, behind
