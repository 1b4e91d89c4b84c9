"""Draws one option of a drop list: columns, two lines, the matched letters marked."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.style.metrics import RADIUS, SECONDARY, TEXT, px
from ui.style.theme import pen_colour, tokens
from ui.widgets.options import OPTION_ROLE, Index, Option


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths at 100 %; 0 leaves a column out. The title takes the rest."""

    lead: int = 0
    side: int = 0
    note: int = 0
    rounded: bool = False


class OptionPainter(QStyledItemDelegate):
    """Row height follows whether any option has a second line."""

    def __init__(self, columns: Columns) -> None:
        super().__init__()
        self._columns = columns

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        """Two lines where there is a detail."""
        found = index.data(OPTION_ROLE)
        two = isinstance(found, Option) and bool(found.detail)
        return QSize(px(100), px(56 if two else 40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then the columns."""
        found = index.data(OPTION_ROLE)
        if not isinstance(found, Option):
            return
        colours = tokens()
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        here = marked and not _keys_are_elsewhere(option)
        room = QRect(option.rect)
        painter.save()
        if marked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen_colour(colours.select if here else colours.accent_soft))
            radius = px(RADIUS - 2) if self._columns.rounded else 0
            painter.drawRoundedRect(room, radius, radius)
        ink = pen_colour(colours.on_select if here else colours.text)
        soft = pen_colour(colours.select_muted if here else colours.muted)
        room = room.adjusted(px(16), 0, -px(16), 0)
        wide = self._columns
        if wide.lead:
            self._word(painter, _cut(room, px(wide.lead)), found.lead, (ink, True))
            room.setLeft(room.left() + px(wide.lead) + px(16))
        if wide.note:
            note = QRect(room.right() - px(wide.note), room.top(), px(wide.note), room.height())
            self._word(painter, note, found.note, (soft, False))
            room.setRight(note.left() - px(16))
        if wide.side:
            side = QRect(room.right() - px(wide.side), room.top(), px(wide.side), room.height())
            self._word(painter, side, found.side, (ink, False))
            room.setRight(side.left() - px(16))
        self._titles(painter, room, found, (ink, soft))
        painter.restore()

    def _word(
        self, painter: QPainter, room: QRect, text: str, ink: tuple[QColor, bool], size: int = TEXT
    ) -> None:
        colour, bold = ink
        font = _font(painter.font(), size, bold=bold)
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _titles(
        self, painter: QPainter, room: QRect, option: Option, inks: tuple[QColor, QColor]
    ) -> None:
        ink, soft = inks
        upper = QRect(room)
        if option.detail:
            middle = room.top() + room.height() // 2
            upper.setBottom(middle + px(2))
            lower = QRect(room.left(), middle + px(1), room.width(), px(22))
            upper.setTop(middle - px(24))
            self._word(painter, lower, option.detail, (soft, False), SECONDARY)
        _marked(painter, upper, option, ink)


def _marked(painter: QPainter, room: QRect, option: Option, ink: QColor) -> None:
    """The title with its matched letters on a marker's ground, shaped as one text."""
    colours = tokens()
    here = ink == pen_colour(colours.on_select)
    font = _font(painter.font(), TEXT, bold=True)
    text = QFontMetricsF(font).elidedText(
        option.title, Qt.TextElideMode.ElideRight, float(room.width())
    )
    layout = QTextLayout(text, font)
    formats = []
    for start, end in _joined(option):
        spot = QTextLayout.FormatRange()
        spot.start = start
        spot.length = min(end, len(text)) - start
        style = QTextCharFormat()
        style.setBackground(pen_colour(colours.select_mark if here else colours.mark))
        style.setForeground(ink if here else pen_colour(colours.on_mark))
        spot.format = style
        formats.append(spot)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width())
    layout.endLayout()
    painter.setPen(ink)
    top = room.top() + (room.height() - line.height()) / 2
    layout.draw(painter, QPointF(room.left(), top), formats, QRectF())


def _joined(option: Option) -> list[tuple[int, int]]:
    """Spans with nothing but blanks between them marked as one."""
    joined: list[tuple[int, int]] = []
    for start, end in option.spans:
        if joined and not option.title[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _cut(room: QRect, width: int) -> QRect:
    return QRect(room.left(), room.top(), width, room.height())


def _font(base: QFont, size: int, *, bold: bool) -> QFont:
    font = QFont(base)
    font.setPixelSize(px(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _keys_are_elsewhere(option: QStyleOptionViewItem) -> bool:
    """A list that drops below an entry takes its keys from there and never has the focus itself."""
    view = option.widget
    return (
        isinstance(view, QWidget)
        and view.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not view.hasFocus()
    )
