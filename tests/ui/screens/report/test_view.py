from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Show
from ui.screens.report.tables import Line
from ui.screens.report.view import ReportView, row_of
from ui.style.tokens import Tone


def test_enter_in_day_or_clerk_asks_with_everything_entered(show: Show, qtbot: QtBot) -> None:
    view = ReportView()
    show(view)
    view.show_asked(date(2026, 11, 21))
    view.clerk.set_value("gdv1")

    with qtbot.waitSignal(view.asked) as asked:
        QTest.keyClick(view.day.edit, Qt.Key.Key_Return)

    assert asked.args == ["21/11/2026", "office", "gdv1"]


def test_how_far_it_is_stands_above_while_it_is_made(show: Show) -> None:
    view = ReportView()
    show(view)
    view.show_busy(busy=True)
    view.show_progress(120_000, 1_000_000)

    assert view._busy.isVisible()
    assert view._busy._words.text() == "Đang đọc sổ: 120.000/1.000.000 bút toán"
    assert not view.result.isEnabled()


def test_a_problem_stands_under_its_field_and_has_the_focus(show: Show) -> None:
    view = ReportView()
    show(view)
    view.show_problem("clerk", "Không có giao dịch viên nào.")

    assert view.clerk.problem() == "Không có giao dịch viên nào."
    assert view.clerk.edit.hasFocus()
    view.show_problem("", "")
    assert view.clerk.problem() == ""


def test_moving_in_the_list_chooses_the_part(show: Show, qtbot: QtBot) -> None:
    view = ReportView()
    show(view)
    view.show_report("Báo cáo", "", (Line("A", "a"), Line("B", "b", warns=True)))

    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view.sections, Qt.Key.Key_Down)

    assert chosen.args == ["b"]
    assert row_of(Line("B", "b", warns=True)).tone is Tone.WARN
