"""The one frame: strip, box, page, message, keys. It decides nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from app.messages import text
from ui.scanning import ScanChannel
from ui.shell.handle import Key
from ui.shell.idle import IdleWatch
from ui.shell.key_bar import KeyBar
from ui.shell.message_strip import MessageStrip
from ui.shell.page_scroll import PageScroll
from ui.shell.page_stack import PageStack
from ui.shell.tab_walk import walk_on
from ui.shell.top_strip import TopStrip
from ui.shell.universal_box import UniversalBox
from ui.style.metrics import px
from ui.style.theme import part

_KEYS = {getattr(Qt.Key, f"Key_{key}"): key for key in Key}


class MainWindow(QWidget):
    """Signals: ``key_pressed(Key)``, ``back_pressed`` (Esc), ``lock_pressed`` (Ctrl+L),
    ``settings_pressed`` (Ctrl+comma), ``sync_pressed`` (Ctrl+G), ``closed``.
    """

    key_pressed = Signal(object)
    back_pressed = Signal()
    lock_pressed = Signal()
    settings_pressed = Signal()
    sync_pressed = Signal()
    closed = Signal()

    def __init__(self, scan_prefix: str = "") -> None:
        super().__init__()
        part(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(text("ui.window.title"))
        self.strip = TopStrip()
        self.box = UniversalBox()
        self.message = MessageStrip()
        self.keys = KeyBar()
        self.scans = ScanChannel(scan_prefix)
        self.idle = IdleWatch()
        self._pages = PageStack()
        self._scroll = PageScroll(self._pages)
        self._work = QWidget()
        self._body = QStackedWidget()
        self._body.addWidget(self._work)
        self._full: QWidget | None = None
        self._owned: list[object] = []
        self._arrange()
        self.keys.pressed.connect(self.key_pressed)
        self.resize(px(1366), px(768))

    def keep(self, *owned: object) -> None:
        """Hold what lives as long as the window: Qt keeps only weak references to slots."""
        self._owned += owned

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the work area, its top in view."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self._scroll.to_top()

    def drop_page(self, page: QWidget) -> None:
        """The page will not come back."""
        self._pages.removeWidget(page)
        page.hide()
        page.deleteLater()

    def show_full(self, page: QWidget) -> None:
        """One page instead of box, work area and keys: signing in, a bug."""
        if self._full is not page:
            self._drop_full()
            self._full = page
            self._body.addWidget(page)
        self._body.setCurrentWidget(page)

    def shows_full(self, page: QWidget) -> bool:
        """Whether ``page`` is the one shown instead of the work."""
        return self._full is page

    def show_work(self) -> None:
        """Box, work area and keys again."""
        self._body.setCurrentWidget(self._work)
        self._drop_full()

    def at_work(self) -> bool:
        """Whether box, work area and keys are shown."""
        return self._body.currentWidget() is self._work

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no widget had a use for."""
        if event.key() in _KEYS and not event.isAutoRepeat():
            self.key_pressed.emit(_KEYS[event.key()])
        elif event.key() == Qt.Key.Key_Escape:
            self.back_pressed.emit()
        elif _is_ctrl(event, Qt.Key.Key_L):
            self.lock_pressed.emit()
        elif _is_ctrl(event, Qt.Key.Key_Comma):
            self.settings_pressed.emit()
        elif _is_ctrl(event, Qt.Key.Key_G):
            self.sync_pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab and Shift+Tab."""
        return walk_on(self, QApplication.focusWidget() or self, forward=forward)

    def showEvent(self, event: QShowEvent) -> None:
        """The window system's window exists only now."""
        super().showEvent(event)
        self.scans.watch(self)
        self.idle.watch(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A word being composed is committed before its field goes."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        super().closeEvent(event)
        self.closed.emit()

    def _arrange(self) -> None:
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(0)
        work.addWidget(self.box)
        work.addWidget(self._scroll, 1)
        work.addWidget(self.message)
        work.addWidget(self.keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._body, 1)

    def _drop_full(self) -> None:
        if self._full is not None:
            self._body.removeWidget(self._full)
            self._full.hide()
            self._full.deleteLater()
            self._full = None


def _is_ctrl(event: QKeyEvent, key: Qt.Key) -> bool:
    return event.key() == key and event.modifiers() == Qt.KeyboardModifier.ControlModifier
