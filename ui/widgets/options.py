"""What a drop list shows: frozen options behind a Qt model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
OPTION_ROLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Option:
    """One row: ``lead`` and ``side`` are columns of their own, ``detail`` stands under ``title``.

    ``spans`` marks the matched parts of ``title``; ``value`` is handed back when chosen.
    """

    value: object
    title: str
    detail: str = ""
    lead: str = ""
    side: str = ""
    note: str = ""
    spans: tuple[tuple[int, int], ...] = ()

    def cells(self) -> tuple[str, str, str, str, str]:
        """The columns, for readers that see no picture."""
        return (self.lead, self.title, self.detail, self.side, self.note)


class OptionsModel(QAbstractTableModel):
    """Options, best first."""

    def __init__(self) -> None:
        super().__init__()
        self._options: tuple[Option, ...] = ()

    def set_options(self, options: Sequence[Option]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._options = tuple(options)
        self.endResetModel()

    def option(self, row: int) -> Option | None:
        """The option in ``row``; None outside."""
        return self._options[row] if 0 <= row < len(self._options) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A flat table."""
        return 0 if parent.isValid() else len(self._options)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as ``Option.cells``."""
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """The cell's text; the whole option under ``OPTION_ROLE``."""
        option = self.option(index.row())
        if option is None:
            return None
        if role == OPTION_ROLE:
            return option
        if role == Qt.ItemDataRole.DisplayRole:
            return option.cells()[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(cell for cell in option.cells() if cell)
        return None
