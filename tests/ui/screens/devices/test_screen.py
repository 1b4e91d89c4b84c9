import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.scan_test import SELF_TEST
from tests.fakes.baskets import a_basket
from tests.fakes.counter_window import CounterWindow, without_name
from ui.screens.devices.view import DevicesView

CTRL = Qt.KeyboardModifier.ControlModifier


class _Counter(CounterWindow):
    def open(self) -> DevicesView:
        self.hands.press(Qt.Key.Key_Comma, CTRL)
        self.press(Qt.Key.Key_F8)
        (page,) = self.window.findChildren(DevicesView)
        return page


def test_it_is_reached_from_the_settings_and_all_of_it_has_names(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = _Counter(qtbot)
    page = counter.open()

    assert without_name(page) == []
    assert counter.focused() == "Máy in"

    counter.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert counter.focused() == "Ô tìm chung"


def test_enter_prints_a_test_page_on_the_marked_printer(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = _Counter(qtbot)
    counter.open()

    counter.press(Qt.Key.Key_Return)

    assert "print_test_page folder" in counter.desk.calls
    assert "Đã in trang thử" in counter.told()


def test_why_a_printer_stands_still_is_said_below_it(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    counter.desk.accept(a_basket(counter.desk))
    counter.desk.printer.out_of_order = "Máy in hết giấy."
    counter.frame.steering.print_waiting()

    page = counter.open()

    assert page.printers.problem() == "Máy in hết giấy."
    assert counter.window.keys.note() == "Hết giấy · 2"

    counter.desk.printer.out_of_order = ""
    counter.press(Qt.Key.Key_F8)

    assert page.printers.problem() == ""
    assert counter.window.keys.note() == ""


def test_a_paper_is_given_another_printer_by_keys(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    counter.open()
    counter.tab_walk(2)
    assert counter.focused() == "phiếu gửi"

    counter.press(Qt.Key.Key_Right)

    assert counter.desk.chosen.devices.paper("receipt").printer == "cups:Quay_2"


def test_a_serial_scanner_is_chosen_with_its_port(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    page = counter.open()
    page.scanner.kind.setFocus()

    counter.press(Qt.Key.Key_Right)

    scanner = counter.desk.chosen.devices.scanner
    assert (scanner.kind, scanner.port) == ("serial", "/dev/ttyUSB0")
    qtbot.waitUntil(lambda: counter.frame.hearing.port.state == "away")


def test_the_self_test_judges_what_is_scanned_here(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    page = counter.open()

    counter.hands.scan(SELF_TEST)
    assert "nguyên vẹn" in page.scanner.result.text()

    counter.hands.scan("TEM-Ê-Á-Ư-E1-D9-Zz")
    assert "Telex" in page.scanner.result.text()


def test_its_code_leads_here_from_any_page(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    counter.open_customer()

    counter.hands.scan(SELF_TEST)

    (page,) = counter.window.findChildren(DevicesView)
    assert "nguyên vẹn" in page.scanner.result.text()


def test_a_scanner_that_sends_no_enter_is_found_out(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    page = counter.open()
    page.scanner.field.setFocus()

    counter.hands.type(SELF_TEST, gap_ms=5)

    qtbot.waitUntil(lambda: "Enter" in page.scanner.result.text())
    assert page.scanner.field.text() == ""


def test_the_code_on_the_screen_can_be_scanned(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    page = counter.open()
    (label,) = (each for each in page.findChildren(QLabel) if not each.pixmap().isNull())
    shown = label.pixmap().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    size = (shown.width(), shown.height())

    image = Image.frombytes("L", size, bytes(shown.constBits()), "raw", "L", shown.bytesPerLine())

    assert [code.text for code in zxingcpp.read_barcodes(image)] == [SELF_TEST]
