from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.daily_report import ReportFormat
from app.services.permissions import NotPermitted
from tests.fakes.baskets import a_basket
from tests.fakes.counter_window import CounterWindow, without_name
from ui.screens.report.view import ReportView
from ui.shell.handle import Key
from ui.style.theme import apply
from ui.style.tokens import Theme

_SEEN = {
    "summary": (),
    "table": (Qt.Key.Key_Down, Qt.Key.Key_Return),
    "entries": (Qt.Key.Key_Return,),
}
ALT = Qt.KeyboardModifier.AltModifier


class _Counter(CounterWindow):
    def ask(self) -> None:
        self.hands.press(Qt.Key.Key_B, ALT)

    @property
    def page(self) -> ReportView:
        return next(each for each in self.window.findChildren(ReportView) if each.isVisible())

    @property
    def shows_report(self) -> bool:
        return any(each.isVisible() for each in self.window.findChildren(ReportView))


@pytest.fixture
def counter(dressed: QApplication, qtbot: QtBot) -> _Counter:
    opened = _Counter(qtbot)
    opened.ask()
    return opened


def test_two_keys_open_today_and_everything_on_the_page_has_a_name(counter: _Counter) -> None:
    assert counter.page.ask.day.value() == "21/11/2026"
    assert counter.focused() == "Các phần của báo cáo"
    assert without_name(counter.page) == []


def test_while_the_first_report_is_made_nothing_empty_is_shown_and_its_parts_get_the_focus(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = _Counter(qtbot)
    counter.reporting.paused = True
    counter.ask()
    page = counter.page
    shown = (page.result.isVisible(), page.ask.pdf.isEnabled(), page.ask.heading.text())
    counter.reporting.answer_all()

    assert shown == (False, False, "Báo cáo ngày")
    assert page.result.isVisible()
    assert page.ask.pdf.isEnabled()
    assert counter.focused() == "Các phần của báo cáo"


def test_arrows_walk_the_parts_and_enter_goes_into_the_table(counter: _Counter) -> None:
    counter.press(Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert counter.page.result.accessibleName() == "Theo dịch vụ"
    assert counter.focused() == "Bảng số liệu"


def test_enter_on_a_part_without_figures_stays_in_the_list(counter: _Counter) -> None:
    counter.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert counter.page.result.accessibleName() == "In lại (bản sao)"
    assert counter.focused() == "Các phần của báo cáo"


def test_enter_on_a_figure_shows_its_entries_and_esc_leads_back(counter: _Counter) -> None:
    counter.press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Return)
    page = counter.page
    assert page.result.entries.count() == 2
    assert page.result.accessibleName().startswith("Theo dịch vụ › Bưu kiện › Cước chưa thuế")
    assert counter.focused() == "Các bút toán"

    counter.press(Qt.Key.Key_Escape)

    assert page.result.table.place() == (0, 1)
    assert counter.focused() == "Bảng số liệu"


def test_an_entry_opens_its_receipt_and_esc_comes_back_to_it(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = _Counter(qtbot)
    counter.desk.accept(a_basket(counter.desk))
    counter.desk.reports_receipt = counter.desk.transactions[-1].receipt
    counter.ask()
    counter.press(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert not counter.shows_report

    counter.press(Qt.Key.Key_Escape)

    assert counter.shows_report
    assert counter.page.result.entries.isVisible()


def test_another_day_is_two_keys_away(counter: _Counter) -> None:
    counter.hands.press(Qt.Key.Key_Left, ALT)

    assert counter.page.ask.day.value() == "20/11/2026"


def test_f8_saves_a_pdf_and_alt_x_a_sheet(counter: _Counter) -> None:
    counter.press(Qt.Key.Key_F8)
    counter.hands.press(Qt.Key.Key_X, ALT)

    assert counter.desk.saved == [ReportFormat.PDF, ReportFormat.XLSX]
    assert "2026-11-21.xlsx" in counter.told()


def test_esc_leaves_the_page(counter: _Counter) -> None:
    counter.press(Qt.Key.Key_Escape)

    assert not counter.shows_report
    assert counter.frame.steering.at_home()


def test_who_may_not_see_it_reads_why(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    counter.desk.report_refused = NotPermitted()
    counter.ask()

    assert counter.page.sections.count() == 0
    action = counter.frame.steering.pages.current.keys()[Key.F8]
    assert action.missing


@pytest.mark.parametrize("theme", Theme)
def test_the_page_fills_a_small_screen_in_every_theme(
    qapp: QApplication, qtbot: QtBot, pictures: Path, theme: Theme
) -> None:
    apply(qapp, theme)
    counter = _Counter(qtbot)
    counter.ask()
    for name, keys in _SEEN.items():
        counter.press(*keys)
        QApplication.processEvents()
        counter.window.grab().toImage().save(str(pictures / f"report-{name}-{theme}.png"))

    assert counter.window.size().width() == 1366
