"""Lets a page that is larger than the work area be scrolled, and keeps the focus in view."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.style.metrics import px

_AROUND: Final = 24


class PageScroll(QScrollArea):
    """Strip, box and keys stay in view at 200 % on a small screen; the page moves below them."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(px(80), px(80))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _left: QWidget | None, entered: QWidget | None) -> None:
        inside = self.widget()
        if entered is not None and inside is not None and inside.isAncestorOf(entered):
            self.ensureWidgetVisible(entered, px(_AROUND), px(_AROUND))
