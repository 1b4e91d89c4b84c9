"""The window served by nobody: sees what is painted, presses keys, and tells how long it took.

``tem bench`` runs it in processes of its own. Moments are nanoseconds of the monotonic clock, which
all processes of a machine share.
"""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from time import monotonic_ns
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.domain.customer_number import grouped
from app.domain.identities import Clerk
from ui.screens.sign_in.clerk_list import ClerkList

PATIENCE_MS: Final = 60_000
REPAINTS: Final = 50


class Watch(QObject):
    """Waits for one painting at a time; ``gave_up`` is called when it does not come in time."""

    def __init__(self, gave_up: Callable[[], None], patience_ms: int = PATIENCE_MS) -> None:
        super().__init__()
        self._wanted: Callable[[QObject], bool] | None = None
        self._then = gave_up
        self._patience_ms = patience_ms
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(gave_up)

    def when_painted(self, wanted: Callable[[QObject], bool], then: Callable[[], None]) -> None:
        """Call ``then`` once a wanted widget was painted and the whole frame is out."""
        self._wanted, self._then = wanted, then
        self._patience.start(self._patience_ms)
        application().installEventFilter(self)  # seeing every event takes time: only meanwhile

    def stop(self) -> None:
        """Nothing more is awaited."""
        self._wanted = None
        self._patience.stop()
        application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only looks."""
        if isinstance(event, QPaintEvent) and self._wanted is not None and self._wanted(watched):
            self._wanted = None
            self._patience.stop()
            QTimer.singleShot(0, self._then)
        return False


class FirstKey:
    """Presses Enter on the list of clerks; the key is answered when the PIN can be typed."""

    def __init__(self, told: Callable[[int], None]) -> None:
        self._told = told
        self._watch = Watch(leave)
        self._watch.when_painted(is_list, self._press)

    def _press(self) -> None:
        self._watch.when_painted(is_typed_in, self._answered)
        press(Qt.Key.Key_Return)

    def _answered(self) -> None:
        at_ns = monotonic_ns()
        self._told(at_ns)
        leave()


class Shift:
    """Signs ``clerk`` in and scans one customer number after the other.

    ``done`` is given the milliseconds from the end of each scan to its painted customer.
    """

    def __init__(
        self, clerk: Clerk, pin: str, numbers: Sequence[str], done: Callable[[list[float]], None]
    ) -> None:
        self._clerk = clerk
        self._pin = pin
        self._left = list(reversed(numbers))
        self._done = done
        self._times_ms: list[float] = []
        self._begun_ns = 0
        self._watch = Watch(leave)
        self._watch.when_painted(is_list, self._pick)

    def _pick(self) -> None:
        people = QApplication.focusWidget()
        self._watch.when_painted(is_typed_in, self._sign_in)
        assert isinstance(people, ClerkList)
        people.picked.emit(self._clerk)

    def _sign_in(self) -> None:
        entry = QApplication.focusWidget()
        assert isinstance(entry, QLineEdit)
        self._watch.when_painted(lambda seen: seen is not entry and is_typed_in(seen), self._scan)
        entry.setText(self._pin)
        press(Qt.Key.Key_Return)

    def _scan(self) -> None:
        if not self._left:
            self._done(self._times_ms)
            return
        number = self._left.pop()
        first_ms = monotonic_ns() // 1_000_000
        for place, digit in enumerate(number):
            press(Qt.Key(ord(digit)), digit, first_ms + place)
        shown = grouped(number)
        self._watch.when_painted(
            lambda seen: isinstance(seen, QLabel) and seen.text() == shown, self._painted
        )
        self._begun_ns = monotonic_ns()
        press(Qt.Key.Key_Return, "\r", first_ms + len(number))

    def _painted(self) -> None:
        self._times_ms.append((monotonic_ns() - self._begun_ns) / 1e6)
        QTimer.singleShot(0, self._scan)


class Bare(QWidget):
    """An empty window that answers a key by painting itself: the floor of everything with Qt."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = 0
        self.resize(1366, 768)

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """One more."""
        self.keys += 1
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """How many keys came."""
        QPainter(self).drawText(20, 40, str(self.keys))


class BareTrial:
    """The same as FirstKey and Shift on a ``Bare`` window."""

    def __init__(self, window: Bare, told: Callable[[int, list[float]], None]) -> None:
        self._window = window
        self._told = told
        self._times_ms: list[float] = []
        self._pressed_ns = self._first_ns = 0
        self._watch = Watch(leave)
        self._watch.when_painted(lambda seen: seen is window, self._press)

    def _press(self) -> None:
        self._watch.when_painted(lambda seen: seen is self._window, self._answered)
        self._pressed_ns = monotonic_ns()
        press(Qt.Key.Key_Return)

    def _answered(self) -> None:
        now_ns = monotonic_ns()
        self._first_ns = self._first_ns or now_ns
        self._times_ms.append((now_ns - self._pressed_ns) / 1e6)
        if len(self._times_ms) < REPAINTS:
            self._press()
            return
        self._told(self._first_ns, self._times_ms)
        leave()


def application() -> QApplication:
    """The one there is; a new one when there is none."""
    app = QApplication.instance() or QApplication(["tem"])
    assert isinstance(app, QApplication)
    return app


def is_list(seen: QObject) -> bool:
    """The list of clerks, once somebody stands in it."""
    people = QApplication.focusWidget()
    return (
        isinstance(people, ClerkList)
        and people.model().rowCount() > 0
        and seen is people.viewport()
    )


def is_typed_in(seen: QObject) -> bool:
    """The entry that has the focus."""
    return isinstance(seen, QLineEdit) and seen is QApplication.focusWidget()


def press(key: Qt.Key, text: str = "", stamp_ms: int = 0) -> None:
    """One key at the window that has the focus; ``stamp_ms`` is when a device says it was sent."""
    window = QApplication.focusWindow()
    assert window is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(stamp_ms)
        QApplication.sendEvent(window, event)


def leave() -> None:
    """End the program as a person does: by closing its window."""
    application().closeAllWindows()


def resident_mb() -> float:
    """Memory of this process that is in RAM; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = dict(line.split(":", 1) for line in status.read_text("ascii").splitlines())
    return int(lines["VmRSS"].split()[0]) / 1024


def report_first_key() -> FirstKey:
    """Call before the program starts, and keep the answer: it writes one line of JSON.

    ``modules`` are all that were loaded for the first key and are not this program's own.
    """
    ours = {"app", "ui", "sync", "printing", "resources"}

    def told(at_ns: int) -> None:
        modules = sorted(name for name in sys.modules if name.partition(".")[0] not in ours)
        tell({"first_key_ns": at_ns, "modules": modules, "resident_mb": resident_mb()})

    application()
    return FirstKey(told)


def run_bare(modules: Sequence[str]) -> int:
    """The floor: load ``modules``, show an empty window, press keys, write one line of JSON."""
    for name in modules:
        with suppress(ImportError):  # some stand in sys.modules under a name of their own making
            import_module(name)
    app = application()
    window = Bare()
    trial = BareTrial(
        window,
        lambda at_ns, times_ms: tell(
            {"first_key_ns": at_ns, "painted_ms": times_ms, "resident_mb": resident_mb()}
        ),
    )
    window.show()
    code = app.exec()
    del trial
    return code


def tell(value: dict[str, object]) -> None:
    """To whoever started this process."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()
