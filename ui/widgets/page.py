"""A page that fits itself to the window: its parts give way before the window scrolls."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.style.metrics import px
from ui.widgets.columns import Columns

_UNIT = 1000


class Page(QWidget):
    """``least`` is the room at 100 % below which the window has to scroll it.

    ``columns``, where there are any, stand one below the other on a narrow page; it is then as high
    as they like, and the window scrolls it.
    """

    def __init__(self, least: tuple[int, int]) -> None:
        super().__init__()
        self._least = least
        self.columns = Columns(0)
        self.setMinimumSize(px(least[0]), px(least[1]))

    def fit(self, room: int) -> None:
        """Arrange for a width of ``room`` at 100 %: 1366 pixels at a scale of 150 % are 910."""

    def refit(self) -> None:
        """Arrange anew at the width of now."""
        room = self.width() * _UNIT // px(_UNIT)
        self.columns.fit(room)
        self.fit(room)

    def fit_again(self) -> None:
        """The text has another size."""
        self.refit()

    def hasHeightForWidth(self) -> bool:
        """Wrapped words do not make a page higher: what holds them scrolls."""
        return False

    def needs(self) -> int:
        """The height that parts which cannot scroll ask for now, in pixels."""
        layout = self.layout()
        if layout is None or not self.columns.is_stacked:
            return 0
        by_width = layout.hasHeightForWidth()
        wide = self.width()
        return layout.totalHeightForWidth(wide) if by_width else layout.totalSizeHint().height()

    def minimumSizeHint(self) -> QSize:
        """What was asked for, whatever the other parts would like."""
        return QSize(px(self._least[0]), max(px(self._least[1]), self.needs()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size of window."""
        super().resizeEvent(event)
        self.refit()
