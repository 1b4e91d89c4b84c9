from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.widgets.approval import ApprovalFields
from ui.widgets.entry import Entry


def test_a_pin_is_digits_that_nobody_sees(show: Show, qtbot: QtBot) -> None:
    fields = ApprovalFields("Người duyệt")
    hands = Hands(show(fields))
    fields.setFocus()

    with qtbot.waitSignal(fields.entered):
        hands.type("phuc\r12a34\r".replace("\r", ""))
        fields.pin.setFocus()
        hands.type("12a34")
        fields.pin.edit.entered.emit()

    assert fields.pin.edit.echoMode() is Entry.EchoMode.Password
    assert fields.given_pin() == "1234"


def test_what_is_wrong_stands_beside_its_field_and_the_pin_is_typed_anew(show: Show) -> None:
    fields = ApprovalFields("Người duyệt")
    show(fields)
    fields.who.set_value("phuc")
    fields.pin.set_value("1234")

    assert fields.refuse("pin", "Sai PIN.")
    assert not fields.refuse("amount", "Sai số tiền.")

    assert (fields.code(), fields.given_pin()) == ("phuc", "")
    assert fields.pin.problem() == "Sai PIN."
    fields.clear()
    assert (fields.code(), fields.pin.problem()) == ("", "")
