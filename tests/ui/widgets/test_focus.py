from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.fakes.hands import Show
from ui.widgets.entry import Entry
from ui.widgets.focus import return_focus


class _Page:
    def __init__(self, show: Show) -> None:
        self.page, self.outside = QWidget(), Entry()
        self.first, self.second = Entry(), Entry()
        column = QVBoxLayout(self.page)
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.window = show(self.outside, self.page)


def test_a_page_begins_where_it_says(show: Show) -> None:
    page = _Page(show)

    return_focus(page.page, page.second.setFocus)

    assert page.second.hasFocus()


def test_later_it_goes_on_where_it_was_left(show: Show) -> None:
    page = _Page(show)
    return_focus(page.page, page.second.setFocus)
    page.first.setFocus()
    page.page.hide()
    page.outside.setFocus()

    page.page.show()
    return_focus(page.page, page.second.setFocus)

    assert page.first.hasFocus()
