"""The kinds of complaint, each with its digit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.reference.complaints import ComplaintType
from app.messages import text
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypeList(RowList):
    """A digit chooses and goes on; arrows move, Enter goes on with what is marked.

    Signals: ``chosen(code)`` when another kind is marked by hand, ``entered`` to go on.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__(text("ui.complaint.complaint_type"), lead=30)
        self._value = ""
        self._types: tuple[ComplaintType, ...] = ()
        self.moved.connect(self._moved)
        self.opened.connect(lambda _value: self.entered.emit())

    def show_types(self, types: Sequence[ComplaintType]) -> None:
        """In the order of the list in force; none is chosen yet."""
        self._types = tuple(types)
        self._show()

    def value(self) -> str:
        """The code of the kind chosen by hand; "" before."""
        return self._value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose; everything else as in any list."""
        digit = event.text()
        if digit.isdecimal() and 1 <= int(digit) <= self.count():
            self.mark(int(digit) - 1)
            self._moved(int(digit) - 1)
            self.entered.emit()
        elif event.key() in _ENTER and not self._value:
            self._moved(max(self.marked(), 0))
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _moved(self, row: int) -> None:
        item = self.row(row)
        if item is not None and str(item.value) != self._value:
            self._value = str(item.value)
            self._show()
            self.chosen.emit(self._value)

    def _show(self) -> None:
        """The kind chosen has a tick where the others have their digits."""
        self.set_rows(
            [
                RowItem(
                    title=each.label,
                    lead="✓" if each.code == self._value else str(number),
                    side=_window(each),
                    value=each.code,
                )
                for number, each in enumerate(self._types, 1)
            ]
        )


def _window(kind: ComplaintType) -> str:
    return text(f"ui.complaint.window.{kind.starts}", months=kind.window_months)
