from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Show
from ui.screens.report.tables import Line
from ui.screens.report.view import ReportView, row_of
from ui.style.tokens import Tone


def test_how_far_it_is_stands_above_while_it_is_made(show: Show) -> None:
    view = ReportView()
    show(view)
    view.show_busy(busy=True)
    view.show_progress(120_000, 1_000_000)

    assert view._busy.isVisible()
    assert view._busy._words.text() == "Đang đọc sổ: 120.000/1.000.000 bút toán"
    assert not view.result.isEnabled()


def test_moving_in_the_list_chooses_the_part(show: Show, qtbot: QtBot) -> None:
    view = ReportView()
    show(view)
    view.show_report("Báo cáo", "", (Line("A", "a"), Line("B", "b", warns=True)))

    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view.sections, Qt.Key.Key_Down)

    assert chosen.args == ["b"]
    assert row_of(Line("B", "b", warns=True)).tone is Tone.WARN


def test_without_a_report_only_the_question_and_the_reason_are_there(show: Show) -> None:
    view = ReportView()
    show(view)
    view.show_report("Báo cáo ngày", "Việc này dành cho trưởng bưu cục.", ())
    view.focus_first()

    assert not view.result.isVisible()
    assert view.ask.day.edit.hasFocus()
