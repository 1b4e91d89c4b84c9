"""Label–value rows: a price line by line, a person's data."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.labels import Text


@dataclass(frozen=True, slots=True)
class Line:
    """``strong`` for sums. ``tone`` colours the value; its words must say it too."""

    label: str
    value: str
    strong: bool = False
    tone: Tone = Tone.PLAIN


class Lines(QWidget):
    """``amounts``: values right-aligned in a column of their own, labels wrap.

    Otherwise labels have the column and values wrap beside them.
    """

    def __init__(self, *, amounts: bool = True, label_width: int = 0) -> None:
        super().__init__()
        self._amounts = amounts
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(0 if amounts else 1, 1)
        if label_width:
            self._grid.setColumnMinimumWidth(0, px(label_width))
        self._cells: list[Text] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these rows instead of the old."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        for row, line in enumerate(lines):
            self._add(row, line)
        self.updateGeometry()

    def _add(self, row: int, line: Line) -> None:
        label = Text(line.label, "strong" if line.strong else "muted", wrap=self._amounts)
        value = Text(line.value, "strong" if line.strong else "body", wrap=not self._amounts)
        if line.tone is not Tone.PLAIN:
            value.set_tone(line.tone)
        top = Qt.AlignmentFlag.AlignTop
        if self._amounts:
            value.setAlignment(Qt.AlignmentFlag.AlignRight | top)
        self._grid.addWidget(label, row, 0, top)
        # A wrapping cell must fill its column: an aligned one would shrink to its longest word.
        if self._amounts:
            self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight | top)
        else:
            self._grid.addWidget(value, row, 1)
        self._cells += [label, value]
