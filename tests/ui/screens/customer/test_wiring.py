from PySide6.QtCore import Qt

from tests.fakes.hands import Hands, Show
from ui.screens.customer.view import CustomerView
from ui.screens.customer.wiring import shortcut


def test_a_key_of_the_page_works_wherever_its_focus_is(show: Show) -> None:
    view = CustomerView()
    hands = Hands(show(view))
    pressed: list[str] = []
    kept = shortcut(view, "Alt+T", lambda: pressed.append("T"))

    view.who.shipment.setFocus()
    hands.press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)

    assert pressed == ["T"]
    assert kept.isEnabled()
