from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.fake_post_office import PLACES
from tests.fakes.hands import Hands, Show
from tests.ui.screens.acceptance.items import WHOLE
from ui.screens.acceptance.receiver_block import ReceiverBlock
from ui.screens.acceptance.receivers import KnownReceiver


def test_what_is_filled_in_reads_back(show: Show) -> None:
    block = ReceiverBlock()
    show(block)

    block.show_entry(WHOLE)

    assert block.name.value() == WHOLE.name
    assert block.place() == WHOLE.commune


def test_a_commune_that_is_taken_away_leaves_its_words_as_typed(show: Show) -> None:
    block = ReceiverBlock()
    show(block)
    block.show_entry(WHOLE)

    block.show_entry(replace(WHOLE, commune=None, commune_text="nong"))

    assert block.place() is None
    assert block.commune.value() == "nong"


def test_people_are_proposed_below_the_name(show: Show, qtbot: QtBot) -> None:
    block = ReceiverBlock()
    hands = Hands(show(block))
    block.name.setFocus()
    known = KnownReceiver("Đặng Văn Quyết", "Thôn Ỷ La", "0912 ••• 654", number="01")

    block.show_receivers((known,))
    hands.press(Qt.Key.Key_Down)
    with qtbot.waitSignal(block.name.chosen) as chosen:
        hands.press(Qt.Key.Key_Return)

    assert chosen.args == [known]


def test_it_knows_whether_it_is_being_typed_into(show: Show) -> None:
    block = ReceiverBlock()
    hands = Hands(show(block))
    block.street.setFocus()
    assert block.has_focus()

    block.commune.setFocus()
    hands.type("sai")
    block.show_places(PLACES[:1])
    assert block.commune.is_open()


def test_every_change_is_told_by_field(show: Show) -> None:
    block = ReceiverBlock()
    hands = Hands(show(block))
    told: list[str] = []
    block.changed.connect(told.append)

    for field in block.fields.values():
        field.setFocus()
        hands.type("1")

    assert told == ["name", "phone", "street", "commune"]
