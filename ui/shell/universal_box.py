"""The universal box: one entry for every code, phone and name, and the list that drops from it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.domain import customer_number
from app.messages import text
from app.queries.finding import Hit
from ui.shell.basket_chips import BasketChips
from ui.shell.universal_foot import UniversalFoot
from ui.style.metrics import RADIUS, px
from ui.style.theme import part, pen_colour, tokens
from ui.widgets.drop_list import DropList
from ui.widgets.entry import Entry
from ui.widgets.key_cap import KeyCap
from ui.widgets.option_painter import Columns
from ui.widgets.options import Option

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COLUMNS = Columns(lead=176, side=140, note=230)
_BOX_HEIGHT = 40
_KINDS = {"item": "ui.box.item", "receipt": "ui.box.receipt"}
"""Their numbers stand in the title; a customer's stands before the name."""


class UniversalBox(QWidget):
    """Signals: ``typed(text)``, ``entered(Hit | None)``, ``chosen(Hit)`` by the mouse,
    ``register_asked``, ``more_asked``, ``cancelled``.
    """

    typed = Signal(str)
    entered = Signal(object)
    chosen = Signal(object)
    register_asked = Signal()
    more_asked = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        part(self, "box-row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.entry = Entry()
        part(self.entry, "universal")
        self.entry.setMaxLength(2_000)
        self.entry.setPlaceholderText(text("ui.box.placeholder"))
        self.entry.setAccessibleName(text("ui.box.name"))
        self.entry.installEventFilter(self)
        self.entry.typed.connect(self.typed)
        self.setFocusProxy(self.entry)
        self._frame = _Frame(self.entry)
        self._foot = UniversalFoot()
        self._list = DropList(self, text("ui.box.name"), _COLUMNS)
        self._list.column.addWidget(self._foot)
        self._list.chosen.connect(self._clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(10), px(16), px(9))
        row.setSpacing(px(12))
        row.addWidget(self._frame, 1)
        self.chips = BasketChips()
        row.addWidget(self.chips)

    def show_hits(self, hits: tuple[Hit, ...], foot: str) -> None:
        """Open the list below the box."""
        self._list.set_options([_option(hit) for hit in hits])
        self._foot.say(foot, empty=not hits)
        self._list.drop_below(self._frame, joined=True)
        self._frame.set_joined(joined=True)

    def clear(self) -> None:
        """Empty box, closed list."""
        self.entry.clear()
        self.close_list()

    def close_list(self) -> None:
        """The text stays."""
        self._list.hide()
        self._frame.set_joined(joined=False)

    def is_open(self) -> bool:
        """Whether the list is shown."""
        return not self._list.isHidden()

    def hits_shown(self) -> int:
        """How many hits the list holds."""
        return self._list.count() if self.is_open() else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list keeps the box's width."""
        super().resizeEvent(event)
        if self.is_open():
            self._list.drop_below(self._frame, joined=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The box's own keys."""
        if watched is self.entry and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._frame.update()
            if event.type() == QEvent.Type.FocusOut:
                self.close_list()
        if (
            watched is self.entry
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.entry.commit_preedit()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.register_asked.emit()
            else:
                self.entered.emit(self._marked())
        elif key in _STEPS and self.is_open():
            if not self._list.move_mark(_STEPS[key]) and _STEPS[key] > 0:
                self.more_asked.emit()
        elif key == Qt.Key.Key_Escape and (self.entry.text() or self.is_open()):
            self.cancelled.emit()
        else:
            return False
        return True

    def _clicked(self, option: Option) -> None:
        self.chosen.emit(option.value)

    def _marked(self) -> Hit | None:
        option = self._list.current() if self.is_open() else None
        return option.value if option and isinstance(option.value, Hit) else None


def _option(hit: Hit) -> Option:
    lead = text(_KINDS[hit.kind]) if hit.kind in _KINDS else customer_number.grouped(hit.code)
    return Option(
        value=hit,
        title=hit.title,
        detail=hit.detail,
        lead=lead,
        side=hit.phone_masked,
        note=hit.activity,
        spans=hit.spans,
    )


class _Frame(QFrame):
    """The box itself: F2 at its left, an edge in the accent's colour while it has the focus."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry
        self._joined = False
        self.setFixedHeight(px(_BOX_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(15), px(2), px(12), px(2))
        row.setSpacing(px(10))
        row.addWidget(KeyCap("F2"))
        row.addWidget(entry, 1)

    def set_joined(self, *, joined: bool) -> None:
        """Open at the bottom, where the list goes on."""
        self._joined = joined
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Ground and edge."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self._entry.hasFocus()
        edge = 2.0 if here else 1.0
        painter.setPen(QPen(pen_colour(colours.accent_text if here else colours.outline), edge))
        painter.setBrush(pen_colour(colours.panel))
        room = self.rect().toRectF().adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        if self._joined:
            room.setBottom(room.bottom() + px(RADIUS) * 2)
        painter.drawRoundedRect(room, px(RADIUS), px(RADIUS))
