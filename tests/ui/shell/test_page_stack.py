from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from tests.fakes.hands import Show
from ui.shell.page_stack import PageStack


def _page(wide: int, high: int) -> QWidget:
    page = QWidget()
    page.setMinimumSize(wide, high)
    return page


def test_a_large_page_below_asks_for_no_room(show: Show) -> None:
    stack = PageStack()
    large, small = _page(700, 500), _page(300, 200)
    stack.addWidget(large)
    stack.addWidget(small)
    show(stack)
    assert stack.minimumSizeHint() == QSize(700, 500)

    stack.setCurrentWidget(small)

    assert stack.minimumSizeHint() == QSize(300, 200)


def test_a_stack_without_pages_asks_for_nothing(show: Show) -> None:
    stack = PageStack()
    show(stack)

    assert stack.minimumSizeHint().height() <= 0
    assert stack.sizeHint().height() <= 0
