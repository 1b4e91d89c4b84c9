from PySide6.QtWidgets import QApplication, QLabel

from tests.fakes.hands import Show
from ui.widgets.visible import reveal


def test_what_has_no_page_yet_opens_no_window(dressed: QApplication) -> None:
    label = QLabel("Chú ý")

    reveal(label, shown=True)

    assert not label.isVisible()


def test_it_appears_with_its_page_even_after_having_been_hidden(show: Show) -> None:
    label = QLabel("Chú ý")

    reveal(label, shown=False)
    reveal(label, shown=True)
    show(label)

    assert label.isVisible()


def test_what_was_hidden_stays_hidden_in_its_page(show: Show) -> None:
    label = QLabel("Chú ý")

    reveal(label, shown=False)
    show(label)
    assert not label.isVisible()

    reveal(label, shown=True)
    assert label.isVisible()
