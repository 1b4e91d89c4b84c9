"""A part of a page that gives way when there is no room: it scrolls instead of pushing."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.style.metrics import px

_LEAST = 44
_BAR = 16


class Scroll(QScrollArea):
    """As high as what is ``inside`` and no higher; at the least ``least`` pixels at 100 %.

    Takes no focus of its own: wherever the focus goes inside, it is brought into view.
    """

    def __init__(self, inside: QWidget, least: int = _LEAST) -> None:
        super().__init__()
        self._least = least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._held = _Held(inside)
        self._held.installEventFilter(self)
        self.setWidget(self._held)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        """All that is inside, at the width there is."""
        return QSize(super().sizeHint().width(), self._held.high_at(self.viewport().width()))

    def minimumSizeHint(self) -> QSize:
        """As wide as what is inside must be, with a scroll bar beside it."""
        least = self._held.minimumSizeHint()
        return QSize(
            least.width() + px(_BAR), min(px(self._least) if self._least else 0, least.height())
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside has grown or shrunk."""
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew: at another width it wants another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _follow(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if entered is not None and self._held.isAncestorOf(entered):
            self.ensureWidgetVisible(entered, 0, px(12))
            self.horizontalScrollBar().setValue(0)


def bring_into_view(widget: QWidget) -> None:
    """Whatever scrolls around ``widget`` shows it, although it has only just been laid out."""
    around = widget.parentWidget()
    while around is not None:
        layout = around.layout()
        if layout is not None:
            layout.activate()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, px(12))
        around = around.parentWidget()


class _Held(QWidget):
    """Its height follows its width, its least height too: chips do not count at their narrowest."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inside)

    def high_at(self, width: int) -> int:
        wide = max(width, super().minimumSizeHint().width())
        return self.heightForWidth(wide) if self.hasHeightForWidth() else self.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.high_at(self.width()))
