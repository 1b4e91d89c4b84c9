from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from app.queries.standing import LastTransaction
from tests.fakes.fake_post_office import NOW
from tests.fakes.hands import Hands, Show
from tests.fakes.seen import words_on
from ui.screens.receipt.view import ReceiptView
from ui.widgets.patience import READING_MS

BOOKED = LastTransaction(
    receipt="100950-2-0000001",
    proof="7Q2MK-0XV4T",
    customer="0119004821317",
    customer_name="Nguyễn Thị Ánh Tuyết",
    accepted_at=NOW,
    items=("CA104882502VN",),
    total_vnd=62_640,
    change_vnd=137_360,
    documents=(),
)

HELD = QKeyEvent(
    QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
)


def test_the_change_stands_large_and_all_that_was_booked_below(show: Show) -> None:
    view = ReceiptView()
    show(view)

    view.show_transaction(BOOKED, None)

    words = words_on(view)
    assert view.change() == "137.360\u00a0đ"
    assert {"100950-2-0000001", "7Q2MK-0XV4T", "01 19 0048213 17", "200.000\u00a0đ"} <= set(words)
    row = view.items.row(0)
    assert row is not None
    assert row.title == "CA 104 882 502 VN"


def test_the_exact_sum_gives_nothing_back(show: Show) -> None:
    view = ReceiptView()
    show(view)

    view.show_transaction(replace(BOOKED, change_vnd=0), None)

    assert "Khách đưa vừa đủ, không phải trả lại." in words_on(view)
    assert view.change() == ""


def test_enter_is_ready_for_the_next_customer(show: Show, qtbot: QtBot) -> None:
    view = ReceiptView()
    hands = Hands(show(view))
    view.setFocus()
    view.patience.forget()

    with qtbot.waitSignal(view.went_on):
        hands.press(Qt.Key.Key_Return)


def test_an_enter_that_comes_with_the_page_is_not_meant_for_it(show: Show, qtbot: QtBot) -> None:
    view = ReceiptView()
    hands = Hands(show(view))
    view.setFocus()

    with qtbot.assertNotEmitted(view.went_on):
        hands.press(Qt.Key.Key_Return)


def test_enter_pressed_again_and_again_or_held_down_never_skips_the_page(
    show: Show, qtbot: QtBot
) -> None:
    view = ReceiptView()
    hands = Hands(show(view))
    view.setFocus()

    with qtbot.assertNotEmitted(view.went_on):
        for _ in range(4):
            hands.press(Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: view.patience.remaining_ms() < READING_MS - 5)
        view.patience.forget()
        view.keyPressEvent(HELD)


def test_letters_and_digits_do_nothing(show: Show, qtbot: QtBot) -> None:
    view = ReceiptView()
    hands = Hands(show(view))
    view.setFocus()

    with qtbot.assertNotEmitted(view.went_on):
        hands.type("12a")


def test_with_little_room_the_papers_are_narrower(show: Show) -> None:
    view = ReceiptView()
    show(view)
    view.fit(1366)
    wide = view.papers.minimumWidth()

    view.fit(910)

    assert view.papers.minimumWidth() < wide
