"""A soft shadow under what lies above the page."""

from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from ui.style.metrics import px
from ui.style.theme import pen_colour, tokens


def throw_shade(widget: QWidget) -> None:
    """Lift ``widget`` off the page."""
    shade = QGraphicsDropShadowEffect(widget)
    shade.setBlurRadius(px(24))
    shade.setOffset(0, px(14))
    shade.setColor(pen_colour(tokens().shade, 80))
    widget.setGraphicsEffect(shade)
