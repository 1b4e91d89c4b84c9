"""Rides along in the counter's process and tells what its window shows, as a screen reader would.

Python loads a module of this name by itself when its folder is in PYTHONPATH, so the tests run the
very command that a clerk runs. It listens at the socket named in TEM_WATCH; each line sent there is
answered with one line of JSON. It reads, and never acts: keys come from the screen.

``look`` is answered with what the window shows; ``read?`` with whether somebody at the window has
had time to read it, so that a finishing key pressed now counts.
"""

import json
import os
import socket
import sys
from collections.abc import Callable
from functools import cache
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Shown = dict[str, Any]


def _listen(path: str) -> None:
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen()
    Thread(target=_serve, args=(server,), daemon=True).start()


def _serve(server: socket.socket) -> None:
    while True:
        caller, _ = server.accept()
        with caller, caller.makefile("rw", encoding="utf-8") as line:
            for question in line:
                line.write(json.dumps(_look(question.strip())) + "\n")
                line.flush()


def _look(question: str) -> Shown:
    """Empty until there is an application; then what the screen's thread sees."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return {}
    answers: SimpleQueue[Shown] = SimpleQueue()
    errand = _errand()(answers, _read if question == "read?" else _window)
    errand.moveToThread(app.thread())
    errand.asked.emit()
    return answers.get()


@cache
def _errand() -> Any:  # noqa: ANN401 - its base is known only when the program has loaded Qt
    from PySide6.QtCore import QObject, Qt, Signal, Slot

    class Errand(QObject):
        asked = Signal()

        def __init__(self, answers: "SimpleQueue[Shown]", found: Callable[[], Shown]) -> None:
            super().__init__()
            self._answers = answers
            self._found = found
            self.asked.connect(self.look, Qt.ConnectionType.QueuedConnection)

        @Slot()
        def look(self) -> None:
            self._answers.put(self._found())

    return Errand


_scans: list[str] = []
_heard: "list[QWidget]" = []


def _hear(window: Any) -> None:  # noqa: ANN401 - the counter's own window
    """From the first look on, note down whatever the window takes for a scan."""
    if window not in _heard and hasattr(window, "scans"):
        _heard.append(window)
        window.scans.scanned.connect(_scans.append)


def _read() -> Shown:
    """No key is refused for having come too soon."""
    import shiboken6

    from ui.widgets.patience import Patience

    known = [each for each in shiboken6.getAllValidWrappers() if isinstance(each, Patience)]
    return {"read": bool(known) and not any(each.is_reading for each in known)}


def _window() -> Shown:
    from PySide6.QtWidgets import QApplication

    window = next((each for each in QApplication.topLevelWidgets() if each.isVisible()), None)
    if window is None:
        return {}
    _hear(window)
    focused = QApplication.focusWidget()
    return {
        "scans": _scans,
        "title": window.windowTitle(),
        "size": [window.width(), window.height()],
        "active": window.isActiveWindow(),
        "focus": _name(focused) if focused else "",
        "parts": [part for each in _visible(window) for part in _part(each)],
    }


def _visible(window: "QWidget") -> "list[QWidget]":
    """From top to bottom and from left to right."""
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    def place(widget: QWidget) -> tuple[int, int]:
        at = widget.mapTo(window, QPoint(0, 0))
        return at.y(), at.x()

    found = [each for each in window.findChildren(QWidget) if not each.visibleRegion().isEmpty()]
    return sorted(found, key=place)


def _part(widget: "QWidget") -> list[Shown]:
    """Nothing of a widget that only holds others."""
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit

    if isinstance(widget, QLineEdit):
        hidden = widget.echoMode() != QLineEdit.EchoMode.Normal
        value = "•" * len(widget.text()) if hidden else widget.text()
        return [{"kind": "field", "name": _name(widget), "value": value}]
    if isinstance(widget, QAbstractItemView):
        return [{"kind": "list", "name": _name(widget), "rows": _rows(widget)}]
    if isinstance(widget, QAbstractButton):
        return [{"kind": "button", "name": widget.text(), "value": _is_on(widget)}]
    if isinstance(widget, QLabel) and widget.text():
        return [{"kind": "words", "name": widget.text()}]
    if not widget.children() and widget.accessibleName():
        return [{"kind": "words", "name": widget.accessibleName()}]
    return []


def _rows(view: Any) -> list[str]:  # noqa: ANN401 - QAbstractItemView, known when Qt is loaded
    from PySide6.QtCore import Qt

    model, column = view.model(), view.modelColumn()
    return [
        str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]


def _is_on(button: Any) -> bool:  # noqa: ANN401 - the program's own buttons draw their state
    told = getattr(button, "is_on", button.isChecked)
    return bool(told())


def _name(widget: "QWidget") -> str:
    return widget.accessibleName() or type(widget).__name__


if "TEM_WATCH" in os.environ:
    _listen(os.environ.pop("TEM_WATCH"))  # not for the programs that this one starts
