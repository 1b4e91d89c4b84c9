"""What a ``RowList`` shows: frozen rows behind a Qt model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.style.tokens import Tone

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
ROW_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class RowItem:
    """``lead`` is a narrow column at the left, ``side`` stands at the right in ``tone``.

    Where ``side`` is an ``amount`` it keeps the ink of the text, and ``note``, the state, stands in
    its tone below it. ``value`` is handed back when the row is opened or removed.
    """

    title: str
    detail: str = ""
    lead: str = ""
    side: str = ""
    note: str = ""
    tone: Tone = Tone.PLAIN
    value: object = None
    amount: bool = False

    def cells(self) -> tuple[str, str, str, str, str]:
        """The columns, for readers that see no picture."""
        return (self.lead, self.title, self.detail, self.side, self.note)


class RowsModel(QAbstractTableModel):
    """Rows, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[RowItem, ...] = ()

    def set_rows(self, rows: Sequence[RowItem]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: int) -> RowItem | None:
        """The row at ``index``; None outside."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A flat table."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as ``RowItem.cells``."""
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """The cell's text; the whole row under ``ROW_ROLE``."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells()[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(cell for cell in row.cells() if cell)
        return None
