from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Show
from ui.widgets.entry import Entry
from ui.widgets.labels import Text
from ui.widgets.scroll import Scroll

LONG = "Số 1234/56/78 ngõ 9 đường Cách mạng tháng Tám, tổ dân phố Đông Thành Xuân Thượng. " * 4


class _Form:
    """Twelve entries in a part that scrolls."""

    def __init__(self) -> None:
        self.inside = QWidget()
        column = QVBoxLayout(self.inside)
        self.entries = [Entry() for _number in range(12)]
        for entry in self.entries:
            column.addWidget(entry)
        self.scroll = Scroll(self.inside)


def test_it_is_as_high_as_what_is_inside_while_there_is_room(show: Show) -> None:
    form = _Form()
    window = show(form.scroll)
    window.resize(400, 900)

    assert form.scroll.height() == form.scroll.sizeHint().height()
    assert not form.scroll.verticalScrollBar().isVisible()


def test_without_room_it_scrolls_and_does_not_push(show: Show, qtbot: QtBot) -> None:
    form = _Form()
    window = show(form.scroll)

    window.resize(400, 200)

    assert window.height() == 200
    qtbot.waitUntil(form.scroll.verticalScrollBar().isVisible)


def test_the_focus_is_brought_into_view(show: Show, qtbot: QtBot) -> None:
    form = _Form()
    window = show(form.scroll)
    window.resize(400, 200)
    qtbot.waitUntil(form.scroll.verticalScrollBar().isVisible)

    form.entries[-1].setFocus()

    assert form.scroll.verticalScrollBar().value() > 0


def test_words_that_grow_make_it_grow(show: Show, qtbot: QtBot) -> None:
    words = Text("Ngắn.", wrap=True)
    scroll = Scroll(words)
    show(scroll)
    before = scroll.height()

    words.setText(LONG)

    qtbot.waitUntil(lambda: scroll.height() > before)
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))


def test_at_a_greater_width_it_gives_back_the_height_it_no_longer_needs(
    show: Show, qtbot: QtBot
) -> None:
    words = Text(LONG, wrap=True)
    scroll = Scroll(words)
    window = show(scroll)
    window.resize(300, 900)
    qtbot.waitUntil(lambda: scroll.height() >= words.heightForWidth(words.width()) > 100)

    window.resize(900, 900)

    qtbot.waitUntil(lambda: scroll.height() == words.heightForWidth(words.width()))
