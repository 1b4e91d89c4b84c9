"""A window that stands takes another text size, and comes back to exactly where it was."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.style.metrics import px
from ui.style.rescaling import rescale
from ui.style.theme import apply
from ui.style.tokens import Theme
from ui.widgets.flow import Flow


def _window() -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(px(16), px(12), px(15), 0)
    column.setSpacing(px(7))
    column.addSpacing(px(14))
    row = QHBoxLayout()
    row.setSpacing(px(5))
    column.addLayout(row)
    fixed = QWidget()
    fixed.setFixedWidth(px(297))
    fixed.setMinimumHeight(px(21))
    row.addWidget(fixed)
    line = QWidget()
    line.setFixedHeight(1)
    row.addWidget(line)
    chips = QWidget()
    chips.setLayout(Flow(px(8)))
    column.addWidget(chips)
    return window


def _lengths(window: QWidget) -> list[object]:
    told: list[object] = []
    for widget in (window, *window.findChildren(QWidget)):
        layout = widget.layout()
        told.append((widget.minimumSize().toTuple(), widget.maximumSize().toTuple()))
        if layout is not None:
            margins = layout.contentsMargins()
            told.append((margins.left(), margins.top(), margins.right(), layout.spacing()))
            items = [layout.itemAt(at) for at in range(layout.count())]
            told.append([item.sizeHint().toTuple() for item in items if item is not None])
    return told


@pytest.mark.parametrize("scale", [101, 110, 125, 150, 175, 199, 200])
def test_every_length_is_what_it_would_have_been(
    dressed: QApplication, qtbot: QtBot, scale: int
) -> None:
    window = _window()
    qtbot.addWidget(window)
    before = _lengths(window)

    apply(dressed, Theme.LIGHT, scale)
    rescale(window, 100)
    built = _window()
    qtbot.addWidget(built)
    assert _lengths(window) == _lengths(built)

    apply(dressed, Theme.LIGHT, 100)
    rescale(window, scale)
    assert _lengths(window) == before
