from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.messages import short_code
from app.store.faults import DiskFull
from tests.fakes.counter_window import CounterWindow
from tests.fakes.hands import Hands, Show
from ui.shell.problems_page import ProblemsView, known_problems
from ui.widgets.labels import Text


def test_no_two_messages_have_the_same_short_code() -> None:
    codes = [each.code for each in known_problems()]

    assert len(set(codes)) == len(codes)
    assert all(len(code) == 5 and not set(code) & set("01IO") for code in codes)


def test_every_problem_stands_with_its_sentence_and_nothing_personal() -> None:
    known = {each.code: each.sentence for each in known_problems()}

    assert "đầy" in known[short_code(DiskFull.code)]
    assert not [sentence for sentence in known.values() if "{" in sentence]


def test_a_code_or_a_word_finds_its_message(show: Show) -> None:
    view = ProblemsView()
    hands = Hands(show(view))
    view.sought.setFocus()
    everything = view.list.count()

    hands.type(short_code(DiskFull.code).lower())
    assert view.list.count() == 1

    view.sought.set_value("")
    view.show_sought("o dia day")
    assert 0 < view.list.count() < everything

    view.show_sought("không có câu như thế")
    assert not view.list.isVisible()


def test_f1_twice_leads_to_it_and_a_fault_shows_its_code(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    counter.frame.steering.fail(DiskFull())
    shown = [each.text() for each in counter.window.message.findChildren(Text)]
    assert any(short_code(DiskFull.code) in words for words in shown)

    counter.press(Qt.Key.Key_F1, Qt.Key.Key_F1)

    assert [page for page in counter.window.findChildren(ProblemsView) if page.isVisible()]
    counter.press(Qt.Key.Key_Escape)
    assert counter.frame.steering.at_home()
