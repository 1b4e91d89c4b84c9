"""A field that proposes while one types: the commune of an address."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.style.metrics import px
from ui.widgets.drop_list import DropList
from ui.widgets.field import Field
from ui.widgets.options import Option

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(Field):
    """``edited(text)`` asks for proposals, answered with ``show_options``.

    ``chosen(value)`` tells the option taken, and None when typing has let go of it again.
    """

    chosen = Signal(object)

    def __init__(self, label: str, *, placeholder: str = "", key: str = "") -> None:
        super().__init__(label, placeholder=placeholder, key=key)
        self._taken: Option | None = None
        self._list = DropList(self, label)
        self._list.chosen.connect(self._take)
        self.edit.installEventFilter(self)
        self.edited.connect(self._let_go)

    def chosen_value(self) -> object | None:
        """The value of the option taken; None while there is none."""
        return self._taken.value if self._taken else None

    def set_chosen(self, option: Option | None) -> None:
        """Fill in an option; tells nobody."""
        self._taken = option
        self.set_value(option.title if option else "")
        self._list.hide()

    def show_options(self, options: Sequence[Option]) -> None:
        """Propose these, unless the clerk has gone on or has taken one."""
        if not options or self._taken is not None or not self.edit.hasFocus():
            self._list.hide()
            return
        self._list.set_options(options)
        self._list.drop_below(self.edit)
        self._list.move(self._list.x(), self._list.y() + px(2))

    def is_open(self) -> bool:
        """Whether proposals are shown."""
        return not self._list.isHidden()

    def remember(self) -> Callable[[], None]:
        """A way back to the option taken now; and to its text."""
        taken, text = self._taken, self.edit.text()

        def restore() -> None:
            self._list.hide()
            if self.edit.text() != text:
                self.edit.setText(text)
                if taken is None:
                    self.edited.emit(text)
            if taken is not self._taken:
                self._taken = taken
                self.chosen.emit(taken.value if taken else None)

        return restore

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter and Esc belong to the list while it is open."""
        if watched is self.edit and self.is_open():
            if event.type() == QEvent.Type.FocusOut:
                self._list.hide()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._list_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _list_key(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self._list.move_mark(_STEPS[key])
        elif key in _ENTER:
            self._take(self._list.current())
            self.entered.emit()
        elif key == Qt.Key.Key_Tab:
            self._take(self._list.current())
            return False
        elif key == Qt.Key.Key_Escape:
            self._list.hide()
        else:
            return False
        return True

    def _take(self, option: Option | None) -> None:
        self.set_chosen(option)
        self.set_problem("")
        self.chosen.emit(option.value if option else None)

    def _let_go(self, _text: str) -> None:
        if self._taken is not None:
            self._taken = None
            self.chosen.emit(None)
