from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.complaint_clock import Urgency
from app.services.complaints import FileComplaint
from tests.fakes.counter_window import CounterWindow, without_name
from tests.fakes.fake_complaints import ITEM, TODAY
from ui.screens.case.view import CaseView
from ui.screens.complaint.view import ComplaintView
from ui.screens.complaints.view import ComplaintsView
from ui.style.theme import apply
from ui.style.tokens import Theme

F6 = Qt.Key.Key_F6
LONG = "Công ty trách nhiệm hữu hạn một thành viên Thương mại và Dịch vụ Hoàng Hôn"


def filed(counter: CounterWindow, days_left: int, urgency: Urgency, name: str = "An") -> str:
    """A case in the fake with a due day of its own."""
    desk = counter.desk
    form = FileComplaint(
        desk.new_command_id(), "loss", "sender", name, "0903123456", "Huế", "Mất.", "", ITEM
    )
    number = desk.file_complaint(form).number
    page = desk.cases[number]
    line = replace(
        page.line, due_on=TODAY + timedelta(days=days_left), days_left=days_left, urgency=urgency
    )
    desk.cases[number] = replace(page, line=line)
    return number


def opened(counter: CounterWindow) -> ComplaintsView:
    counter.press(F6, F6)
    return next(p for p in counter.window.findChildren(ComplaintsView) if p.isVisible())


def leads(page: ComplaintsView) -> list[str]:
    rows = [page.cases.row(at) for at in range(page.cases.count())]
    return [row.side for row in rows if row]


def test_what_presses_most_stands_first_and_enter_opens_it(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    filed(counter, 40, Urgency.CALM)
    filed(counter, 0, Urgency.TODAY)
    filed(counter, -3, Urgency.OVERDUE)

    page = opened(counter)
    assert leads(page) == ["trễ 3 ngày", "hôm nay", "còn 40 ngày"]
    counter.press(Qt.Key.Key_Return)

    assert any(case.isVisible() for case in counter.window.findChildren(CaseView))


def test_the_choices_above_filter_by_keys(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    filed(counter, 40, Urgency.CALM)
    filed(counter, -3, Urgency.OVERDUE)
    page = opened(counter)

    page.shown.setFocus()
    counter.type("2")
    assert leads(page) == ["trễ 3 ngày"]
    counter.type("1")
    assert len(leads(page)) == 2


def test_an_empty_list_says_what_to_do(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)

    page = opened(counter)

    assert page.cases.count() == 0
    counter.press(F6)
    assert any(form.isVisible() for form in counter.window.findChildren(ComplaintView))


@pytest.mark.parametrize("theme", Theme)
def test_the_list_is_pictured_and_has_names(
    dressed: QApplication, qtbot: QtBot, pictures: Path, theme: Theme
) -> None:
    apply(dressed, theme)
    counter = CounterWindow(qtbot)
    filed(counter, 40, Urgency.CALM)
    filed(counter, 0, Urgency.TODAY, LONG)
    late = filed(counter, -3, Urgency.OVERDUE)
    line = replace(
        counter.desk.cases[late].line,
        timeliness="late",
        owner="Lê Hồng Phúc",
        due_on=date(2026, 11, 18),
    )
    counter.desk.cases[late] = replace(counter.desk.cases[late], line=line)
    filed(counter, 2, Urgency.SOON)
    page = opened(counter)

    QApplication.processEvents()

    assert without_name(page) == []
    counter.window.grab().save(str(pictures / f"complaints-{theme}.png"))
