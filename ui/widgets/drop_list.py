"""The list that drops below an entry, inside the window: it never takes the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from ui.style.metrics import px
from ui.style.theme import part, restyle
from ui.widgets.option_painter import Columns, OptionPainter
from ui.widgets.options import Option, OptionsModel
from ui.widgets.shade import throw_shade

_MOST_ROWS = 8


class DropList(QFrame):
    """``chosen(option)`` by a click; keys are the entry's, through ``move`` and ``current``."""

    chosen = Signal(object)

    def __init__(self, owner: QWidget, label: str, columns: Columns | None = None) -> None:
        super().__init__(owner)
        owner.destroyed.connect(self.deleteLater)  # it may have moved to the window by then
        part(self, "drop")
        self.setAccessibleName(label)
        self._model = OptionsModel()
        self._painter = OptionPainter(columns or Columns())
        self._view = QListView()
        self._view.setAccessibleName(label)
        self._view.setModel(self._model)
        self._view.setModelColumn(1)
        self._view.setItemDelegate(self._painter)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setMouseTracking(True)
        self._view.clicked.connect(self._clicked)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(2), px(6), px(2), px(2))
        self.column.setSpacing(0)
        self.column.addWidget(self._view)
        self.hide()

    def set_options(self, options: Sequence[Option]) -> None:
        """Show these, the first one marked; a mark that was moved stays with its option."""
        before = self.current()
        moved = self._view.currentIndex().row() > 0
        self._model.set_options(options)
        values = [option.value for option in options]
        keeps = moved and before is not None and before.value in values
        self._select(values.index(before.value) if keeps and before else 0)
        rows = range(min(len(options), _MOST_ROWS))
        high = sum(self._view.sizeHintForRow(row) for row in rows)
        self._view.setFixedHeight(high)
        self._view.setVisible(bool(options))

    def count(self) -> int:
        """How many options there are."""
        return self._model.rowCount()

    def current(self) -> Option | None:
        """The marked option."""
        return self._model.option(self._view.currentIndex().row())

    def first(self) -> Option | None:
        """The option that stands first."""
        return self._model.option(0)

    def move_mark(self, step: int) -> bool:
        """Mark the option ``step`` rows on, stopping at the ends; False when it stood there."""
        before = self._view.currentIndex().row()
        self._select(min(max(before + step, 0), self.count() - 1))
        return self._view.currentIndex().row() != before

    def drop_below(self, anchor: QWidget, *, joined: bool = False) -> None:
        """Open under ``anchor`` at its width; ``joined`` grows out of it without an upper edge."""
        window = anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            throw_shade(self)
        restyle(self, "joined", joined)
        self.resize(anchor.width(), self._height_at(anchor.width()))
        at = anchor.mapTo(window, QPoint(0, anchor.height()))
        below = window.height() - at.y() - px(4)
        if self.height() > below and at.y() - anchor.height() > below and not joined:
            at.setY(at.y() - anchor.height() - self.height())
        self.move(at)
        self.raise_()
        self.show()

    def _height_at(self, width: int) -> int:
        layout = self.column
        layout.activate()
        asked = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
        return asked if asked > 0 else layout.totalSizeHint().height()

    def _select(self, row: int) -> None:
        self._view.setCurrentIndex(self._model.index(row, 1))

    def _clicked(self, index: QModelIndex) -> None:
        option = self._model.option(index.row())
        if option is not None:
            self.chosen.emit(option)
