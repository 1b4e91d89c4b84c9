from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.fakes.hands import Hands, Show
from ui.widgets.entry import Entry
from ui.widgets.undo_key import undo_reaches

CTRL = Qt.KeyboardModifier.ControlModifier


class _Page:
    def __init__(self, show: Show) -> None:
        self.undone = 0
        self.entry = Entry()
        self.page = QWidget()
        QVBoxLayout(self.page).addWidget(self.entry)
        shortcut = QShortcut(QKeySequence.StandardKey.Undo, self.page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._undo)
        undo_reaches(self.page)
        self.hands = Hands(show(self.page))
        self.entry.setFocus()

    def _undo(self) -> None:
        self.undone += 1


def test_an_untouched_field_leaves_the_key_to_the_page(show: Show) -> None:
    page = _Page(show)

    page.hands.press(Qt.Key.Key_Z, CTRL)

    assert page.undone == 1


def test_a_field_with_typing_takes_its_own_typing_back_first(show: Show) -> None:
    page = _Page(show)
    page.hands.type("ab")

    page.hands.press(Qt.Key.Key_Z, CTRL)

    assert page.undone == 0
    assert page.entry.text() != "ab"
