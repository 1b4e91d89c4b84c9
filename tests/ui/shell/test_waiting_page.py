from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.drafts import BasketContent
from app.services.drafts import KeepDraft
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import PIN
from tests.ui.screens.acceptance.items import WHOLE
from ui.screens.acceptance.view import AcceptanceView
from ui.shell.waiting_page import WaitingView

ALT = Qt.KeyboardModifier.AltModifier


def keep(desk: FakeDesk) -> None:
    number = next(iter(desk.people))
    desk.keep_draft(KeepDraft(b"a", number, BasketContent((WHOLE,))))


class Started(CounterWindow):
    """The program was closed upon a basket."""

    def make_desk(self) -> FakeDesk:
        desk = FakeDesk()
        keep(desk)
        return desk

    def waiting(self) -> list[WaitingView]:
        return [page for page in self.window.findChildren(WaitingView) if page.isVisible()]


def test_what_was_left_is_named_when_the_program_starts(
    dressed: QApplication, qtbot: QtBot
) -> None:
    started = Started(qtbot)

    (page,) = started.waiting()
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "Giỏ 1 · Nguyễn Thị Ánh Tuyết" in words
    assert "đã nhập đủ, chưa thu tiền, chưa in" in words

    started.press(Qt.Key.Key_Return)
    assert started.waiting() == []
    assert started.focused() == "Ô tìm chung"


def test_its_key_brings_a_basket_back_at_once(dressed: QApplication, qtbot: QtBot) -> None:
    started = Started(qtbot)

    started.hands.press(Qt.Key.Key_1, ALT)

    (page,) = [p for p in started.window.findChildren(AcceptanceView) if p.isVisible()]
    assert page.basket.list.count() == 1


def test_it_is_named_once_and_not_at_every_sign_in(dressed: QApplication, qtbot: QtBot) -> None:
    started = Started(qtbot)
    started.press(Qt.Key.Key_Return)

    started.hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    started.hands.type(PIN)
    started.press(Qt.Key.Key_Return)

    assert started.waiting() == []
