"""Starts Qt, opens the window on a desk, and puts everything away when it closes."""

import logging
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources
from types import TracebackType
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.messages import text
from ui.changes import ChangeFeed
from ui.counter_pages import CounterPages
from ui.desk import Desk
from ui.frame import Around, Frame
from ui.look import Look, dress
from ui.qt_words import QtWords
from ui.style.metrics import px
from ui.style.theme import part
from ui.style.tokens import Tone
from ui.threads import Workers
from ui.widgets.key_button import KeyButton
from ui.widgets.notice import Notice

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

TURN_S: Final = 0.0005
"""How long one thread computes before another gets its turn. With Python's own 5 ms every return
from Qt may wait that long for a busy worker, and a page makes hundreds of them.
"""

WARM_AFTER_MS: Final = 300
"""Once the first page stands: it would come later by all that ``warm`` computes."""

_NO_NEWS = ("This plugin does not support propagateSizeHints()",)
"""What platforms without a screen say of every window."""


def run(desk: Desk, look: Look, warm: Callable[[], None]) -> int:
    """Show the counter until its window is closed; whatever was begun is finished first.

    ``warm`` is done while the clerk looks for a name, so that the first scan does not wait for it.
    """
    app = _application(look)
    workers = Workers()
    feed = ChangeFeed()
    around = Around(desk, workers.runners, feed)
    frame = Frame(around, CounterPages(desk, around.underway.pages(workers.runners), feed))
    warming = _later(
        WARM_AFTER_MS,
        lambda: workers.runners.devices.run(warm, lambda _none: None, frame.steering.fail),
    )
    with _bugs_told_by(frame), _ended_by_the_terminal(), _short_turns():
        frame.window.showMaximized()
        frame.start()
        warming.start()
        try:
            return app.exec()
        finally:
            warming.stop()
            workers.shutdown()
            _put_away()


def tell(sentence: str, look: Look) -> None:
    """One sentence in a window of its own: why the counter cannot open."""
    app = _application(look)
    window = sentence_window(sentence)
    window.show()
    app.exec()


def sentence_window(sentence: str) -> QWidget:
    """Closed by its one button, by Enter or by Esc."""
    window = QWidget()
    part(window, "ground")
    window.setWindowTitle(text("ui.window.title"))
    close = KeyButton(text("ui.application.close"), "Esc")
    close.clicked.connect(window.close)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QShortcut(key, window, close.click)
    column = QVBoxLayout(window)
    column.setContentsMargins(px(24), px(24), px(24), px(24))
    column.setSpacing(px(16))
    column.addWidget(Notice(sentence, Tone.WARN))
    column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    window.resize(px(560), px(180))
    close.setFocus()
    return window


def _application(look: Look) -> QApplication:
    qInstallMessageHandler(_take_message)
    app = QApplication.instance() or QApplication(["tem"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Tem")
    app.setDesktopFileName("vn.tem.Counter")
    app.setWindowIcon(QIcon(str(resources.files("resources") / "icons" / "tem.svg")))
    if app.findChild(QtWords) is None:
        app.installTranslator(QtWords(app))
    dress(app, look)
    return app


def _put_away() -> None:
    """Qt takes apart the window and every page that has not come into it; Python's collector finds
    no part of them alive.

    Left to the collector, a part can lose its attributes while Qt still sends it events; that ends
    the process in a crash.
    """
    for each in QApplication.topLevelWidgets():
        if each.parent() is None:
            each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _later(after_ms: int, do: Callable[[], None]) -> QTimer:
    """Once, ``after_ms`` after it was started."""
    timer = QTimer()
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(do)
    return timer


@contextmanager
def _short_turns() -> Iterator[None]:
    """No worker keeps the window waiting for longer than a turn."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


@contextmanager
def _bugs_told_by(frame: Frame) -> Iterator[None]:
    """A bug in a slot comes here: the window lives on and says what is safe."""

    def bug(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        frame.bugs.report(error)

    before, sys.excepthook = sys.excepthook, bug
    try:
        yield
    finally:
        sys.excepthook = before


@contextmanager
def _ended_by_the_terminal() -> Iterator[None]:
    """Ctrl+C ends the program at once: Python's own handler would wait for the next event."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _take_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    level = logging.DEBUG if message in _NO_NEWS else _LEVELS.get(kind, logging.WARNING)
    logging.getLogger("qt").log(level, "%s", message)
