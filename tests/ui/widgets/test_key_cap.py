from PySide6.QtWidgets import QApplication

from tests.fakes.hands import Show
from ui.widgets.key_cap import KeyCap


def test_a_key_is_as_wide_as_its_word(dressed: QApplication) -> None:
    assert KeyCap("Ctrl+Enter").sizeHint().width() > KeyCap("F2").sizeHint().width()


def test_short_words_have_keys_of_one_width(dressed: QApplication) -> None:
    assert KeyCap("1").sizeHint() == KeyCap("↑").sizeHint()


def test_the_word_is_painted(show: Show) -> None:
    one, other = KeyCap("F1"), KeyCap("F7")
    show(one, other)

    assert one.grab().toImage() != other.grab().toImage()
    assert one.accessibleName() == "F1"
