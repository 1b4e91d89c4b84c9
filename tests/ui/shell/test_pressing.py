"""Keys of the bar, in a window around pages that only say what they are."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_frame import FakeFrame
from tests.fakes.fake_pages import FakePage
from ui.changes import Topic
from ui.shell.handle import Key, KeyAction
from ui.style.tokens import Tone


@pytest.fixture
def counter(dressed: QApplication, qtbot: QtBot) -> FakeFrame:
    made = FakeFrame(qtbot, FakeDesk())
    made.sign_in()
    return made


def _open_page(counter: FakeFrame, **actions: KeyAction) -> FakePage:
    counter.frame.steering.open_acceptance(next(iter(counter.desk.people.values())))
    page = counter.makers.opened[-1]
    page.actions = {Key(name): action for name, action in actions.items()}
    counter.frame.steering.refresh_keys()
    return page


def _does(done: list[str], word: str) -> Callable[[], None]:
    return lambda: done.append(word)


def test_a_pages_key_does_what_the_page_says(counter: FakeFrame) -> None:
    done: list[str] = []
    _open_page(counter, F9=KeyAction("Thu tiền", _does(done, "paid")))

    counter.hands.press(Qt.Key.Key_F9)

    assert done == ["paid"]
    assert counter.window.keys.word(Key.F9) == "Thu tiền"


def test_a_key_that_waits_for_something_names_it_and_does_nothing(counter: FakeFrame) -> None:
    done: list[str] = []
    waiting = KeyAction("Hoàn tất", _does(done, "paid"), "Còn thiếu người nhận.")
    _open_page(counter, F12=waiting)

    counter.hands.press(Qt.Key.Key_F12)

    assert not done
    assert counter.window.message.text() == "Còn thiếu người nhận."


def test_the_next_key_takes_the_sentence_away(counter: FakeFrame) -> None:
    _open_page(counter, F9=KeyAction("Thu tiền", _does([], "paid")))
    counter.frame.steering.tell("Đĩa đầy.", Tone.WARN)

    counter.hands.press(Qt.Key.Key_F9)

    assert not counter.window.message.text()


def test_a_key_that_means_nothing_here_does_nothing(counter: FakeFrame) -> None:
    counter.hands.press(Qt.Key.Key_F4)

    assert not counter.makers.opened


def test_f2_goes_to_the_box_from_any_page_and_marks_its_text(counter: FakeFrame) -> None:
    counter.hands.type("ng")
    _open_page(counter)

    counter.hands.press(Qt.Key.Key_F2)

    assert counter.window.box.entry.hasFocus()
    assert counter.window.box.entry.selectedText() == "ng"


def test_f1_lists_the_keys_and_returns_to_the_page(counter: FakeFrame) -> None:
    page = _open_page(counter)

    counter.hands.press(Qt.Key.Key_F1)
    assert not page.entry.hasFocus()

    counter.hands.press(Qt.Key.Key_Escape)
    assert page.entry.hasFocus()
    assert not counter.frame.steering.at_home()


def test_f8_serves_the_last_transaction_from_any_page(counter: FakeFrame) -> None:
    counter.desk.accept(a_basket(counter.desk))
    counter.feed.announce(Topic.SHIPMENTS)
    _open_page(counter)
    counter.desk.calls.clear()

    counter.hands.press(Qt.Key.Key_F8)

    assert "print_waiting" in counter.desk.calls


def test_keys_are_dead_while_nobody_is_signed_in(counter: FakeFrame) -> None:
    done: list[str] = []
    _open_page(counter, F9=KeyAction("Thu tiền", _does(done, "paid")))
    counter.frame.session.lock()

    counter.hands.press(Qt.Key.Key_F9)

    assert not done


def test_a_click_on_the_bar_is_as_good_as_the_key(counter: FakeFrame) -> None:
    done: list[str] = []
    _open_page(counter, F9=KeyAction("Thu tiền", _does(done, "paid")))

    counter.window.keys.pressed.emit(Key.F9)

    assert done == ["paid"]


def test_the_finishing_key_pressed_again_at_once_counts_once(counter: FakeFrame) -> None:
    done: list[str] = []
    _open_page(counter, F12=KeyAction("Hoàn tất", _does(done, "finished")))

    for _ in range(8):
        counter.hands.press(Qt.Key.Key_F12)

    assert done == ["finished"]


def test_with_another_key_in_between_the_finishing_key_counts_again(counter: FakeFrame) -> None:
    done: list[str] = []
    page = {"F12": KeyAction("Hoàn tất", _does(done, "finished")),
            "F9": KeyAction("Thu tiền", _does(done, "paid"))}  # fmt: skip
    _open_page(counter, **page)

    for key in (Qt.Key.Key_F12, Qt.Key.Key_F9, Qt.Key.Key_F12):
        counter.hands.press(key)

    assert done == ["finished", "paid", "finished"]
