"""The pages of complaints in their states."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.services.complaints import FileComplaint
from app.services.deciding import BelowFloor
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_complaints import FLOOR_VND, ITEM

_LONG_NAME = "Công Tằng Tôn Nữ Huỳnh Phương Nguyễn Thị Khánh Vân"


def complaint(counter: CounterWindow) -> None:
    counter.press(Qt.Key.Key_F6)
    counter.hands.scan(ITEM)
    counter.type("3")
    counter.press(Qt.Key.Key_Return)
    counter.type("Kiện hàng bị ướt và rách một góc, bên trong vỡ hai chén sứ.")


def complaint_of_nothing_known(counter: CounterWindow) -> None:
    counter.press(Qt.Key.Key_F6)


def complaint_refused(counter: CounterWindow) -> None:
    counter.press(Qt.Key.Key_F6)
    counter.hands.scan("RA123456785VN")
    counter.type("13")
    counter.press(Qt.Key.Key_F12)


def complaint_booking(counter: CounterWindow) -> None:
    complaint(counter)
    counter.writing.paused = True
    counter.press(Qt.Key.Key_F12)


def complaint_printer_down(counter: CounterWindow) -> None:
    """The case stands; its slip waits."""
    counter.desk.slip_state = "waiting"
    counter.desk.printer.out_of_order = "Máy in hết giấy."
    complaint(counter)
    counter.press(Qt.Key.Key_F12)


def complaints(counter: CounterWindow) -> None:
    a_case(counter, _LONG_NAME)
    counter.press(Qt.Key.Key_F6, Qt.Key.Key_F6)


def complaints_none(counter: CounterWindow) -> None:
    counter.press(Qt.Key.Key_F6, Qt.Key.Key_F6)


def case(counter: CounterWindow) -> None:
    counter.frame.steering.open_case(a_case(counter, _LONG_NAME))


def case_deciding(counter: CounterWindow) -> None:
    counter.frame.steering.open_case(a_case(counter, _LONG_NAME))
    counter.press(Qt.Key.Key_F12)


def case_refused(counter: CounterWindow) -> None:
    case_deciding(counter)
    counter.desk.fail_step = BelowFloor(floor_vnd=FLOOR_VND)
    counter.read()
    counter.press(Qt.Key.Key_F12)


def case_booking(counter: CounterWindow) -> None:
    number = a_case(counter, _LONG_NAME)
    counter.frame.steering.open_case(number)
    counter.writing.paused = True
    counter.press(Qt.Key.Key_F12)


def a_case(counter: CounterWindow, name: str) -> str:
    """Of an item just sent."""
    form = FileComplaint(
        counter.desk.new_command_id(), "damage", "sender", name, "0903123456",
        "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội", "Rách một góc.", "Hoàn cước", ITEM,
    )  # fmt: skip
    return counter.desk.file_complaint(form).number


COMPLAINT_SCENES: dict[str, Callable[[CounterWindow], None]] = {
    each.__name__: each
    for each in (
        complaint,
        complaint_of_nothing_known,
        complaint_refused,
        complaint_booking,
        complaint_printer_down,
        complaints,
        complaints_none,
        case,
        case_deciding,
        case_refused,
        case_booking,
    )
}
