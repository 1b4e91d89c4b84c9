"""What belongs to no task: signing in, the sync, what was left by a crash."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from tests.fakes.baskets import a_basket
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW
from tests.ui.screens.access.test_view import PAGE, REVEAL

_CTRL = Qt.KeyboardModifier.ControlModifier


def syncing(counter: CounterWindow) -> None:
    counter.hands.press(Qt.Key.Key_G, _CTRL)


def syncing_all_there(counter: CounterWindow) -> None:
    counter.desk.in_touch = replace(
        counter.desk.in_touch, held=(), acked=128, oldest_unsent_at=None
    )
    syncing(counter)


def syncing_offline(counter: CounterWindow) -> None:
    counter.desk.in_touch = replace(
        counter.desk.in_touch,
        state="alone",
        acked=22,
        oldest_unsent_at=NOW - timedelta(days=3),
        heard_at=NOW - timedelta(days=3),
        next_try_at=NOW + timedelta(minutes=4),
        problem="Không gọi được Trung tâm. Máy tự thử lại; không việc gì ở quầy phải chờ.",
        clock_off_s=None,
        held=(),
    )
    syncing(counter)


def syncing_wrong_clock(counter: CounterWindow) -> None:
    counter.desk.in_touch = replace(counter.desk.in_touch, clock_off_s=-86_400 * 3)
    syncing(counter)


def syncing_not_linked(counter: CounterWindow) -> None:
    counter.desk.in_touch = replace(
        counter.desk.in_touch, headquarters="", acked=0, heard_at=None, held=(), clock_off_s=None
    )
    syncing(counter)


def syncing_never_heard(counter: CounterWindow) -> None:
    counter.desk.in_touch = replace(
        counter.desk.in_touch, acked=0, heard_at=None, held=(), clock_off_s=None
    )
    syncing(counter)


def access(counter: CounterWindow) -> None:
    counter.desk.views = (REVEAL, PAGE)
    access_empty(counter)


def access_empty(counter: CounterWindow) -> None:
    counter.desk.supervised = True
    counter.hands.press(Qt.Key.Key_Comma, _CTRL)
    counter.press(Qt.Key.Key_F7)


def access_refused(counter: CounterWindow) -> None:
    counter.hands.press(Qt.Key.Key_Comma, _CTRL)
    counter.press(Qt.Key.Key_F7)


def sign_in(counter: CounterWindow) -> None:
    counter.hands.press(Qt.Key.Key_L, _CTRL)
    counter.press(Qt.Key.Key_Escape)


def crash_asked_about(counter: CounterWindow) -> None:
    """Nobody has said yet what is on paper."""


def cut_off(desk: FakeDesk) -> None:
    """The power went while the receipt was being printed."""
    receipt = desk.accept(a_basket(desk)).receipt
    desk.printer.doubt(receipt)


WINDOW_SCENES: dict[str, Callable[[CounterWindow], None]] = {
    each.__name__: each
    for each in (
        syncing,
        syncing_all_there,
        syncing_offline,
        syncing_wrong_clock,
        syncing_not_linked,
        syncing_never_heard,
        access,
        access_empty,
        access_refused,
        sign_in,
        crash_asked_about,
    )
}
