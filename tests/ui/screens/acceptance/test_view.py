from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.hands import Hands, Show
from ui.screens.acceptance.view import AcceptanceView

LONG = list(FakeDesk().people.values())[4]
CTRL = Qt.KeyboardModifier.ControlModifier


def test_three_columns_fit_the_smallest_screen(show: Show) -> None:
    view = AcceptanceView()
    window = show(view)
    view.customer.show_customer(LONG)
    window.resize(1366, 614)

    assert view.minimumSizeHint().width() <= 1366
    assert view.minimumSizeHint().height() <= 612


def test_ctrl_z_reaches_the_basket_from_an_untouched_field(show: Show, qtbot: QtBot) -> None:
    view = AcceptanceView()
    hands = Hands(show(view))
    view.item.go_to("contents")

    with qtbot.waitSignal(view.undo.activated):
        hands.press(Qt.Key.Key_Z, CTRL)
