import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show, compose
from ui.widgets.entry import Entry


def test_what_is_read_is_composed_and_trimmed(show: Show) -> None:
    entry = Entry()
    show(entry)

    entry.setText(unicodedata.normalize("NFD", "  Nguyễn "))

    assert entry.value() == "Nguyễn"


def test_a_word_being_composed_is_kept_when_the_focus_leaves(show: Show) -> None:
    entry, other = Entry(), Entry()
    show(entry, other)
    entry.setFocus()
    entry.setText("Trần ")

    compose(entry, "Tuyết")
    other.setFocus()

    assert entry.text() == "Trần Tuyết"


def test_a_word_being_composed_counts_before_it_is_finished(show: Show) -> None:
    entry = Entry()
    show(entry)
    entry.setFocus()

    compose(entry, "Ánh")

    assert entry.value() == "Ánh"


def test_a_word_that_was_committed_is_not_kept_twice(show: Show) -> None:
    entry, other = Entry(), Entry()
    show(entry, other)
    entry.setFocus()

    compose(entry, "Tuyết")
    compose(entry, "", commit="Tuyết")
    other.setFocus()

    assert entry.text() == "Tuyết"


def test_enter_is_told_and_presses_no_button(show: Show, qtbot: QtBot) -> None:
    entry, button = Entry(), QPushButton("Hoàn tất")
    button.setDefault(True)
    window = show(entry, button)
    entry.setFocus()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))

    with qtbot.waitSignal(entry.entered):
        Hands(window).press(Qt.Key.Key_Return)

    assert not pressed


def test_a_remembered_entry_comes_back_with_its_selection(show: Show) -> None:
    entry = Entry()
    show(entry)
    entry.setText("1.250")
    entry.setSelection(0, 3)
    told: list[str] = []
    entry.textEdited.connect(told.append)

    back = entry.remember()
    entry.setText("EE4")
    back()

    assert entry.text() == "1.250"
    assert entry.selectedText() == "1.2"
    assert told == ["1.250"]


def test_what_is_seen_counts_while_a_word_is_being_composed(show: Show) -> None:
    entry = Entry()
    show(entry)
    entry.setFocus()
    told: list[str] = []
    entry.typed.connect(told.append)

    entry.setText("Trần Nam")
    entry.setCursorPosition(5)
    compose(entry, "Tu")
    compose(entry, "Tuấ")
    compose(entry, "", commit="Tuấn ")

    assert told == ["Trần TuNam", "Trần TuấNam", "Trần Tuấn Nam"]


def test_input_methods_can_be_kept_out(show: Show) -> None:
    entry = Entry()
    show(entry)
    entry.setFocus()
    allowed = Qt.InputMethodQuery.ImEnabled

    entry.set_composing(on=False)
    assert entry.inputMethodQuery(allowed) is False

    entry.set_composing(on=True)
    assert entry.inputMethodQuery(allowed) is True
