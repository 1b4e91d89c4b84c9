"""A table of names, counts and amounts with its sum at the foot; amounts may be hidden."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.style.metrics import px
from ui.widgets.labels import Rule, Text

HIDDEN = "•••"
_LEAST = 66


@dataclass(frozen=True, slots=True)
class SumRow:
    """One row; ``cells`` stand right-aligned under the headings after the first."""

    title: str
    cells: tuple[str, ...]
    strong: bool = False


class SumTable(QWidget):
    """``headings``: the first is that of the titles. Rows are rebuilt whole."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = tuple(headings)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(5))
        self._grid.setColumnStretch(0, 1)
        for column in range(1, len(self._headings)):
            self._grid.setColumnMinimumWidth(column, px(_LEAST))
        self._parts: list[QWidget] = []
        for column, heading in enumerate(self._headings):
            self._grid.addWidget(_cell(heading, "head", column), 0, column)
        self._grid.addWidget(Rule(), 1, 0, 1, len(self._headings))

    def set_rows(self, rows: Sequence[SumRow]) -> None:
        """Show these instead."""
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for place, row in enumerate(rows):
            self._add(2 + 2 * place, row)
        self.updateGeometry()

    def _add(self, line: int, row: SumRow) -> None:
        name = "strong" if row.strong else "body"
        for column, words in enumerate((row.title, *row.cells)):
            style = "muted" if words == HIDDEN else name
            cell = _cell(words, style, column)
            self._grid.addWidget(cell, line, column)
            self._parts.append(cell)
        rule = Rule()
        self._grid.addWidget(rule, line + 1, 0, 1, len(self._headings))
        self._parts.append(rule)


def _cell(words: str, name: str, column: int) -> Text:
    cell = Text(words, name, wrap=not column)
    if column:
        cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return cell
