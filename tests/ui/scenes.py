"""Every page of the counter in every state, reached by keys: for pictures and for walks.

A new page gets its scenes here; everything that is true of all pages is then tested of it.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services.paying import TenderedTooLittle
from app.store.faults import DiskFull
from tests.fakes.baskets import a_basket
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_desk import FakeDesk
from tests.ui.complaint_scenes import COMPLAINT_SCENES
from tests.ui.conflict_scenes import CONFLICT_SCENES
from tests.ui.day_scenes import DAY_SCENES
from tests.ui.intake_scenes import INTAKE_SCENES, two_baskets
from tests.ui.money_scenes import MONEY_SCENES
from tests.ui.people_scenes import PEOPLE_SCENES
from tests.ui.report_scenes import REPORT_SCENES
from tests.ui.window_scenes import WINDOW_SCENES, cut_off
from ui.changes import Topic

CTRL = Qt.KeyboardModifier.ControlModifier
CARD = "001090000001|012345678|Nguyễn Văn A|01011990|Nam|12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội|"
LONG_NAME = "Công Tằng Tôn Nữ Huỳnh Phương Nguyễn Thị Khánh Vân"

Scene = Callable[[CounterWindow], None]
SCENES: dict[str, Scene] = {
    **PEOPLE_SCENES,
    **INTAKE_SCENES,
    **MONEY_SCENES,
    **DAY_SCENES,
    **COMPLAINT_SCENES,
    **CONFLICT_SCENES,
    **REPORT_SCENES,
    **WINDOW_SCENES,
}
_BEFORE: dict[str, Callable[[FakeDesk], None]] = {
    "drafts_at_start": two_baskets,
    "crash_asked_about": cut_off,
}
"""What a counter knows before anybody has signed in."""


_IN_WORDS = """
    customer_edit_refused customer_new customer_addresses_none customer_links
    customer_consents customer_views_refused customer_receivers_none customer_card_refused
    customer_revealed organisation registration_busy label_roll label_roll_refused
    bulk_unreadable bulk_booking bulk_refused bulk_done transactions_none
    transactions_not_found correction_refused correction_booking correction_done
    correction_void service service_refused shift_refused shift_booking shift_none_open
    count_incomplete count_refused count_booking count_done_printer_down count_done_doubtful
    syncing_all_there syncing_wrong_clock syncing_not_linked syncing_never_heard
    acceptance_refused acceptance_disk_full service_none
    customer_conflicts conflicts_refused
    report_empty complaint_booking complaint_printer_down case_refused case_booking access_refused
"""
ONLY_PICTURED = frozenset(_IN_WORDS.split())
"""What differs from another scene in words alone: on the contact sheet, and nowhere else."""


def walked() -> list[str]:
    """The scenes in which everything that is true of all pages is tested."""
    return [name for name in SCENES if name not in ONLY_PICTURED]


def reached(qtbot: QtBot, page: str) -> CounterWindow:
    """A counter that shows this page, in this state."""
    counter = CounterWindow(qtbot, _BEFORE.get(page))
    SCENES[page](counter)
    return counter


def scene(reach: Scene) -> Scene:
    """Known by the function's name."""
    SCENES[reach.__name__] = reach
    return reach


@scene
def start(counter: CounterWindow) -> None:
    """Nobody is served yet."""


@scene
def start_after_a_sale(counter: CounterWindow) -> None:
    counter.desk.accept(a_basket(counter.desk))
    counter.desk.printer.out_of_order = "Máy in hết giấy."
    counter.frame.steering.print_waiting()


@scene
def box_results(counter: CounterWindow) -> None:
    counter.type("nguyen thi anh t")


@scene
def box_nothing(counter: CounterWindow) -> None:
    counter.enter("khong co ai ten nhu the nay")


@scene
def refused_scan(counter: CounterWindow) -> None:
    counter.hands.scan("EB000717594HK")


@scene
def help_on_keys(counter: CounterWindow) -> None:
    counter.press(Qt.Key.Key_F1)


@scene
def problems(counter: CounterWindow) -> None:
    counter.press(Qt.Key.Key_F1, Qt.Key.Key_F1)


@scene
def settings(counter: CounterWindow) -> None:
    counter.hands.press(Qt.Key.Key_Comma, CTRL)


@scene
def registration(counter: CounterWindow) -> None:
    counter.type("trần thị mới")
    counter.hands.press(Qt.Key.Key_Return, CTRL)


@scene
def registration_from_card(counter: CounterWindow) -> None:
    counter.hands.scan(CARD)


@scene
def registration_refused(counter: CounterWindow) -> None:
    registration(counter)
    counter.enter("31021990", "", "00109000000", "09031", "", "")
    counter.press(Qt.Key.Key_F12)


@scene
def registration_left(counter: CounterWindow) -> None:
    registration_from_card(counter)
    counter.press(Qt.Key.Key_Escape)


