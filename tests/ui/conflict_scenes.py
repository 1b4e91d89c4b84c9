"""Values that met at headquarters: on the customer's page, and in the supervisor's list."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from app.queries.conflicts import By, ConflictLine, Settled, Side
from app.services.permissions import NotPermitted
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_conflicts import HELD_AT, OTHER_AT, STREET

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_LONG_NAME = "Công Tằng Tôn Nữ Huỳnh Phương Nguyễn Thị Khánh Vân"
_STAFF = By("an Nguyễn Văn An", "", "", HELD_AT)
NAME = ConflictLine(
    conflict="1" * 32 + "-full_name",
    number=STREET.number,
    full_name=_LONG_NAME,
    field="full_name",
    label="Họ và tên",
    holds=Side(_LONG_NAME, By("Công Huyền Tôn Nữ Phương Thảo", "100105", "12", OTHER_AT)),
    other=Side("Công Tằng Tôn Nữ Huỳnh Phương Vân", By("", "", "", None)),
    record="Tôn Nữ Khánh Vân",
)
LATE = replace(
    NAME,
    conflict="2" * 32 + "-phones",
    field="phones",
    label="Điện thoại",
    holds=Side("0903 ••• 456", STREET.holds.by),
    other=Side("0912 ••• 654, 0977 ••• 111", STREET.other.by),
    record="",
    settled=Settled(_STAFF, "gọi khách theo số cũ", here=False, too_late=True),
)


def _contended(counter: CounterWindow) -> str:
    number = next(iter(counter.desk.people))
    lines = [replace(each, number=number) for each in (STREET, NAME, LATE)]
    counter.desk.contended = lines
    page = counter.desk.people[number]
    still = tuple(each for each in lines if each.settled is None)
    counter.desk.people[number] = replace(page, conflicts=still)
    return number


def customer_contended(counter: CounterWindow) -> None:
    _contended(counter)
    counter.open_customer()


def customer_conflicts(counter: CounterWindow) -> None:
    customer_contended(counter)
    counter.hands.press(Qt.Key.Key_V, _ALT)


def syncing_contended(counter: CounterWindow) -> None:
    _contended(counter)
    counter.desk.in_touch = replace(counter.desk.in_touch, conflicts=2)
    counter.hands.press(Qt.Key.Key_G, _CTRL)


def conflicts(counter: CounterWindow) -> None:
    syncing_contended(counter)
    counter.press(Qt.Key.Key_F7)


def conflicts_third_value(counter: CounterWindow) -> None:
    conflicts(counter)
    counter.press(Qt.Key.Key_Down)


def conflicts_settled(counter: CounterWindow) -> None:
    conflicts(counter)
    counter.press(Qt.Key.Key_Backtab, Qt.Key.Key_Right)


def conflicts_refused(counter: CounterWindow) -> None:
    conflicts(counter)
    counter.desk.fail_settling = NotPermitted()
    counter.press(Qt.Key.Key_Return)
    counter.type("đã hỏi khách")
    counter.hands.press(Qt.Key.Key_L, _ALT)


def conflicts_none(counter: CounterWindow) -> None:
    counter.hands.press(Qt.Key.Key_G, _CTRL)
    counter.press(Qt.Key.Key_F7)


CONFLICT_SCENES: dict[str, Callable[[CounterWindow], None]] = {
    each.__name__: each
    for each in (
        customer_contended,
        customer_conflicts,
        syncing_contended,
        conflicts,
        conflicts_third_value,
        conflicts_settled,
        conflicts_refused,
        conflicts_none,
    )
}
