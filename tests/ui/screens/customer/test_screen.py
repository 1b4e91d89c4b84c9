from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.queries.customers import HistoryLine
from app.services.complaints import FileComplaint
from tests.fakes.counter_window import CounterWindow, without_name
from tests.fakes.fake_complaints import ITEM
from ui.changes import Topic
from ui.screens.acceptance.view import AcceptanceView
from ui.screens.case.view import CaseView
from ui.screens.customer.view import CustomerView

ALT = Qt.KeyboardModifier.AltModifier


def _page(counter: CounterWindow) -> CustomerView:
    found = [page for page in counter.window.findChildren(CustomerView) if page.isVisible()]
    return found[0]


def test_a_returning_customer_is_one_scan_away(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)

    counter.open_customer()

    assert _page(counter).alert().startswith("Nghe kém")
    assert counter.keys == 0


def test_f3_begins_a_shipment_and_esc_comes_back(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.open_customer()

    counter.press(Qt.Key.Key_F3)
    assert [page.isVisible() for page in counter.window.findChildren(AcceptanceView)] == [True]
    counter.press(Qt.Key.Key_Escape)

    assert _page(counter).isVisible()


def test_the_record_is_put_right_in_place_by_keys_alone(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    number = counter.open_customer()

    counter.hands.press(Qt.Key.Key_S, ALT)
    assert counter.focused() == "Họ và tên"
    counter.enter("Nguyễn Thị Ánh Nguyệt", "0977000333")
    counter.press(Qt.Key.Key_F12)

    assert counter.desk.people[number].full_name == "Nguyễn Thị Ánh Nguyệt"
    assert counter.desk.people[number].phones == ("+84977000333",)
    assert not _page(counter).who.form.isVisible()
    assert counter.told()


def test_esc_ends_editing_before_it_leaves_the_page(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    number = counter.open_customer()
    counter.hands.press(Qt.Key.Key_S, ALT)
    counter.type("Lê Ánh")

    counter.press(Qt.Key.Key_Escape)

    assert _page(counter).isVisible()
    assert counter.desk.people[number].full_name == "Nguyễn Thị Ánh Tuyết"
    assert counter.focused() == "Nhận bưu gửi F3"


def test_a_change_made_elsewhere_shows_at_once(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.open_customer()
    calls = counter.desk.calls.count("customer")

    counter.feed.announce(Topic.SHIPMENTS)

    assert counter.desk.calls.count("customer") == calls + 1


def test_a_page_that_is_gone_listens_no_more(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.open_customer()
    counter.press(Qt.Key.Key_Escape)
    calls = counter.desk.calls.count("customer")

    counter.feed.announce(Topic.CUSTOMERS)

    assert counter.desk.calls.count("customer") == calls


def test_tab_comes_by_everything_that_can_be_operated(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.open_customer()

    assert {"Phần của trang khách", "Lịch sử"} <= set(counter.tab_walk(3))
    assert without_name(_page(counter)) == []


def test_open_complaints_stand_above_the_page_and_open_by_a_key(
    dressed: QApplication, qtbot: QtBot, pictures: Path
) -> None:
    counter = CounterWindow(qtbot)
    number = counter.open_customer()
    form = FileComplaint(
        bytes(16), "loss", "sender", "An", "0903123456", "Huế", "Mất.", "", ITEM, number
    )
    case = counter.desk.file_complaint(form).number
    page = counter.desk.people[number]
    line = counter.desk.cases[case].line
    told = HistoryLine(line.received_at, "complaint", case, "Khiếu nại", "", "đã tiếp nhận")
    counter.desk.people[number] = replace(page, open_cases=(line,), history=(told, *page.history))
    counter.feed.announce(Topic.COMPLAINTS)

    assert case in _page(counter).cases()
    QApplication.processEvents()
    counter.window.grab().save(str(pictures / "customer-with-complaint.png"))
    counter.hands.press(Qt.Key.Key_K, ALT)

    assert any(each.isVisible() for each in counter.window.findChildren(CaseView))
    counter.press(Qt.Key.Key_Escape)
    _page(counter).sections.list.setFocus()
    counter.press(Qt.Key.Key_Return)
    assert any(each.isVisible() for each in counter.window.findChildren(CaseView))


def test_a_card_that_says_otherwise_is_pointed_out_and_taken_with_one_key(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    number = next(iter(counter.desk.people))
    counter.desk.citizens["001090000001"] = number

    counter.hands.scan("001090000001|012345678|Nguyễn Văn A|01011990|Nam|Hà Nội|15042021")
    assert "Nguyễn Văn A" in _page(counter).news()
    counter.hands.press(Qt.Key.Key_T, ALT)

    assert counter.desk.people[number].full_name == "Nguyễn Văn A"
    assert _page(counter).news() == ""
