"""Locks a counter that nobody has touched for a while."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

IDLE_MS: Final = 10 * 60_000

_TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class IdleWatch(QObject):
    """``idle`` after ``after_ms`` without a key or a click."""

    idle = Signal()

    def __init__(self, after_ms: int = IDLE_MS) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self.idle)

    def watch(self, window: QWidget) -> None:
        """Listen at ``window``, which has been shown."""
        handle = window.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def start(self) -> None:
        """Someone has signed in."""
        self._timer.start()

    def stop(self) -> None:
        """Nobody is signed in."""
        self._timer.stop()

    def left_ms(self) -> int:
        """Until it falls idle; negative while it is not watching."""
        return self._timer.remainingTime()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Every touch counts anew."""
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
        return False
