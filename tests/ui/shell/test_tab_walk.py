from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.fakes.hands import Show
from ui.shell.tab_walk import walk_on
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton


def _page() -> tuple[QWidget, list[QWidget]]:
    page = QWidget()
    column = QVBoxLayout(page)
    first, second = Field("Một"), Field("Hai")
    button = KeyButton("Ba")
    hidden, off = KeyButton("Ẩn"), KeyButton("Tắt")
    for widget in (first, hidden, second, off, button):
        column.addWidget(widget)
    hidden.hide()
    off.setEnabled(False)
    return page, [first.edit, second.edit, button]


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_it_goes_round_by_all_that_is_shown_and_on(show: Show) -> None:
    page, stops = _page()
    show(page)
    stops[0].setFocus()

    visited = []
    for _ in range(4):
        visited.append(_focused())
        assert walk_on(page, _focused(), forward=True)

    assert visited == [*stops, stops[0]]


def test_it_goes_back_the_same_way(show: Show) -> None:
    page, stops = _page()
    show(page)
    stops[0].setFocus()

    assert walk_on(page, stops[0], forward=False)

    assert _focused() is stops[2]


def test_a_page_with_nothing_to_work_keeps_the_focus(show: Show) -> None:
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    show(page)
    page.setFocus()

    assert not walk_on(page, page, forward=True)
