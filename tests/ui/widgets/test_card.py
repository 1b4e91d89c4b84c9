from PySide6.QtWidgets import QApplication

from tests.fakes.hands import Show
from ui.widgets.card import Card
from ui.widgets.labels import Text


def test_the_title_names_the_panel_for_screen_readers(dressed: QApplication) -> None:
    assert Card("Khách hàng").accessibleName() == "Khách hàng"


def test_a_panel_without_title_begins_with_its_body(show: Show) -> None:
    with_title, without = Card("Giỏ"), Card()
    first, second = Text("a"), Text("b")
    with_title.body.addWidget(first)
    without.body.addWidget(second)
    show(with_title)
    show(without)

    assert second.y() < first.y()
