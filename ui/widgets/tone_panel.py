"""A ground in the colour of a tone, with its bar at the left."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.style.metrics import px
from ui.style.theme import pen_colour, tokens
from ui.style.tokens import Tone


class TonePanel(QWidget):
    """Painted by hand: a style sheet bends the bar around the corners."""

    def __init__(self, *, rounded: bool = True) -> None:
        super().__init__()
        self._rounded = rounded
        self._tone = Tone.PLAIN

    def set_tone(self, tone: Tone) -> None:
        """Another meaning."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Ground and bar."""
        _text, ground, bar = tokens().toned(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self._rounded:
            corners = QPainterPath()
            corners.addRoundedRect(room, px(6), px(6))
            painter.setClipPath(corners)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen_colour(ground))
        painter.drawRect(room)
        painter.setBrush(pen_colour(bar))
        painter.drawRect(QRectF(0, 0, px(4), room.height()))
