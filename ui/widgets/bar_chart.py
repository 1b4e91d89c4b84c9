"""Bars beside one another, drawn from the value that the paper is drawn from."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.chart import Scale, scale_for
from ui.formats import grouped
from ui.style.metrics import CAPTION, px
from ui.style.theme import pen_colour, tokens
from ui.widgets.figures import ChartBar

_HIGH, _LOW = 190, 84
_FOOT, _HEAD, _WIDEST = 24, 10, 64


class BarChart(QWidget):
    """Amounts by label; what is below nought hangs. Its figures stand in the table beside it.

    With ``nothing``, the words for no bars, it has no scale: the highest bar stands out instead,
    and the chart's name for screen readers says every bar.
    """

    def __init__(self, label: str, *, nothing: str = "") -> None:
        super().__init__()
        self._bars: tuple[ChartBar, ...] = ()
        self._label = label
        self._nothing = nothing
        self.setAccessibleName(nothing or label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_bars(self, bars: Sequence[ChartBar]) -> None:
        """Draw these."""
        self._bars = tuple(bars)
        if self._nothing:
            said = ", ".join(f"{bar.label}: {grouped(bar.amount)}" for bar in self._bars)
            self.setAccessibleName(f"{self._label}: {said}" if said else self._nothing)
        self.update()

    def say_again(self, again: Callable[[str], str]) -> None:
        """Name and words in another language."""
        self._label, self._nothing = again(self._label), again(self._nothing)
        self.setAccessibleName(self._nothing or self._label)
        if self._nothing:
            self.set_bars(self._bars)

    def sizeHint(self) -> QSize:
        """High enough to compare."""
        return QSize(px(360), px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Low enough to leave the table its room."""
        return QSize(px(240), px(_LOW))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Lines, bars, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(px(CAPTION))
        painter.setFont(font)
        if not self._bars:
            painter.setPen(pen_colour(tokens().muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(flags), self._nothing)
            return
        scale = scale_for(bar.amount for bar in self._bars)
        left = 0
        if not self._nothing:
            words = painter.fontMetrics()
            left = px(14) + max(words.horizontalAdvance(grouped(tick)) for tick in scale.ticks)
            self._lines(painter, scale, left)
        room = (self.width() - left) / len(self._bars)
        for place, bar in enumerate(self._bars):
            self._bar(painter, scale, bar, (left + place * room, room))

    def _up(self, scale: Scale, amount: int) -> float:
        inside = self.height() - px(_FOOT) - px(_HEAD)
        return px(_HEAD) + (1 - scale.share(amount)) * inside

    def _lines(self, painter: QPainter, scale: Scale, left: int) -> None:
        colours = tokens()
        for tick in scale.ticks:
            y = self._up(scale, tick)
            painter.setPen(QPen(pen_colour(colours.muted if tick == 0 else colours.line), 1))
            painter.drawLine(left, round(y), self.width(), round(y))
            painter.setPen(pen_colour(colours.muted))
            words = QRectF(0, y - px(9), left - px(8), px(18))
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, int(align), grouped(tick))

    def _bar(self, painter: QPainter, scale: Scale, bar: ChartBar, at: tuple[float, float]) -> None:
        colours = tokens()
        left, room = at
        wide = min(room * 0.62, px(_WIDEST))
        upper, lower = sorted((self._up(scale, bar.amount), self._up(scale, 0)))
        highest = bool(self._nothing) and bar.amount == max(each.amount for each in self._bars)
        ground = colours.warn_bar if highest or bar.amount < 0 else colours.accent
        frame = QRectF(left + (room - wide) / 2, upper, wide, lower - upper)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen_colour(ground))
        painter.drawRoundedRect(frame, px(3), px(3))
        painter.setPen(pen_colour(colours.muted))
        words = QRectF(left, self.height() - px(_FOOT - 4), room, px(_FOOT - 4))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), bar.label)
