from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.baskets import a_basket
from tests.fakes.counter_window import CounterWindow, without_name
from ui.changes import Topic
from ui.screens.acceptance.view import AcceptanceView
from ui.screens.receipt.view import ReceiptView


class _Booked:
    def __init__(self, qtbot: QtBot) -> None:
        self.counter = CounterWindow(qtbot)
        self.receipt = self.counter.desk.accept(a_basket(self.counter.desk)).receipt
        self.counter.frame.steering.open_receipt(self.receipt)
        self.counter.frame.steering.print_waiting()

    @property
    def page(self) -> ReceiptView:
        return next(
            page for page in self.counter.window.findChildren(ReceiptView) if page.isVisible()
        )

    def states(self) -> list[str]:
        return [each.state for each in self.counter.desk.receipt(self.receipt).documents]

    def doubt(self) -> None:
        self.counter.desk.printer.doubt(self.receipt)
        self.counter.feed.announce(Topic.PRINTS)


def test_enter_and_the_universal_box_is_ready_for_the_next_customer(
    dressed: QApplication, qtbot: QtBot
) -> None:
    booked = _Booked(qtbot)

    booked.counter.read()
    booked.counter.press(Qt.Key.Key_Return)

    assert booked.counter.frame.steering.at_home()
    assert booked.counter.window.box.entry.hasFocus()


def test_finishing_here_keeps_the_basket_of_another_customer(
    dressed: QApplication, qtbot: QtBot
) -> None:
    booked = _Booked(qtbot)
    counter = booked.counter
    counter.read()
    counter.press(Qt.Key.Key_Return)
    counter.open_customer(1)
    counter.press(Qt.Key.Key_F3)
    counter.enter("2", "Đặng Văn Quyết")
    counter.frame.steering.open_receipt(booked.receipt)
    counter.read()

    counter.press(Qt.Key.Key_Return)

    basket = counter.window.findChildren(AcceptanceView)[0]
    assert basket.isVisible()
    assert basket.item.form.entered().name == "Đặng Văn Quyết"
    assert counter.window.box.entry.hasFocus()


def test_f12_does_the_same_as_enter(dressed: QApplication, qtbot: QtBot) -> None:
    booked = _Booked(qtbot)

    booked.counter.press(Qt.Key.Key_F12)
    assert not booked.counter.frame.steering.at_home(), "nobody has read the change yet"
    booked.counter.read()
    booked.counter.press(Qt.Key.Key_F12)

    assert booked.counter.frame.steering.at_home()


def test_f8_prints_marked_copies_of_what_is_on_paper(dressed: QApplication, qtbot: QtBot) -> None:
    booked = _Booked(qtbot)

    booked.counter.press(Qt.Key.Key_F8)

    documents = booked.counter.desk.receipt(booked.receipt).documents
    assert [each.copy for each in documents] == [0, 0, 1, 1]
    assert {each.state for each in documents} == {"printed"}


def test_a_printer_out_of_order_is_told_and_f8_tries_again(
    dressed: QApplication, qtbot: QtBot
) -> None:
    booked = _Booked(qtbot)
    booked.counter.desk.printer.out_of_order = "Máy in hết giấy."
    booked.counter.press(Qt.Key.Key_F8)
    assert booked.states() == ["printed", "printed", "failed", "failed"]
    assert booked.counter.told() == "Máy in hết giấy."

    booked.counter.desk.printer.out_of_order = ""
    booked.counter.press(Qt.Key.Key_F8)

    assert booked.states() == ["printed"] * 4


def test_a_paper_in_doubt_is_settled_with_one_key(dressed: QApplication, qtbot: QtBot) -> None:
    booked = _Booked(qtbot)
    booked.doubt()
    assert booked.page.papers.question()

    booked.counter.press(Qt.Key.Key_F7)

    assert booked.states() == ["printed", "printed"]
    assert not booked.page.papers.question()


def test_a_paper_that_never_came_out_is_printed_again_as_a_copy(
    dressed: QApplication, qtbot: QtBot
) -> None:
    booked = _Booked(qtbot)
    booked.doubt()

    booked.counter.press(Qt.Key.Key_F8)

    document = booked.counter.desk.receipt(booked.receipt).documents[0]
    assert (document.state, document.copy) == ("printed", 1)


def test_a_scan_on_this_page_settles_nothing_and_opens_what_it_names(
    dressed: QApplication, qtbot: QtBot
) -> None:
    booked = _Booked(qtbot)
    booked.doubt()

    booked.counter.open_customer()

    assert booked.states()[0] == "doubtful"
    assert "settle_print" not in booked.counter.desk.calls


def test_the_buttons_do_what_the_keys_do(dressed: QApplication, qtbot: QtBot) -> None:
    booked = _Booked(qtbot)
    booked.doubt()
    booked.page.papers.yes.click()
    assert booked.states()[0] == "printed"

    booked.doubt()
    booked.page.papers.no.click()
    assert booked.counter.desk.receipt(booked.receipt).documents[0].copy == 1


def test_everything_that_takes_the_focus_can_be_read_out(
    dressed: QApplication, qtbot: QtBot
) -> None:
    assert without_name(_Booked(qtbot).page) == []


def test_a_page_that_is_gone_listens_no_more(dressed: QApplication, qtbot: QtBot) -> None:
    booked = _Booked(qtbot)
    booked.counter.read()
    booked.counter.press(Qt.Key.Key_Return)
    calls = booked.counter.desk.calls.count("receipt")

    booked.counter.feed.announce(Topic.PRINTS)

    assert booked.counter.desk.calls.count("receipt") == calls
