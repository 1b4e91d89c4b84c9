from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.fakes.hands import Show
from ui.shell.page_scroll import PageScroll
from ui.widgets.entry import Entry


def _long_page(fields: int) -> tuple[QWidget, list[Entry]]:
    page = QWidget()
    column = QVBoxLayout(page)
    entries = [Entry() for _ in range(fields)]
    for entry in entries:
        column.addWidget(entry)
    return page, entries


def test_a_page_that_fits_is_not_scrolled(show: Show) -> None:
    page, _entries = _long_page(3)
    scroll = PageScroll(page)
    show(scroll)

    assert scroll.verticalScrollBar().maximum() == 0
    assert page.width() == scroll.viewport().width()


def test_the_field_with_the_focus_is_kept_in_view(show: Show) -> None:
    page, entries = _long_page(40)
    scroll = PageScroll(page)
    show(scroll)

    entries[-1].setFocus()

    assert scroll.verticalScrollBar().value() > 0
    assert not entries[-1].visibleRegion().isEmpty()


def test_it_asks_for_little_room_itself(show: Show) -> None:
    page, _entries = _long_page(40)
    scroll = PageScroll(page)
    window = show(scroll)

    assert window.minimumSizeHint().height() < 300
