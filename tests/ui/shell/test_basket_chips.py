from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.fakes.hands import Hands, Show
from ui.shell.basket_chips import BasketChips
from ui.shell.baskets import Chip

ALT = Qt.KeyboardModifier.AltModifier


def test_alt_and_a_number_or_a_click_recall_a_basket(dressed: QApplication, show: Show) -> None:
    chips = BasketChips()
    window = show(chips)
    recalled: list[int] = []
    chips.recalled.connect(recalled.append)

    Hands(window).press(Qt.Key.Key_3, ALT)
    QTest.mouseClick(chips.findChildren(QAbstractButton)[0], Qt.MouseButton.LeftButton)

    assert recalled[0] == 3
    assert len(recalled) == 2


def test_each_says_what_it_holds(dressed: QApplication, show: Show) -> None:
    chips = BasketChips()
    show(chips)

    chips.show_chips((Chip(2, "waiting", "Giỏ 2: Lan, 1 bưu gửi"), Chip(1, "here", "Giỏ 1")))

    assert (chips.state(1), chips.state(2), chips.state(3)) == ("here", "waiting", "free")
    assert chips.words(2) == "Giỏ 2: Lan, 1 bưu gửi"
