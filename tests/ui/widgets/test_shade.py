from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.shade import throw_shade


def test_what_lies_above_throws_a_shadow(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)

    throw_shade(widget)

    assert isinstance(widget.graphicsEffect(), QGraphicsDropShadowEffect)
