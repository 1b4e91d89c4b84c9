"""A field that proposes while one types, and takes a proposal only when one was marked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.style.metrics import px
from ui.widgets.drop_list import DropList
from ui.widgets.field import Field
from ui.widgets.option_painter import Columns
from ui.widgets.options import Option

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class HintField(Field):
    """New words are as good as a proposal: Enter keeps what was typed unless an arrow key marked
    one. Ctrl+Enter takes the marked one, or the first, with all that belongs to it.

    ``sought(words)`` asks for proposals, answered with ``show_options``; ``chosen(value)`` tells
    the one taken, ``repeated(value)`` the one taken with all that belongs to it.
    """

    sought = Signal(str)
    chosen = Signal(object)
    repeated = Signal(object)

    def __init__(self, label: str, *, placeholder: str = "", key: str = "") -> None:
        super().__init__(label, placeholder=placeholder, key=key)
        self._spread: QWidget = self.edit
        self._list = _LooseList(self, label, Columns(side=120, note=88))
        self._list.chosen.connect(self._take)
        self.edit.installEventFilter(self)
        self.edited.connect(self.sought)

    def spread_over(self, wide: QWidget) -> None:
        """Proposals are as wide as ``wide``, which begins where the field does."""
        self._spread = wide

    def show_options(self, options: Sequence[Option]) -> None:
        """Propose these, none of them marked, unless the clerk has gone on."""
        if not options or not self.edit.hasFocus():
            self._list.hide()
            return
        self._list.set_options(options)
        self._list.drop_below(self.edit)
        self._list.resize(self._spread.width(), self._list.height())
        self._list.move(self._list.x(), self._list.y() + px(2))

    def is_open(self) -> bool:
        """Whether proposals are shown."""
        return not self._list.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows belong to the list while it is open, Enter once they marked something."""
        if watched is self.edit:
            if event.type() == QEvent.Type.FocusIn and not self.value():
                self.sought.emit("")
            elif event.type() == QEvent.Type.FocusOut:
                self._list.hide()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                key = Qt.Key(event.key())
                if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    return self._repeat()
                return self._key(key)
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if not self.is_open():
            return False
        marked = self._list.current()
        if key in _STEPS:
            self._list.move_mark(_STEPS[key])
        elif key in _TAKES and marked is not None:
            self._take(marked)
        elif key == Qt.Key.Key_Escape:
            self._list.hide()
        else:
            if key in _TAKES:
                self._list.hide()
            return False
        return True

    def _repeat(self) -> bool:
        option = self._list.current() or self._list.first()
        if not self.is_open() or option is None:
            return False
        self._list.hide()
        self.set_problem("")
        self.repeated.emit(option.value)
        return True

    def _take(self, option: Option) -> None:
        self._list.hide()
        self.set_problem("")
        self.chosen.emit(option.value)


class _LooseList(DropList):
    """Nothing is marked until an arrow key marks it."""

    def set_options(self, options: Sequence[Option]) -> None:
        super().set_options(options)
        self._view.setCurrentIndex(QModelIndex())
