from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Show
from ui.screens.report.ask_panel import AskPanel


def test_enter_in_day_or_clerk_asks_with_everything_entered(show: Show, qtbot: QtBot) -> None:
    panel = AskPanel()
    show(panel)
    panel.day.set_value("21/11/2026")
    panel.clerk.set_value("gdv1")

    with qtbot.waitSignal(panel.asked) as asked:
        QTest.keyClick(panel.day.edit, Qt.Key.Key_Return)

    assert asked.args == ["21/11/2026", "office", "gdv1"]


def test_the_days_beside_it_are_one_click_away(show: Show, qtbot: QtBot) -> None:
    panel = AskPanel()
    show(panel)

    with qtbot.waitSignal(panel.stepped) as stepped:
        panel.before.click()

    assert stepped.args == [-1]


def test_a_problem_stands_under_its_field_and_has_the_focus(show: Show) -> None:
    panel = AskPanel()
    show(panel)
    panel.show_problem("clerk", "Không có giao dịch viên nào.")

    assert panel.clerk.problem() == "Không có giao dịch viên nào."
    assert panel.clerk.edit.hasFocus()
    panel.show_problem("", "")
    assert panel.clerk.problem() == ""
