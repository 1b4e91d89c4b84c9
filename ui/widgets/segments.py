"""A layout for buttons of one row that stand in two when there is no room for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


@dataclass(frozen=True, slots=True)
class _Fit:
    """What the items need: ``least`` is the width of each, ``high`` the height of a row."""

    least: Sequence[int]
    high: int
    gap: int

    def wide(self, row: range) -> int:
        """How much a row of these places needs."""
        return sum(self.least[place] for place in row) + max(len(row) - 1, 0) * self.gap

    def rows(self, width: int) -> list[range]:
        """Places of the items, in as few rows as will do, and as even as they can be."""
        count = len(self.least)
        for columns in range(max(count, 1), 1, -1):
            rows = _rows_of(count, columns)
            if all(self.wide(row) <= width for row in rows):
                return _evened(rows, count)
        return _rows_of(count, 1)


class Segments(QLayout):
    """Each row is filled from edge to edge, unless there is but one button; none is narrower than
    its words.
    """

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._known: _Fit | None = None  # a page asks dozens of times
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands over the item."""
        self._items.append(item)
        self._known = None

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """None behind the last, as Qt asks."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the item back."""
        self._known = None
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """Words or letters are others."""
        self._known = None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Rows depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The rows' height at ``width``."""
        fit = self._fit()
        rows = len(fit.rows(width))
        return rows * fit.high + max(rows - 1, 0) * fit.gap

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        fit = self._fit()
        for at, row in enumerate(fit.rows(rect.width())):
            top = rect.y() + at * (fit.high + fit.gap)
            self._place(fit, row, QRect(rect.x(), top, rect.width(), fit.high))

    def sizeHint(self) -> QSize:
        """All in one row."""
        fit = self._fit()
        return QSize(fit.wide(range(self.count())), fit.high)

    def minimumSize(self) -> QSize:
        """The widest button alone."""
        fit = self._fit()
        return QSize(max(fit.least, default=0), fit.high)

    def _fit(self) -> _Fit:
        if self._known is None:
            hints = [item.sizeHint() for item in self._items]
            least = [
                item.minimumSize().expandedTo(hint).width()
                for item, hint in zip(self._items, hints, strict=True)
            ]
            high = max((hint.height() for hint in hints), default=0)
            self._known = _Fit(least, high, self.spacing())
        return self._known

    def _place(self, fit: _Fit, row: range, room: QRect) -> None:
        alone = self.count() == 1  # drawn from edge to edge it would look like a button
        spare = 0 if alone else max(room.width() - fit.wide(row), 0)
        edges = [spare * at // len(row) for at in range(len(row) + 1)]
        left = room.x()
        for place, (before, after) in zip(row, pairwise(edges), strict=True):
            wide = fit.least[place] + after - before
            self._items[place].setGeometry(QRect(left, room.y(), wide, room.height()))
            left += wide + fit.gap


def _rows_of(count: int, columns: int) -> list[range]:
    return [range(at, min(at + columns, count)) for at in range(0, count, columns)]


def _evened(rows: list[range], count: int) -> list[range]:
    """Five buttons in two rows are three and two, not four and one."""
    evened = _rows_of(count, -(-count // len(rows)) if rows else 1)
    return evened if len(evened) == len(rows) else rows
