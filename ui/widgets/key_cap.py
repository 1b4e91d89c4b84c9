"""The picture of a key, as large as its word."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style.metrics import CAPTION, px
from ui.style.theme import pen_colour, tokens


def cap_font(base: QFont) -> QFont:
    """The letters on a key."""
    font = QFont(base)
    font.setPixelSize(px(CAPTION))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def cap_size(word: str, base: QFont) -> QSize:
    """The room that a key with ``word`` takes."""
    letters = QFontMetrics(cap_font(base))
    return QSize(max(letters.horizontalAdvance(word) + px(14), px(26)), px(21))


def paint_cap(painter: QPainter, room: QRect, word: str) -> None:
    """Draw a key with a thicker lower edge, as keys look from above."""
    colours = tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = px(4)
    painter.setBrush(pen_colour(colours.key_line))
    painter.drawRoundedRect(room, radius, radius)
    painter.setBrush(pen_colour(colours.key))
    painter.drawRoundedRect(room.adjusted(1, 1, -1, -px(2)), radius - 1, radius - 1)
    painter.setPen(QPen(pen_colour(colours.key_text)))
    painter.setFont(cap_font(painter.font()))
    painter.drawText(room.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, word)
    painter.restore()


class KeyCap(QWidget):
    """A key to press, shown where it acts."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)

    def say_again(self, again: Callable[[str], str]) -> None:
        """The same key in another language."""
        self._word = again(self._word)
        self.setAccessibleName(self._word)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the word needs."""
        return cap_size(self._word, self.font())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the key."""
        paint_cap(QPainter(self), self.rect(), self._word)
