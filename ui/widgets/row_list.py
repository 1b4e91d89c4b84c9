"""A list of rows with a title, a line of detail and a word or amount at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from ui.style.metrics import px
from ui.widgets.row_painter import RowPainter
from ui.widgets.rows import Index, RowItem, RowsModel

_LEAST = 66
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowList(QListView):
    """Rows as high as their words need at the width there is.

    Signals: ``opened(value)`` on Enter or a double click, ``removed(row)`` on Delete,
    ``moved(row)`` when another row is marked by hand. With ``passive`` it takes no focus and
    marks nothing: it is only read, and rows that there is no room for are left out. With
    ``quiet`` the mark shows only while it has the focus.
    """

    opened = Signal(object)
    removed = Signal(int)
    moved = Signal(int)

    def __init__(
        self,
        label: str,
        *,
        lead: int = 0,
        passive: bool = False,
        quiet: bool = False,
    ) -> None:
        super().__init__()
        self._model = RowsModel()
        self._painter = RowPainter(lead, quiet=quiet, passive=passive)
        self.setAccessibleName(label)
        self.setModel(self._model)
        self.setModelColumn(1)
        self.setItemDelegate(self._painter)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)  # Tab leads out of the list
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        if passive:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._activate)

    def set_rows(self, rows: Sequence[RowItem]) -> None:
        """Show these; the mark stays in its place as far as there is one."""
        at = self.marked()
        self._painter.forget_heights()
        self._model.set_rows(rows)
        if self.selectionMode() != QAbstractItemView.SelectionMode.NoSelection:
            self.mark(min(max(at, 0), len(rows) - 1))
        self.updateGeometry()

    def count(self) -> int:
        """How many rows there are."""
        return self._model.rowCount()

    def marked(self) -> int:
        """The marked row, -1 without one."""
        return self.currentIndex().row()

    def mark(self, row: int) -> None:
        """Mark a row; tells nobody."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.setCurrentIndex(self._model.index(row, 1))
        self.blockSignals(blocked)
        self.viewport().update()

    def row(self, index: int) -> RowItem | None:
        """What stands in a row."""
        return self._model.row(index)

    def sizeHint(self) -> QSize:
        """High enough for all rows: the layout gives what it has."""
        return QSize(super().sizeHint().width(), sum(self._painter.heights_in(self)))

    def minimumSizeHint(self) -> QSize:
        """The highest row; the rest scrolls."""
        return QSize(0, min(max(self._painter.heights_in(self), default=0), px(_LEAST)))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of a mark moved by hand."""
        super().currentChanged(current, previous)
        if not self.signalsBlocked() and current.isValid():
            self.moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete takes out; letters do nothing, for they may be a scanner's."""
        row = self._model.row(self.marked())
        if event.key() in _ENTER and row is not None:
            self.opened.emit(row.value)
        elif event.key() == Qt.Key.Key_Delete and row is not None:
            self.removed.emit(self.marked())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def fit_again(self) -> None:
        """Letters have another size."""
        self._painter.forget_heights()
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another kind, from the page that it came to stand on."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._painter.forget_heights()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew; the marked row stays in sight."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        if event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a marked row to act on."""
        super().focusInEvent(event)
        if self.marked() < 0 and self.count():
            self.mark(0)

    def _activate(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.opened.emit(row.value)
