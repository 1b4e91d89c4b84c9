"""The steps of a longer piece of work: done, now, still to come."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style.metrics import CAPTION, SECONDARY, px
from ui.style.theme import pen_colour, tokens
from ui.widgets.marks import Mark, paint_mark

_DISC = 24
_GAP = 7


class Steps(QWidget):
    """Words in order; ``set_now`` says at which of them one is, from 0."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = tuple(words)
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_now(self, now: int) -> None:
        """Everything before it is done."""
        self._now = now
        self._tell()
        self.update()

    def say_again(self, again: Callable[[str], str]) -> None:
        """The same steps in another language."""
        self._words = tuple(again(word) for word in self._words)
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        letters = QFontMetrics(_letters(self.font(), SECONDARY, bold=True))
        wide = sum(letters.horizontalAdvance(word) for word in self._words)
        return QSize(wide + len(self._words) * px(_DISC + _GAP + 8), px(_DISC + 4))

    def minimumSizeHint(self) -> QSize:
        """Words of other steps give way before the one that counts."""
        return QSize(px(200), px(_DISC + 4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Discs with their words; where there is no room, only that of now keeps its word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cramped = self.sizeHint().width() > self.width()
        left = 0.0
        for place, word in enumerate(self._words):
            shown = word if not cramped or place == self._now else ""
            left = self._paint_step(painter, left, place, shown) + px(8 if shown else 6)

    def _paint_step(self, painter: QPainter, left: float, place: int, word: str) -> float:
        room = QRectF(left + 1, px(2), px(_DISC) - 2, px(_DISC) - 2)
        self._paint_disc(painter, room, place)
        colours = tokens()
        letters = _letters(self.font(), SECONDARY, bold=True)
        painter.setFont(letters)
        now = place == self._now
        painter.setPen(pen_colour(colours.accent_text if now else colours.muted))
        start = room.right() + px(_GAP)
        wide = QFontMetrics(letters).horizontalAdvance(word)
        where = QRectF(start, 0, wide + 2, px(_DISC + 4))
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), word)
        return start + wide if word else room.right()

    def _paint_disc(self, painter: QPainter, room: QRectF, place: int) -> None:
        colours = tokens()
        if place < self._now:
            paint_mark(
                painter, room, Mark.TICK, pen_colour(colours.good), pen_colour(colours.good_soft)
            )
            return
        now = place == self._now
        painter.setPen(QPen(pen_colour(colours.accent if now else colours.outline), 1.2))
        painter.setBrush(pen_colour(colours.accent if now else colours.panel))
        painter.drawEllipse(room)
        painter.setFont(_letters(self.font(), CAPTION, bold=True))
        painter.setPen(pen_colour(colours.on_accent if now else colours.muted))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), str(place + 1))

    def _tell(self) -> None:
        self.setAccessibleName(
            f"{min(self._now + 1, len(self._words))}/{len(self._words)} "
            f"{self._words[min(self._now, len(self._words) - 1)]}"
        )


def _letters(base: QFont, size: int, *, bold: bool) -> QFont:
    font = QFont(base)
    font.setPixelSize(px(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
