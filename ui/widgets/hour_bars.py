"""A day by the hour as bars: the highest stands out."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.messages import text
from ui.style.metrics import CAPTION, px
from ui.style.theme import pen_colour, tokens

_WIDEST = 34
_FOOT = 20


class HourBars(QWidget):
    """``(hour, count)`` in order; hours without a count between them are shown as empty."""

    def __init__(self) -> None:
        super().__init__()
        self._hours: tuple[tuple[int, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(px(72))
        self.setMaximumHeight(px(168))

    def set_hours(self, hours: Sequence[tuple[int, int]]) -> None:
        """Show these."""
        found = dict(hours)
        span = range(min(found), max(found) + 1) if found else range(0)
        self._hours = tuple((hour, found.get(hour, 0)) for hour in span)
        said = [text("ui.hours.bar", hour=hour, count=count) for hour, count in self._hours]
        self.setAccessibleName(", ".join(said) or text("ui.hours.none"))
        self.update()

    def sizeHint(self) -> QSize:
        """As the column is wide."""
        return QSize(px(280), px(150))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Bars, and the hours below them."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_letters(self.font()))
        if not self._hours:
            painter.setPen(pen_colour(colours.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(flags), text("ui.hours.none"))
            return
        most = max(count for _, count in self._hours)
        slot = self.width() / len(self._hours)
        wide = min(slot * 0.68, px(_WIDEST))
        floor = self.height() - px(_FOOT)
        for place, (hour, count) in enumerate(self._hours):
            middle = slot * (place + 0.5)
            high = (floor - px(2)) * count / most if most else 0
            bar = QRectF(middle - wide / 2, floor - high, wide, high)
            painter.setPen(Qt.PenStyle.NoPen)
            highest = count == most
            painter.setBrush(pen_colour(colours.warn_bar if highest else colours.accent))
            painter.drawRoundedRect(bar, px(3), px(3))
            painter.setPen(pen_colour(colours.muted))
            foot = QRectF(middle - slot / 2, floor + px(3), slot, px(_FOOT) - px(3))
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), str(hour))


def _letters(base: QFont) -> QFont:
    font = QFont(base)
    font.setPixelSize(px(CAPTION))
    return font
