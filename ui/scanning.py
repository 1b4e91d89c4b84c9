"""The scan channel: what a wedge scanner types goes to the window, whatever has the focus.

Fields never keep any of it, and its Enter submits nothing.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.native_keys import NativeKeys, listen
from ui.scan_traces import Before, Late, Quietly, Stamps, is_same_as
from ui.wedge import Wedge

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_AltGr)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
LATE_MS: Final = 40
"""How long a scan waits for its first keys to come back from a typing tool."""


class ScanChannel(QObject):
    """``scanned(text)`` for every scan. ``prefix`` as set in the scanner, "" for none.

    On an X11 screen keys are heard as the keyboard sent them, and what is surely a scan reaches no
    typing tool. Elsewhere they are watched at the window itself, before any widget sees them; an
    input method delivers to the focused field instead, so that one is watched too, and is switched
    off for the rest of a certain burst. Typing tools that are hooks of the keyboard erase and type
    anew: those keys are counted. What is spoilt is left to the recogniser.
    """

    scanned = Signal(str)

    def __init__(self, prefix: str = "") -> None:
        super().__init__()
        self._wedge = Wedge(prefix)
        self._held: list[QKeyEvent] = []
        self._before = Before()
        self._earlier: Before | None = None  # before the lead of a scanner that stutters
        self._is_mine = is_same_as(None)
        self._native: NativeKeys | None = None
        self._late = Late()
        self._finishing: str | None = None
        self._last_moment = QTimer(self)
        self._last_moment.setSingleShot(True)
        self._last_moment.setInterval(LATE_MS)
        self._last_moment.timeout.connect(self._finish)
        self._field: QWidget | None = None
        self._quietly = Quietly()
        self._stamps = Stamps()
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
        if handle is None or self._is_mine(handle) or not isinstance(app, QApplication):
            return
        self._is_mine = is_same_as(handle)
        handle.installEventFilter(self)
        self._native = listen(app, self._keyed)
        app.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True keeps the event from its receiver."""
        if event.type() == QEvent.Type.KeyPress and self._is_mine(watched):
            assert isinstance(event, QKeyEvent)
            if self._native is not None and event.spontaneous():
                return self._late.came(event.text())  # it was heard already
            return self._pressed(event)
        if watched is self._field and isinstance(event, QInputMethodEvent):
            if self._native is not None:
                return self._late.composed()
            self._composed(event)
        return False

    def _keyed(self, event: QKeyEvent) -> bool:
        """A key as the keyboard sent it: True when it is to be seen by nobody else."""
        if not self._is_mine(QGuiApplication.focusWindow()):
            return False
        if self._finishing is not None:
            self._finish()
        kept = self._pressed(event)
        if not kept and event.text():
            self._late.let_through(event.text())
        return kept

    def _follow(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        ours = entered is not None and self._is_mine(entered.window().windowHandle())
        self._field = entered if ours else None
        if self._field is not None:
            self._field.installEventFilter(self)

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
        if self._native is None:
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
        if self._quietly.now or not (event.preeditString() or event.commitString()):
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
        self._late.begin()
        self._before = Before.of(QApplication.focusWidget())

    def _ended(self, gap: int) -> bool:
        text = self._wedge.ended(gap)
        if text is None:
            self._let_go()
            return False
        self._patience.stop()
        self._hush.stop()
        first = self._earlier or self._before
        if self._native is None and (first.composed or self._before.composed):
            self._silence()
            text = first.inserted() + "".join(key.text() for key in self._held)
        self._held = []
        self._finishing = text
        if self._late.expected:
            self._last_moment.start()  # a typing tool still has some of its first keys
        else:
            self._finish()
        return True

    def _finish(self) -> None:
        """Take back what the first keys did, and tell the scan."""
        self._last_moment.stop()
        text, self._finishing = self._finishing, None
        if text is None:
            return
        first = self._earlier or self._before
        self._earlier = None
        if self._native is not None:
            self._silence()
        with self._quietly:
            self._before.bring_back()
            first.bring_back()
        self._late.end()
        self.scanned.emit(text)

    def _silence(self) -> None:
        with self._quietly:
            self._before.silence()

    def _let_go(self) -> None:
        """It was a hand after all: what was held goes where it was meant."""
        self._patience.stop()
        self._hush.stop()
        self._wedge.reset()
        self._earlier = None
        held, self._held = self._held, []
        if self._native is not None and held:
            self._silence()  # a word being composed is finished before the keys behind it
        with self._quietly:
            self._before.wake()
        receiver = QApplication.focusWidget() or QApplication.activeWindow()
        if receiver is not None:
            for key in held:
                QApplication.sendEvent(receiver, key)
