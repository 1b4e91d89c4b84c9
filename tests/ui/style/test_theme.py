from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.style.theme import apply, part, pen_colour, restyle, tokens
from ui.style.tokens import DARK, LIGHT, Theme


def test_the_palette_follows_the_theme(dressed: QApplication) -> None:
    assert dressed.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.ground

    apply(dressed, Theme.DARK)

    assert dressed.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.ground
    assert tokens() is DARK


def test_a_part_takes_its_dress_from_the_sheet(dressed: QApplication, qtbot: QtBot) -> None:
    label = QLabel("01 19 0048213 07")
    qtbot.addWidget(label)

    part(label, "number")
    label.ensurePolished()

    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == LIGHT.accent_text


def test_who_is_dressed_already_is_dressed_anew(dressed: QApplication, qtbot: QtBot) -> None:
    label = QLabel("01 19 0048213 07")
    qtbot.addWidget(label)
    label.ensurePolished()

    part(label, "number")

    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == LIGHT.accent_text


def test_a_property_set_twice_changes_nothing(dressed: QApplication, qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)

    restyle(label, "tone", "bad")
    restyle(label, "tone", "bad")

    assert label.property("tone") == "bad"


def test_a_token_can_be_painted_thinly() -> None:
    assert pen_colour("#102030", 80).alpha() == 80
