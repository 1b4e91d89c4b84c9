from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Show
from ui.shell.handle import Key, KeyAction
from ui.shell.key_bar import KeyBar


def _nothing() -> None:
    """Stands for what a key does."""


def test_keys_without_meaning_here_are_dimmed_but_keep_their_word(show: Show) -> None:
    bar = KeyBar()
    show(bar)

    bar.show_keys({Key.F3: KeyAction("Bưu gửi mới", _nothing)}, None)

    assert bar.word(Key.F3) == "Bưu gửi mới"
    assert bar.is_on(Key.F3)
    assert bar.word(Key.F9) == "Thanh toán"
    assert not bar.is_on(Key.F9)


def test_a_key_that_waits_for_something_is_dimmed_and_says_for_what(show: Show) -> None:
    bar = KeyBar()
    show(bar)

    bar.show_keys({Key.F12: KeyAction("Hoàn tất", _nothing, "Còn thiếu người nhận.")}, Key.F3)

    assert not bar.is_on(Key.F12)
    slots = {slot.accessibleName(): slot for slot in bar.findChildren(QAbstractButton)}
    assert slots["F12, Hoàn tất (chưa dùng được)"].toolTip() == "Còn thiếu người nhận."


def test_a_click_presses_the_key(show: Show, qtbot: QtBot) -> None:
    bar = KeyBar()
    show(bar)
    slot = bar.findChildren(QAbstractButton)[1]

    with qtbot.waitSignal(bar.pressed) as told:
        QTest.mouseClick(slot, Qt.MouseButton.LeftButton)

    assert told.args == [Key.F2]


def test_the_page_in_front_is_marked(show: Show) -> None:
    bar = KeyBar()
    show(bar)
    bar.show_keys({}, None)
    unmarked = bar.grab().toImage()

    bar.show_keys({}, Key.F3)

    assert bar.grab().toImage() != unmarked
