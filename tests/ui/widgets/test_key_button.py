from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes.hands import Show
from ui.widgets.key_button import KeyButton


def test_words_and_key_are_read_out(dressed: QApplication) -> None:
    assert KeyButton("Thu tiền và in", "F12").accessibleName() == "Thu tiền và in F12"


def test_the_key_takes_room_of_its_own(dressed: QApplication) -> None:
    assert KeyButton("Thêm", "Enter").sizeHint().width() > KeyButton("Thêm").sizeHint().width()


def test_what_finishes_is_large_enough_for_a_finger(dressed: QApplication) -> None:
    assert KeyButton("Hoàn tất", "F12", primary=True).sizeHint().height() >= 44


def test_a_button_beside_a_primary_one_is_as_tall(dressed: QApplication) -> None:
    primary = KeyButton("Làm tiếp", "Enter", primary=True)
    beside = KeyButton("Về trang đầu", "F12", tall=True)

    assert beside.sizeHint().height() == primary.sizeHint().height()


def test_a_click_presses_it_and_a_dimmed_one_does_not(show: Show) -> None:
    button = KeyButton("Thêm vào giỏ", "Enter")
    show(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setEnabled(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert len(pressed) == 1


def test_states_look_different(show: Show) -> None:
    button = KeyButton("Thu tiền và in", "F12", primary=True)
    show(button)
    button.clearFocus()
    pictures = [button.grab().toImage()]

    button.setFocus()
    pictures.append(button.grab().toImage())
    button.set_primary(primary=False)
    pictures.append(button.grab().toImage())
    button.setEnabled(False)
    pictures.append(button.grab().toImage())

    assert all(one != two for at, one in enumerate(pictures) for two in pictures[:at])
