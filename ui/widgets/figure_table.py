"""A table of figures that is walked by arrows; Enter opens what stands behind one."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.style.metrics import SECONDARY, px
from ui.style.theme import pen_colour, tokens
from ui.widgets.figures import FigureRow
from ui.widgets.scroll import bring_into_view

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HIGH, _HEAD_HIGH = 29, 30
_NARROWEST, _AIR = 84, 26
_LEAST_ROWS, _LEAST_WIDE = 4, 320
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Model(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[FigureRow, ...] = ()

    def set_table(self, columns: Sequence[str], rows: Sequence[FigureRow]) -> None:
        self.beginResetModel()
        self._columns, self._rows = tuple(columns), tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns) + 1

    def row(self, number: int) -> FigureRow:
        return self._rows[number]

    def words(self, row: int, column: int) -> str:
        shown = self._rows[row]
        if column:
            return shown.cells[column - 1]
        return f"▲ {shown.label}" if shown.warns else shown.label

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section - 1] if section else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        return None

    def _said(self, row: int, column: int) -> str:
        label = self.words(row, 0)
        if not column:
            return label
        return f"{label}, {self._columns[column - 1]}: {self.words(row, column)}"


class _Painter(QStyledItemDelegate):
    """A thin line under each row, a heavy one above a total, a ring where the arrows stand."""

    def __init__(self, table: "FigureTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = tokens()
        row = self._table.shown(index.row())
        here = self._table.currentIndex() == index
        rect = option.rect
        painter.save()
        if here:
            ground = colours.select if self._table.hasFocus() else colours.accent_soft
            painter.fillRect(rect, pen_colour(ground))
        line = colours.text if row.strong else colours.line
        painter.setPen(QPen(pen_colour(line), 1))
        y = rect.top() if row.strong else rect.bottom()
        painter.drawLine(rect.left(), y, rect.right(), y)
        font = QFont(self._table.font())
        font.setWeight(QFont.Weight.DemiBold if row.strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._ink(row, here=here))
        inside = rect.adjusted(px(10), 0, -px(10), 0)
        words = painter.fontMetrics().elidedText(
            self._table.words(index), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, int(_RIGHT if index.column() else _LEFT), words)
        painter.restore()

    def _ink(self, row: FigureRow, *, here: bool) -> QColor:
        colours = tokens()
        if here and self._table.hasFocus():
            return pen_colour(colours.on_select)
        return pen_colour(colours.warn if row.warns else colours.text)


class _Head(QHeaderView):
    """Captions on a sunken ground, as far from the edge as what stands below them."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setAccessibleName(table.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        colours = tokens()
        painter.save()
        painter.fillRect(rect, pen_colour(colours.sunken))
        font = QFont(self.font())
        font.setPixelSize(px(SECONDARY))
        painter.setFont(font)
        painter.setPen(pen_colour(colours.muted))
        words = str(self.model().headerData(logical, Qt.Orientation.Horizontal))
        inside = rect.adjusted(px(10), 0, -px(10), 0)
        painter.drawText(inside, int(_RIGHT if logical else _LEFT), words)
        painter.restore()


class FigureTable(QTableView):
    """``opened(row, column)`` on Enter or a double click; the label's column is -1."""

    opened = Signal(int, int)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model()
        self.setAccessibleName(label)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(_Head(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.doubleClicked.connect(self._open)

    def set_table(self, columns: Sequence[str], rows: Sequence[FigureRow]) -> None:
        """Show these; the arrows stand in the first figure."""
        self._model.set_table(columns, rows)
        self.horizontalHeader().setVisible(len(columns) > 1)  # one column says itself
        self._fit()
        self.updateGeometry()
        if rows:
            self.setCurrentIndex(self._model.index(0, min(1, len(columns))))

    def place(self) -> tuple[int, int]:
        """Row and column of the figure that the arrows stand in; the label's column is -1."""
        return self.currentIndex().row(), self.currentIndex().column() - 1

    def stand(self, row: int, column: int) -> None:
        """Put the arrows back."""
        self.setCurrentIndex(self._model.index(row, column + 1))

    def shown(self, row: int) -> FigureRow:
        """One row."""
        return self._model.row(row)

    def words(self, index: Index) -> str:
        """What one cell says."""
        return self._model.words(index.row(), index.column())

    def count(self) -> int:
        """How many rows there are."""
        return self._model.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters do nothing, for they may be a scanner's."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The mark is drawn stronger where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()
        bring_into_view(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Labels take what figures leave."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """High enough for all rows: the layout gives what it has."""
        return QSize(super().sizeHint().width(), self._high(self.count()))

    def minimumSizeHint(self) -> QSize:
        """Some rows; the rest scrolls."""
        return QSize(px(_LEAST_WIDE), self._high(min(self.count(), _LEAST_ROWS)))

    def _high(self, rows: int) -> int:
        head = px(_HEAD_HIGH) if self._model.columnCount() > 2 else 0
        return head + rows * px(_HIGH) + 2

    def _open(self, index: Index) -> None:
        self.opened.emit(index.row(), index.column() - 1)

    def _fit(self) -> None:
        """Figures as wide as the widest of their column, the label the rest."""
        self.verticalHeader().setDefaultSectionSize(px(_HIGH))
        self.horizontalHeader().setFixedHeight(px(_HEAD_HIGH))
        letters = self.fontMetrics()
        left = self.viewport().width()
        for column in range(1, self._model.columnCount()):
            words = [self._model.words(row, column) for row in range(self._model.rowCount())]
            head = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            widest = max((letters.horizontalAdvance(each) for each in (*words, head)), default=0)
            width = max(px(_NARROWEST), widest + px(_AIR))
            self.setColumnWidth(column, width)
            left -= width
        if self._model.columnCount():
            self.setColumnWidth(0, max(left, px(140)))
