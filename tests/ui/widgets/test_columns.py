from PySide6.QtWidgets import QApplication, QListView

from tests.fakes.hands import Show
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.page import Page


class _Two(Page):
    """A card of one share, another of two with a list in it."""

    def __init__(self) -> None:
        super().__init__((300, 200))
        self.columns = Columns(700)
        self.setLayout(self.columns)
        self.one, self.two, self.list = Card("một"), Card("hai"), QListView()
        self.two.body.addWidget(self.list)
        self.columns.addWidget(self.one, 1)
        self.columns.addWidget(self.two, 2)

    def fit(self, room: int) -> None:  # noqa: ARG002 - the columns know it
        self.columns.hold(self.one, 300)


def _sized(show: Show, wide: int) -> _Two:
    page = _Two()
    show(page).resize(wide + 22, 500)
    QApplication.processEvents()
    return page


def test_with_room_cards_stand_side_by_side_and_one_holds_its_width(show: Show) -> None:
    page = _sized(show, 900)

    assert page.one.y() == page.two.y()
    assert page.one.width() == 300
    assert page.needs() == 0


def test_without_they_stand_one_below_the_other_as_wide_as_the_page(show: Show) -> None:
    page = _sized(show, 600)

    assert page.two.y() > page.one.geometry().bottom()
    assert page.one.width() == page.two.width() > 500
    assert page.list.maximumHeight() == 400
    assert page.needs() == page.minimumSizeHint().height()


def test_widened_again_all_is_as_it_was(show: Show) -> None:
    page = _sized(show, 600)
    page.window().resize(922, 500)
    QApplication.processEvents()

    assert page.one.width() == 300
    assert page.columns.stretch(1) == 2
    assert page.list.maximumHeight() > 10_000