@scene
def acceptance(counter: CounterWindow) -> None:
    counter.open_customer()
    counter.press(Qt.Key.Key_F3)


@scene
def acceptance_item(counter: CounterWindow) -> None:
    acceptance(counter)
    counter.enter("2", LONG_NAME, "0912345654", "Thôn Ỷ La", "nong t")
    counter.enter("1250", "40 30 20", "Gốm sứ", "", "")


@scene
def acceptance_receivers(counter: CounterWindow) -> None:
    acceptance(counter)
    counter.enter("2")
    counter.type("nguyen thi")


@scene
def acceptance_checks(counter: CounterWindow) -> None:
    acceptance_item(counter)
    counter.press(Qt.Key.Key_F7)


@scene
def acceptance_basket(counter: CounterWindow) -> None:
    acceptance_item(counter)
    counter.press(Qt.Key.Key_F7, Qt.Key.Key_Return, Qt.Key.Key_Return)


@scene
def acceptance_wrong(counter: CounterWindow) -> None:
    acceptance(counter)
    counter.enter("2", "x1", "0912", "", "")
    counter.enter("99999", "400 30", "Gốm sứ", "", "")


@scene
def acceptance_paying(counter: CounterWindow) -> None:
    acceptance_item(counter)
    counter.press(Qt.Key.Key_F7, Qt.Key.Key_Return)
    counter.press(Qt.Key.Key_F9)
    counter.type("100k")


@scene
def acceptance_unlikely(counter: CounterWindow) -> None:
    acceptance_item(counter)
    counter.press(Qt.Key.Key_F7, Qt.Key.Key_Return)
    counter.press(Qt.Key.Key_F9)
    counter.type("1000k")
    counter.press(Qt.Key.Key_F12)


@scene
def acceptance_booking(counter: CounterWindow) -> None:
    acceptance_paying(counter)
    counter.writing.paused = True
    counter.press(Qt.Key.Key_F12)


@scene
def acceptance_left(counter: CounterWindow) -> None:
    acceptance_basket(counter)
    counter.press(Qt.Key.Key_Escape)


@scene
def receipt(counter: CounterWindow) -> None:
    acceptance_paying(counter)
    counter.press(Qt.Key.Key_F12)


@scene
def receipt_printer_down(counter: CounterWindow) -> None:
    counter.desk.printer.out_of_order = "Không có máy in tên Nhiet80."
    receipt(counter)


@scene
def receipt_doubtful(counter: CounterWindow) -> None:
    receipt(counter)
    counter.desk.printer.doubt(counter.desk.transactions[-1].receipt)
    counter.feed.announce(Topic.PRINTS)
    counter.open_receipt()


@scene
def locked(counter: CounterWindow) -> None:
    acceptance_item(counter)
    counter.hands.press(Qt.Key.Key_L, CTRL)


@scene
def locked_wrong_pin(counter: CounterWindow) -> None:
    locked(counter)
    counter.enter("19999")


@scene
def devices(counter: CounterWindow) -> None:
    counter.hands.press(Qt.Key.Key_Comma, CTRL)
    counter.press(Qt.Key.Key_F8)


@scene
def devices_printer_without_paper(counter: CounterWindow) -> None:
    counter.desk.accept(a_basket(counter.desk))
    counter.desk.printer.out_of_order = "Máy in roll hết giấy. Hãy lắp giấy; chứng từ đang chờ."
    counter.frame.steering.print_waiting()
    counter.hands.press(Qt.Key.Key_Comma, CTRL)
    counter.press(Qt.Key.Key_F8)
    counter.hands.scan("tem-ê-á-ư-e1-d9-zZ")


@scene
def devices_drawer(counter: CounterWindow) -> None:
    roll = {"printer": "tcp:192.168.1.50", "drawer": True}
    counter.desk.change_settings({"papers": {"receipt": roll}})
    devices(counter)


@scene
def devices_scanner_whole(counter: CounterWindow) -> None:
    counter.hands.scan("TEM-EE-AS-W-E1-D9-Zz")


@scene
def acceptance_transfer(counter: CounterWindow) -> None:
    acceptance_item(counter)
    counter.press(Qt.Key.Key_F7, Qt.Key.Key_Return, Qt.Key.Key_F9, Qt.Key.Key_Up)
    counter.hands.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    counter.type("2")


@scene
def acceptance_refused(counter: CounterWindow) -> None:
    acceptance_paying(counter)
    counter.desk.fail_next = TenderedTooLittle(missing_vnd=12_000)
    counter.press(Qt.Key.Key_F12)


@scene
def acceptance_disk_full(counter: CounterWindow) -> None:
    acceptance_paying(counter)
    counter.desk.fail_next = DiskFull()
    counter.press(Qt.Key.Key_F12)
