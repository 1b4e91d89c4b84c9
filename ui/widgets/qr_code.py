"""A QR code on screen: black on white in every theme, in whole pixels, as a camera wants it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style.metrics import px

_QUIET = 4


class QrCode(QWidget):
    """``show_rows`` with the modules, each row as bytes; nothing without."""

    def __init__(self, label: str, *, side: int = 232) -> None:
        super().__init__()
        self._rows: tuple[bytes, ...] = ()
        self._side = side
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_rows(self, rows: tuple[bytes, ...]) -> None:
        """Another code; none hides the widget."""
        self._rows = rows
        self.setVisible(bool(rows))
        self.update()

    def rows(self) -> tuple[bytes, ...]:
        """What is shown."""
        return self._rows

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        return QSize(px(self._side), px(self._side))

    def minimumSizeHint(self) -> QSize:
        """Never smaller: a camera must read it."""
        return self.sizeHint()

    def fit_again(self) -> None:
        """The text has another size."""
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """White to the edge, then each dark module."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._rows:
            return
        count = len(self._rows) + 2 * _QUIET
        module = min(self.width(), self.height()) // count
        left = (self.width() - module * len(self._rows)) // 2
        top = (self.height() - module * len(self._rows)) // 2
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    at = QRect(left + x * module, top + y * module, module, module)
                    painter.fillRect(at, Qt.GlobalColor.black)
