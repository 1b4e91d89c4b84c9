from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.fakes.hands import Show
from tests.ui.screens.devices.samples import CHOSEN
from ui.screens.devices.scanner_card import ScannerCard
from ui.style.tokens import Tone


def test_ports_are_offered_to_a_serial_scanner_only(show: Show) -> None:
    card = ScannerCard()
    show(card)

    card.show_choices(CHOSEN)
    assert (card.kind.value(), card.port.value()) == ("serial", "/dev/ttyACM0")
    assert card.port.isVisible()

    card.show_choices(replace(CHOSEN, scanner="hid"))
    assert not card.port.isVisible()


def test_what_comes_to_rest_without_an_enter_is_told(show: Show, qtbot: QtBot) -> None:
    card = ScannerCard()
    show(card)
    typed: list[str] = []
    card.typed.connect(typed.append)

    card.field.setText("TEM")
    card.field.entered.emit()
    card.field.setText("TEM-EE-AS")
    card.field.typed.emit("TEM-EE-AS")
    qtbot.waitUntil(lambda: bool(typed))

    assert typed == ["TEM-EE-AS"]


def test_a_judgement_empties_the_field_for_the_next_scan(show: Show) -> None:
    card = ScannerCard()
    show(card)
    card.field.setText("TEM-EE-AS")

    card.show_diagnosis("Caps Lock đang bật.", Tone.WARN)

    assert card.field.text() == ""
    assert card.result.text() == "Caps Lock đang bật."


def test_another_way_is_told_with_the_port_there_is(show: Show) -> None:
    card = ScannerCard()
    show(card)
    card.show_choices(CHOSEN)
    chosen: list[tuple[str, str]] = []
    card.chosen.connect(lambda kind, port: chosen.append((kind, port)))

    card.kind.changed.emit("serial")
    card.port.changed.emit("/dev/ttyUSB0")

    assert chosen == [("serial", "/dev/ttyACM0"), ("serial", "/dev/ttyUSB0")]
