"""The program's mark: a small stamp with perforated edges."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style.metrics import px
from ui.style.theme import pen_colour, tokens

_TEETH = 5


class Stamp(QWidget):
    """Drawn, so that it follows theme and size; ``dark`` stands on the light ground of a page."""

    def __init__(self, size: int = 22, *, dark: bool = False) -> None:
        super().__init__()
        self._size = size
        self._dark = dark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paper with bites along its edges, a T on it."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        paper, ink = colours.strip_text, colours.strip
        if self._dark:
            paper, ink = colours.accent, colours.on_accent
        painter.setBrush(pen_colour(paper))
        side = px(self._size)
        painter.drawPath(_paper(side))
        painter.setBrush(pen_colour(ink))
        painter.drawRect(QRectF(side * 0.28, side * 0.28, side * 0.44, side * 0.11))
        painter.drawRect(QRectF(side * 0.44, side * 0.28, side * 0.12, side * 0.46))


def _paper(side: float) -> QPainterPath:
    paper = QPainterPath()
    paper.addRect(QRectF(0, 0, side, side))
    bites = QPainterPath()
    step = side / _TEETH
    for tooth in range(_TEETH + 1):
        at = tooth * step
        for centre in (QPointF(at, 0), QPointF(at, side), QPointF(0, at), QPointF(side, at)):
            bites.addEllipse(centre, step * 0.28, step * 0.28)
    return paper.subtracted(bites)
