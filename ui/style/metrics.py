"""Sizes at 100 %, in pixels; ``px`` turns them into the size now in force."""

from typing import Final

from PySide6.QtCore import QCoreApplication

SCALE_PROPERTY: Final = "temScale"

TEXT: Final = 16
SECONDARY: Final = 14
CAPTION: Final = 13
TITLE: Final = 20
TOTAL: Final = 36

CONTROL: Final = 38
"""Height of an entry field; buttons that finish something are taller, for fingers too."""
TARGET: Final = 44
BAR: Final = 44
GAP: Final = 12
RADIUS: Final = 8


def scale_in_force() -> int:
    """The text's size in per cent, 100–200."""
    app = QCoreApplication.instance()
    scale = app.property(SCALE_PROPERTY) if app is not None else None
    return int(scale or 100)


def px(length: float) -> int:
    """``length`` at the text scale in force, never under one pixel."""
    return max(1, round(length * scale_in_force() / 100))
