from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.queries.receiver_book import FormerReceiver
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_post_office import NOW
from tests.ui.screens.acceptance.items import WHOLE
from ui.screens.acceptance.view import AcceptanceView
from ui.screens.customer.former_receivers import receiver_rows

FORMER = FormerReceiver(
    "Đặng Văn Quyết", "0912 ••• 654", "Thôn Ỷ La, Phường Nông Tiến", 7, NOW, WHOLE
)


def test_a_row_says_who_how_often_and_what() -> None:
    (row,) = receiver_rows((FORMER,))

    assert (row.title, row.side, row.lead) == ("Đặng Văn Quyết", "gửi 7 lần", "21/11")
    assert row.note == "Gốm sứ mỹ nghệ"
    assert "0912 ••• 654" in row.detail


def test_two_keys_send_as_last_time(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    number = next(iter(counter.desk.people))
    counter.desk.books[number] = (FORMER,)
    counter.open_customer()
    before = counter.keys

    counter.press(Qt.Key.Key_F4, Qt.Key.Key_Return)

    (page,) = [p for p in counter.window.findChildren(AcceptanceView) if p.isVisible()]
    entered = page.item.form.entered()
    assert (entered.name, entered.weight_g, entered.contents) == (
        "Đặng Văn Quyết",
        1_250,
        "Gốm sứ mỹ nghệ",
    )
    assert counter.keys - before == 2
