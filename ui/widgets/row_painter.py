"""Draws one row of a ``RowList``: words wrap, they are never cut."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.style.metrics import RADIUS, SECONDARY, TEXT, px
from ui.style.theme import pen_colour, tokens
from ui.style.tokens import Tone
from ui.widgets.rows import ROW_ROLE, Index, RowItem

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
_HIGH = 10_000


class _Letters:
    """The fonts of a list's rows and their measures, made once for all of them."""

    def __init__(self, base: QFont) -> None:
        self.base = QFont(base)
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._metrics: dict[tuple[int, bool], QFontMetrics] = {}

    def font(self, size: int, *, bold: bool = False) -> QFont:
        """``size`` at 100 %."""
        key = size, bold
        if key not in self._fonts:
            font = self._fonts[key] = QFont(self.base)
            font.setPixelSize(px(size))
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return self._fonts[key]

    def metrics(self, size: int, *, bold: bool = False) -> QFontMetrics:
        """Of that font."""
        key = size, bold
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(self.font(size, bold=bold))
        return self._metrics[key]


class RowPainter(QStyledItemDelegate):
    """``lead`` is the width at 100 % of the narrow column at the left, 0 for none.

    ``quiet`` shows the mark only while the list has the focus. In a ``passive`` list nothing is
    ever marked, and a row that would be cut is not drawn.
    """

    def __init__(self, lead: int, *, quiet: bool = False, passive: bool = False) -> None:
        super().__init__()
        self._lead = lead
        self._quiet = quiet
        self._passive = passive
        self._inset = 0 if passive else px(8)
        self._heights: dict[tuple[int, int], int] = {}
        self._all: dict[int, tuple[int, ...]] = {}
        self._letters: _Letters | None = None

    def forget_heights(self) -> None:
        """Other rows, or letters of another size: until then each row is measured once a width.

        A page asks for the heights of all its rows a dozen times until it stands.
        """
        self._heights.clear()
        self._all.clear()
        self._letters = None

    def heights_in(self, view: QListView) -> tuple[int, ...]:
        """Of all rows of ``view``, at the width that it has."""
        wide = view.viewport().width()
        if wide not in self._all:
            rows = view.model().rowCount()
            self._all[wide] = tuple(view.sizeHintForRow(row) for row in range(rows))
        return self._all[wide]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped words."""
        view = option.widget
        wide = view.viewport().width() if isinstance(view, QListView) else px(300)
        place = (index.row(), wide)
        high = self._heights.get(place)
        if high is None:
            high = self._heights[place] = self._measured(index.data(ROW_ROLE), wide, option.font)
        return QSize(wide, high)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Ground, words, a thin line below."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, RowItem) or (self._passive and _is_cut(option)):
            return
        colours = tokens()
        painter.save()
        room = QRect(option.rect)
        self._paint_ground(painter, option, room)
        letters = self._letters_of(option.font)
        title, detail, note = self._rooms(row, room, letters)
        ink, soft = pen_colour(colours.text), pen_colour(colours.muted)
        _write(painter, title, row.title, letters.font(TEXT), ink, _WRAP)
        _write(painter, detail, row.detail, letters.font(SECONDARY), soft, _WRAP)
        toned = pen_colour(colours.toned(row.tone)[0])
        note_ink = soft if row.tone is Tone.PLAIN else toned
        told = row.amount and row.tone is not Tone.PLAIN
        note_flags = _RIGHT if row.amount else _WRAP
        _write(painter, note, row.note, letters.font(SECONDARY, bold=told), note_ink, note_flags)
        lead = QRect(room.left() + self._inset, title.top(), px(self._lead), title.height())
        _write(painter, lead, row.lead, letters.font(SECONDARY + 1), soft, _WRAP)
        side = QRect(room.left(), title.top(), room.width() - self._inset, title.height())
        bold = row.tone is not Tone.PLAIN and not row.amount
        size = SECONDARY if bold else TEXT
        side_ink = ink if row.amount else toned
        _write(painter, side, row.side, letters.font(size, bold=bold), side_ink, _RIGHT)
        painter.restore()

    def _letters_of(self, base: QFont) -> _Letters:
        if self._letters is None or self._letters.base != base:
            self._letters = _Letters(base)
        return self._letters

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect) -> None:
        colours = tokens()
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        if focused or (marked and not self._quiet):
            frame = QRectF(room).adjusted(1, 1, -1, -2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(
                QPen(pen_colour(colours.accent_text), 2) if focused else Qt.PenStyle.NoPen
            )
            painter.setBrush(pen_colour(colours.accent_soft if focused else colours.sunken))
            painter.drawRoundedRect(frame, px(RADIUS - 2), px(RADIUS - 2))
        else:
            painter.setPen(pen_colour(colours.line))
            painter.drawLine(room.bottomLeft(), room.bottomRight())

    def _measured(self, row: object, wide: int, base: QFont) -> int:
        if not isinstance(row, RowItem):
            return px(40)
        title, detail, note = self._rooms(row, QRect(0, 0, wide, _HIGH), self._letters_of(base))
        return max(title.bottom(), detail.bottom(), note.bottom()) + 1 + px(7)

    def _rooms(self, row: RowItem, room: QRect, letters: _Letters) -> tuple[QRect, QRect, QRect]:
        """Where title, detail and note stand within ``room``."""
        left = room.left() + self._inset + (px(self._lead) if self._lead else 0)
        side = letters.metrics(TEXT, bold=row.tone is not Tone.PLAIN)
        taken = side.horizontalAdvance(row.side) + px(12) if row.side else 0
        right = room.right() - self._inset
        top = room.top() + px(7)
        title = _wrapped(
            row.title, letters.metrics(TEXT), QRect(left, top, right - taken - left, _HIGH)
        )
        below = QRect(left, title.bottom() + 1, right - left, _HIGH)
        if row.amount:
            return title, *_beside(row, below, letters)
        detail = _wrapped(row.detail, letters.metrics(SECONDARY), below)
        under = QRect(left, detail.bottom() + 1, right - left, _HIGH)
        note = _wrapped(row.note, letters.metrics(SECONDARY), under)
        return title, detail, note


def _is_cut(option: QStyleOptionViewItem) -> bool:
    view = option.widget
    return isinstance(view, QListView) and option.rect.bottom() >= view.viewport().height()


def _beside(row: RowItem, room: QRect, letters: _Letters) -> tuple[QRect, QRect]:
    """The detail, and at the right of its first line the note."""
    metrics = letters.metrics(SECONDARY, bold=True)
    taken = metrics.horizontalAdvance(row.note) + px(16) if row.note else 0
    detail = _wrapped(row.detail, letters.metrics(SECONDARY), room.adjusted(0, 0, -taken, 0))
    high = metrics.height() if row.note else 0
    return detail, QRect(room.left(), room.top(), room.width(), high)


def _wrapped(words: str, metrics: QFontMetrics, room: QRect) -> QRect:
    """The part of ``room`` that the words fill; no height without words."""
    if not words:
        return QRect(room.left(), room.top(), room.width(), 0)
    high = metrics.boundingRect(room, _WRAP, words).height()
    return QRect(room.left(), room.top(), room.width(), high)


def _write(
    painter: QPainter, room: QRect, words: str, font: QFont, ink: QColor, flags: int
) -> None:
    if words:
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(room, flags, words)
