"""The pages of cash and shift in their states."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.services.cash import MoreThanTheBooksHold
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_post_office import PIN
from tests.printing.shift_samples import NOTES
from ui.changes import Topic

_PIECES = tuple(str(pieces) for _, pieces in NOTES)


def shift(counter: CounterWindow) -> None:
    counter.press(Qt.Key.Key_F11)


def shift_none_open(counter: CounterWindow) -> None:
    counter.desk.open_now = None
    counter.feed.announce(Topic.STANDING)
    shift(counter)


def shift_handing_over(counter: CounterWindow) -> None:
    shift(counter)
    counter.type("4")


def shift_refused(counter: CounterWindow) -> None:
    shift_handing_over(counter)
    counter.press(*[Qt.Key.Key_Return] * 3)
    counter.press(Qt.Key.Key_Return)


def shift_booking(counter: CounterWindow) -> None:
    shift(counter)
    counter.enter("1", "", "500k")
    counter.writing.paused = True
    counter.enter("Thủ quỹ giao thêm tiền lẻ")


def shift_after_z(counter: CounterWindow) -> None:
    count_done(counter)
    counter.read()
    counter.press(Qt.Key.Key_F12, Qt.Key.Key_F11)


def count_float(counter: CounterWindow) -> None:
    shift_none_open(counter)
    counter.press(Qt.Key.Key_F12)
    counter.read()
    counter.enter("", "2", "5")


def count_blind(counter: CounterWindow) -> None:
    shift(counter)
    counter.press(Qt.Key.Key_F12)
    counter.read()
    counter.enter(*_PIECES[:5])


def count_incomplete(counter: CounterWindow) -> None:
    count_blind(counter)
    counter.press(Qt.Key.Key_F12)


def count_difference(counter: CounterWindow) -> None:
    count_blind(counter)
    counter.enter(*_PIECES[5:])
    counter.type("400")
    counter.press(Qt.Key.Key_F12)
    counter.read()


def count_refused(counter: CounterWindow) -> None:
    count_difference(counter)
    counter.desk.fail_next = MoreThanTheBooksHold(amount_vnd=99_000_000)
    counter.enter("99000k", "thối nhầm", "phuc", PIN)


def count_booking(counter: CounterWindow) -> None:
    count_difference(counter)
    counter.writing.paused = True
    counter.enter("100k", "thối nhầm cho khách", "phuc", PIN)


def count_done(counter: CounterWindow) -> None:
    count_difference(counter)
    counter.enter("100k", "thối nhầm cho khách", "phuc", PIN)


def count_done_printer_down(counter: CounterWindow) -> None:
    counter.desk.z_state = "failed"
    count_done(counter)


def count_done_doubtful(counter: CounterWindow) -> None:
    counter.desk.z_state = "doubtful"
    count_done(counter)


DAY_SCENES: dict[str, Callable[[CounterWindow], None]] = {
    each.__name__: each
    for each in (
        shift,
        shift_none_open,
        shift_handing_over,
        shift_refused,
        shift_booking,
        shift_after_z,
        count_float,
        count_blind,
        count_incomplete,
        count_difference,
        count_refused,
        count_booking,
        count_done,
        count_done_printer_down,
        count_done_doubtful,
    )
}
