"""A layout for buttons of one row that stand in two when there is no room for one."""

from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Segments(QLayout):
    """Each row is filled from edge to edge, unless there is but one button; none is narrower than
    its words.
    """

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands over the item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """None behind the last, as Qt asks."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the item back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Rows depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The rows' height at ``width``."""
        rows = len(self._rows(width))
        return rows * self._high() + max(rows - 1, 0) * self.spacing()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        for at, row in enumerate(self._rows(rect.width())):
            top = rect.y() + at * (self._high() + self.spacing())
            self._place(row, QRect(rect.x(), top, rect.width(), self._high()))

    def sizeHint(self) -> QSize:
        """All in one row."""
        return QSize(self._wide(self._items), self._high())

    def minimumSize(self) -> QSize:
        """The widest button alone."""
        return QSize(max(map(_least, self._items), default=0), self._high())

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        """As few rows as will do, and as even as they can be."""
        for columns in range(max(len(self._items), 1), 1, -1):
            rows = [self._items[at : at + columns] for at in range(0, len(self._items), columns)]
            if all(self._wide(row) <= width for row in rows):
                return _evened(rows)
        return [[item] for item in self._items]

    def _place(self, row: list[QLayoutItem], room: QRect) -> None:
        alone = len(self._items) == 1  # drawn from edge to edge it would look like a button
        spare = 0 if alone else max(room.width() - self._wide(row), 0)
        edges = [spare * at // len(row) for at in range(len(row) + 1)]
        left = room.x()
        for item, (before, after) in zip(row, pairwise(edges), strict=True):
            wide = _least(item) + after - before
            item.setGeometry(QRect(left, room.y(), wide, room.height()))
            left += wide + self.spacing()

    def _wide(self, row: list[QLayoutItem]) -> int:
        return sum(map(_least, row)) + max(len(row) - 1, 0) * self.spacing()

    def _high(self) -> int:
        return max((item.sizeHint().height() for item in self._items), default=0)


def _least(item: QLayoutItem) -> int:
    return item.minimumSize().expandedTo(item.sizeHint()).width()


def _evened(rows: list[list[QLayoutItem]]) -> list[list[QLayoutItem]]:
    """Five buttons in two rows are three and two, not four and one."""
    items = [item for row in rows for item in row]
    columns = -(-len(items) // len(rows)) if rows else 1
    evened = [items[at : at + columns] for at in range(0, len(items), columns)]
    return evened if len(evened) == len(rows) else rows
