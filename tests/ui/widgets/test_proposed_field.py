from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.widgets.proposed_field import ProposedField


def test_enter_takes_what_is_proposed_and_tells_it_as_typed(show: Show, qtbot: QtBot) -> None:
    field = ProposedField("Nội dung")
    hands = Hands(show(field))
    field.propose("Sách")
    assert "Sách" in field.edit.placeholderText()
    field.edit.setFocus()

    with qtbot.waitSignal(field.edited) as edited:
        hands.press(Qt.Key.Key_Return)

    assert (field.value(), edited.args) == ("Sách", ["Sách"])


def test_what_is_typed_stays_and_nothing_proposed_takes_nothing(show: Show) -> None:
    field = ProposedField("Nội dung")
    hands = Hands(show(field))
    field.edit.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert field.value() == ""

    field.propose("Sách")
    hands.type("B")
    hands.press(Qt.Key.Key_Return)

    assert field.value() == "B"
    field.propose("")
    assert field.edit.placeholderText() == ""
