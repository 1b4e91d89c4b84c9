from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow, without_name
from tests.ui.conflict_scenes import conflicts, conflicts_none, conflicts_settled
from ui.screens.conflicts.view import ConflictsView

ALT = Qt.KeyboardModifier.AltModifier


def shown(counter: CounterWindow) -> ConflictsView:
    (view,) = counter.window.findChildren(ConflictsView)
    return view


def test_both_values_stand_beside_the_list(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    conflicts(counter)
    view = shown(counter)

    assert view.list.count() == 2
    assert without_name(view) == []
    assert "Hỏi khách" in view.note()
    assert view.keep.isVisible()


def test_what_is_settled_cannot_be_answered(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    conflicts_settled(counter)
    view = shown(counter)

    assert "an Nguyễn Văn An" in view.note()
    assert not view.keep.isVisible()
    assert not view.reason.isVisible()


def test_without_any_a_sentence_says_what_would_stand_here(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    conflicts_none(counter)
    view = shown(counter)

    assert not view.list.isVisible()
    assert not view.customer.isVisible()


def test_a_problem_stands_beside_the_reason_or_above_the_keys(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    conflicts(counter)
    view = shown(counter)

    view.show_problem("reason", "Hãy nói vì sao.")
    assert (view.reason.problem(), view.trouble()) == ("Hãy nói vì sao.", "")
    view.show_problem("", "Không được.")
    assert (view.reason.problem(), view.trouble()) == ("", "Không được.")
