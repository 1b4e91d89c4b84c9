"""Small marks drawn by hand, so that no font need have them: shape and colour say the same."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style.metrics import px
from ui.style.theme import pen_colour, tokens
from ui.style.tokens import Tone


class Mark(StrEnum):
    """Shapes by meaning."""

    TICK = "tick"
    BANG = "bang"
    CROSS = "cross"
    NOTE = "note"
    DIAMOND = "diamond"
    DISC = "disc"
    WAIT = "wait"


MARK_OF_TONE = {
    Tone.PLAIN: Mark.NOTE,
    Tone.INFO: Mark.NOTE,
    Tone.GOOD: Mark.TICK,
    Tone.WARN: Mark.BANG,
    Tone.BAD: Mark.CROSS,
}


def paint_mark(painter: QPainter, room: QRectF, mark: Mark, ink: QColor, ground: QColor) -> None:
    """Draw ``mark`` into the square ``room``; ``ground`` is the colour of what is cut out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if mark is Mark.DIAMOND:
        painter.drawPolygon(_points(room, ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))))
    elif mark is Mark.BANG:
        painter.drawPolygon(_points(room, ((0.5, 0.04), (1, 0.94), (0, 0.94))))
    else:
        painter.drawEllipse(room)
    cut = QPen(ground, room.width() * 0.12)
    cut.setCapStyle(Qt.PenCapStyle.RoundCap)
    cut.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(cut)
    for stroke in _STROKES[mark]:
        painter.drawPolyline(_points(room, stroke))
    painter.restore()


_Stroke = tuple[tuple[float, float], ...]
_STROKES: dict[Mark, tuple[_Stroke, ...]] = {
    Mark.TICK: (((0.28, 0.53), (0.44, 0.68), (0.73, 0.34)),),
    Mark.BANG: (((0.5, 0.38), (0.5, 0.62)), ((0.5, 0.77), (0.5, 0.775))),
    Mark.CROSS: (((0.33, 0.33), (0.67, 0.67)), ((0.67, 0.33), (0.33, 0.67))),
    Mark.NOTE: (((0.5, 0.46), (0.5, 0.73)), ((0.5, 0.28), (0.5, 0.285))),
    Mark.WAIT: (((0.5, 0.26), (0.5, 0.5), (0.66, 0.6)),),
    Mark.DIAMOND: (),
    Mark.DISC: (),
}


def _points(room: QRectF, shape: _Stroke) -> QPolygonF:
    return QPolygonF(
        [QPointF(room.x() + x * room.width(), room.y() + y * room.height()) for x, y in shape]
    )


class Icon(QWidget):
    """A mark beside words."""

    def __init__(self, tone: Tone = Tone.INFO, mark: Mark | None = None, size: int = 18) -> None:
        super().__init__()
        self._tone = tone
        self._mark = mark
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone, mark: Mark | None = None) -> None:
        """Another meaning; the mark follows unless given."""
        self._tone, self._mark = tone, mark
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the mark in the bar colour of its tone."""
        text, ground, _bar = tokens().toned(self._tone)
        room = QRectF(0.5, 0.5, px(self._size) - 1, px(self._size) - 1)
        mark = self._mark or MARK_OF_TONE[self._tone]
        paint_mark(QPainter(self), room, mark, pen_colour(text), pen_colour(ground))
