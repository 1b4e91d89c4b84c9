"""The scan channel: what a wedge scanner types goes to the window, whatever has the focus.

Fields never keep any of it, and its Enter submits nothing.
"""

from collections.abc import Callable
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.wedge import Wedge
from ui.widgets.entry import Entry

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_AltGr)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_LONG_AGO: Final = 60_000


@runtime_checkable
class Restorable(Protocol):
    """A widget that can take back what keys did to it."""

    def remember(self) -> Callable[[], None]:
        """A way back to how the widget stands now."""


class ScanChannel(QObject):
    """``scanned(text)`` for every scan. ``prefix`` as set in the scanner, "" for none.

    Typing tools that are hooks of the keyboard erase and type anew: those keys are counted too.

    Keys are watched at the window itself, before any widget sees them. An input method delivers
    to the focused field instead, so that one is watched too; when a burst is certain the input
    method is switched off for the rest of it, and what it spoilt is left to the recogniser.
    """

    scanned = Signal(str)

    def __init__(self, prefix: str = "") -> None:
        super().__init__()
        self._wedge = Wedge(prefix)
        self._held: list[QKeyEvent] = []
        self._before = _Before()
        self._earlier: _Before | None = None  # before the lead of a scanner that stutters
        self._window: QWindow | None = None
        self._field: QWidget | None = None
        self._hushing = False
        self._stamps = _Stamps()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._let_go)
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.setInterval(0)
        self._hush.timeout.connect(self._silence)

    def configure(self, prefix: str, burst_ms: int) -> None:
        """As the scanner is set from now on."""
        self._let_go()
        self._wedge = Wedge(prefix, burst_ms)

    def watch(self, window: QWidget) -> None:
        """Listen at ``window``, which has been shown, and at whatever has its focus."""
        handle = window.window().windowHandle()
        app = QApplication.instance()
        if handle is None or handle is self._window or not isinstance(app, QApplication):
            return
        self._window = handle
        handle.installEventFilter(self)
        app.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True keeps the event from its receiver."""
        if watched is self._window and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._pressed(event)
        if watched is self._field and isinstance(event, QInputMethodEvent):
            self._composed(event)
        return False

    def _follow(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = entered
        if entered is not None:
            entered.installEventFilter(self)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() in _SILENT:
            return False
        gap = self._stamps.gap(event.timestamp())
        if event.isAutoRepeat() or event.modifiers() & _COMMANDS:
            self._let_go()
            return False
        if event.key() in _ENTER:
            return self._ended(gap)
        if event.key() == Qt.Key.Key_Backspace:
            return self._erased(gap)
        if not event.text().isprintable() or not event.text():
            self._let_go()
            return False
        return self._typed(event, gap)

    def _typed(self, event: QKeyEvent, gap: int) -> bool:
        self._begin(gap)
        if not self._wedge.typed(event.text(), gap):
            return False
        self._silence()
        self._held.append(event.clone())
        self._patience.start(self._wedge.wait_ms())
        return True

    def _erased(self, gap: int) -> bool:
        """A key that is held back is simply forgotten; one let through is erased in its field."""
        if not self._wedge.erased(gap):
            self._let_go()
            return False
        if not self._held:
            return False
        self._held.pop()
        self._patience.start(self._wedge.wait_ms())
        return True

    def _composed(self, event: QInputMethodEvent) -> None:
        """An input method swallowed the key: count it, without knowing which it was."""
        if self._hushing or not (event.preeditString() or event.commitString()):
            return
        gap = self._stamps.gap(0)
        self._begin(gap)
        self._before.composed = True
        if self._wedge.typed("", gap):
            self._hush.start()  # once the field has this event: what it holds is committed then
            self._patience.start(self._wedge.wait_ms())

    def _begin(self, gap: int) -> None:
        """A key that belongs to no burst begins one: remember how its field stands."""
        if self._wedge.belongs(gap) and not self._wedge.fresh:
            return
        if self._wedge.leads(gap):
            self._earlier = self._before
        else:
            self._let_go()
        self._before = _Before.of(QApplication.focusWidget())

    def _ended(self, gap: int) -> bool:
        text = self._wedge.ended(gap)
        if text is None:
            self._let_go()
            return False
        self._patience.stop()
        self._hush.stop()
        first = self._earlier or self._before
        if first.composed or self._before.composed:
            self._silence()
            text = first.inserted() + "".join(key.text() for key in self._held)
        self._held = []
        self._before.bring_back()
        first.bring_back()
        self._earlier = None
        self.scanned.emit(text)
        return True

    def _silence(self) -> None:
        self._hushing = True  # what the input method hands over now is no new key
        self._before.silence()
        self._hushing = False

    def _let_go(self) -> None:
        """It was a hand after all: what was held goes where it was meant."""
        self._patience.stop()
        self._hush.stop()
        self._wedge.reset()
        self._earlier = None
        held, self._held = self._held, []
        self._before.wake()
        receiver = QApplication.focusWidget() or QApplication.activeWindow()
        if receiver is not None:
            for key in held:
                QApplication.sendEvent(receiver, key)


class _Stamps:
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


class _Before:
    """How the focused field stood before a burst."""

    def __init__(self, entry: Entry | None = None, back: Callable[[], None] | None = None) -> None:
        self.composed = False
        self._entry = entry
        self._back = back
        self._at, self._tail = _gap_in(entry) if entry else (0, 0)

    @classmethod
    def of(cls, focused: QWidget | None) -> "_Before":
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
