from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.shift_summary import ShiftRow
from tests.fakes.fake_day import FakeDay
from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from tests.printing.shift_samples import CLERK, CLOSED_AT, CLOSED_SHIFT, OPENED_AT
from ui.screens.shift.view import ShiftView

ROW = ShiftRow("100950-2-C00012", 12, "counted", CLERK, OPENED_AT, CLOSED_AT, 5, 4, -1, "", 0)


def test_without_any_shift_there_is_nothing_to_fill_in(show: Show) -> None:
    view = ShiftView()
    show(view)

    view.show_current(None)
    view.show_shifts(())
    view.show_summary(None)

    assert "Chưa mở ca" in words_on(view)
    assert not view.form.isVisible()
    assert view.go.text() == "Mở ca"
    view.begin()
    assert view.go.hasFocus()


def test_too_much_cash_is_told_with_what_to_do(show: Show) -> None:
    view = ShiftView()
    show(view)
    current = FakeDay().open_now
    assert current is not None

    view.show_current(replace(current, over_ceiling=True))

    assert any("vượt định mức" in words for words in words_on(view))
    assert view.go.text() == "Đóng ca"


def test_moving_through_the_list_asks_for_each_shift(show: Show, qtbot: QtBot) -> None:
    view = ShiftView()
    show(view)
    view.show_shifts((ROW, replace(ROW, number="100950-2-C00011", serial=11)))

    with qtbot.waitSignal(view.looked_at) as asked:
        view.shifts.setCurrentIndex(view.shifts.model().index(1, 1))

    assert asked.args == ["100950-2-C00011"]
    view.fit(1_366)
    view.show_summary(CLOSED_SHIFT)
    assert "Z 12 · 100950-2-C00012" in words_on(view)


def test_on_a_small_screen_with_large_text_the_shifts_stand_below_the_form(show: Show) -> None:
    view = ShiftView()
    window = show(view)
    view.show_shifts((ROW,))
    window.resize(683, 600)
    QApplication.processEvents()

    assert view.form.isVisible()
    assert view.columns.is_stacked
    below = view.shifts.mapTo(view, QPoint(0, 0))
    assert below.y() > view.form.mapTo(view, QPoint(0, 0)).y()
    assert below.x() < 60
