from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow
from tests.ui.screens.bulk.samples import PATH, prepared
from ui.screens.bulk.view import BulkView
from ui.shell.handle import Key

CTRL = Qt.KeyboardModifier.ControlModifier


class Counter(CounterWindow):
    """Acceptance is open; from there by Ctrl+O."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        prepared(self.desk)
        self.open_customer()
        self.press(Qt.Key.Key_F3)
        self.hands.press(Qt.Key.Key_O, CTRL)

    @property
    def view(self) -> BulkView:
        return self.window.findChildren(BulkView)[-1]


def test_a_file_is_mended_and_taken_in_by_keys_alone(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    assert counter.focused() == "Tệp của khách"

    counter.enter(PATH)
    assert counter.focused() == "Các dòng của tệp"
    counter.press(Qt.Key.Key_Return)
    assert counter.focused() == "Phường, xã"
    counter.type("nong t")
    counter.press(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert not counter.view.mend.isVisible()
    counter.press(Qt.Key.Key_F7, Qt.Key.Key_F9)
    counter.type("100k")
    counter.press(Qt.Key.Key_F12)

    assert counter.told() == "Đã nhận xong tệp: 1 phiếu gửi."
    assert len(counter.desk.chunks) == 1


def test_a_row_is_left_out_by_delete_and_taken_back(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.enter(PATH)

    counter.press(Qt.Key.Key_Delete)
    assert counter.view.list.count() == 5
    assert not counter.window.keys.is_on(Key.F12)
    counter.press(Qt.Key.Key_F7, Qt.Key.Key_F9, Qt.Key.Key_F9)
    assert counter.window.keys.is_on(Key.F12), "paid by transfer"
    assert counter.view.pay.code.rows()


def test_esc_leads_from_the_fields_to_the_rows_and_then_back_to_the_basket(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    counter.enter(PATH)
    counter.press(Qt.Key.Key_Return)

    counter.press(Qt.Key.Key_Escape)
    assert counter.focused() == "Các dòng của tệp"
    counter.press(Qt.Key.Key_Escape)

    assert not counter.view.isVisible()


def test_while_it_is_booked_esc_stops_after_the_chunk_in_hand(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    prepared(counter.desk, 250, faulty=0)
    counter.enter(PATH)
    counter.press(Qt.Key.Key_F7, Qt.Key.Key_F9)
    counter.type("5000k")
    counter.writing.paused = True
    counter.press(Qt.Key.Key_F12)

    counter.press(Qt.Key.Key_Escape)
    assert counter.view.isVisible()
    counter.writing.answer_all()

    assert len(counter.desk.chunks) == 1
    counter.writing.paused = False
    counter.read()
    counter.press(Qt.Key.Key_F9)
    counter.type("3000k")
    counter.press(Qt.Key.Key_F12)
    assert len(counter.desk.chunks) == 3


def test_rows_left_out_are_kept_where_the_clerk_says(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    assert not counter.view.keep.isVisible()
    counter.enter(PATH)
    assert counter.view.keep.isVisible()

    counter.view.left_out_asked.emit("/bo-ra.xlsx")

    assert counter.desk.saved_rows == {"/bo-ra.xlsx": (4,)}
    assert counter.told().startswith("Đã lưu 1 dòng bỏ ra")
