"""The page of the day's report in its states."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.services.permissions import NotPermitted
from tests.fakes.counter_window import CounterWindow

_ALT = Qt.KeyboardModifier.AltModifier


def report(counter: CounterWindow) -> None:
    counter.hands.press(Qt.Key.Key_B, _ALT)


def report_table(counter: CounterWindow) -> None:
    report(counter)
    counter.press(Qt.Key.Key_Down, Qt.Key.Key_Return)


def report_entries(counter: CounterWindow) -> None:
    report_table(counter)
    counter.press(Qt.Key.Key_Return)


def report_refused(counter: CounterWindow) -> None:
    counter.desk.report_refused = NotPermitted()
    report(counter)


def report_making(counter: CounterWindow) -> None:
    counter.reporting.paused = True
    report(counter)


def report_empty(counter: CounterWindow) -> None:
    counter.desk.nothing_happened = True
    report(counter)


REPORT_SCENES: dict[str, Callable[[CounterWindow], None]] = {
    each.__name__: each
    for each in (
        report, report_table, report_entries, report_refused, report_making, report_empty,
    )
}  # fmt: skip
