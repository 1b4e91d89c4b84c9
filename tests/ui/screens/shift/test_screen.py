from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.drawer import Movement, Purpose
from tests.fakes.counter_window import CounterWindow, without_name
from tests.fakes.fake_post_office import PIN
from ui.screens.shift.view import ShiftView
from ui.style.theme import apply
from ui.style.tokens import Theme

MOST_KEYS = 25


class Cash:
    """The page of cash and shift, reached by F11."""

    def __init__(self, qtbot: QtBot) -> None:
        self.counter = CounterWindow(qtbot)
        self.counter.press(Qt.Key.Key_F11)

    @property
    def page(self) -> ShiftView:
        pages = self.counter.window.findChildren(ShiftView)
        return next(page for page in pages if page.isVisible())


def test_cash_to_the_treasury_needs_only_its_amount(dressed: QApplication, qtbot: QtBot) -> None:
    cash = Cash(qtbot)

    cash.counter.type("2")
    cash.counter.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    cash.counter.enter("5000k", "")

    move = cash.counter.desk.moves[0]
    assert (move.movement, move.purpose) == (Movement.PAID_OUT, Purpose.TREASURY)
    assert move.amount_vnd == 5_000_000
    assert cash.counter.told() == "Đã chi 5.000.000 đ từ quỹ."


def test_the_drawer_is_opened_without_a_sale_for_a_reason(
    dressed: QApplication, qtbot: QtBot
) -> None:
    cash = Cash(qtbot)

    cash.counter.type("3")
    cash.counter.press(Qt.Key.Key_Return)
    cash.counter.enter("đổi tiền lẻ")

    assert cash.counter.desk.moves[0].reason == "đổi tiền lẻ"
    assert cash.counter.desk.moves[0].movement is Movement.NO_SALE


def test_a_drawer_is_handed_over_within_the_budget_and_the_strip_says_to_whom(
    dressed: QApplication, qtbot: QtBot
) -> None:
    cash = Cash(qtbot)

    cash.counter.type("4")
    cash.counter.press(Qt.Key.Key_Return)
    cash.counter.enter("1500k", "phuc", PIN)

    assert cash.counter.desk.handed[0].counted_vnd == 1_500_000
    assert cash.counter.keys <= MOST_KEYS
    assert "Lê Hồng Phúc" in cash.counter.told()
    assert "Lê Hồng Phúc · Ca 2" in cash.counter.window.strip._clerk.text()
    assert cash.counter.frame.steering.at_home()


def test_f11_serves_from_every_page_and_esc_comes_back(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.open_customer(1)
    counter.press(Qt.Key.Key_F3)

    counter.press(Qt.Key.Key_F11, Qt.Key.Key_F11, Qt.Key.Key_Escape)

    assert not any(page.isVisible() for page in counter.window.findChildren(ShiftView))
    assert not counter.frame.steering.at_home()


def test_without_a_shift_the_start_page_says_so_and_f11_opens_one(
    dressed: QApplication, qtbot: QtBot
) -> None:
    cash = Cash(qtbot)
    cash.counter.press(Qt.Key.Key_Escape)
    cash.counter.desk.open_now = None
    cash.counter.press(Qt.Key.Key_F11)

    assert cash.page.go.text() == "Mở ca"
    assert cash.page.form.deeds.value() == "correct"


def test_everything_that_takes_the_focus_has_a_name(dressed: QApplication, qtbot: QtBot) -> None:
    assert without_name(Cash(qtbot).page) == []


@pytest.mark.parametrize("theme", Theme)
def test_pictures_of_the_page(
    qapp: QApplication, qtbot: QtBot, pictures: Path, theme: Theme
) -> None:
    apply(qapp, theme)
    cash = Cash(qtbot)
    counter = cash.counter

    def picture(name: str) -> None:
        QApplication.processEvents()
        assert counter.window.grab().save(str(pictures / f"shift-{name}-{theme}.png"))

    picture("page")
    counter.type("4")
    counter.press(Qt.Key.Key_Return)
    counter.type("12500k")
    picture("hand-over")
    counter.desk.open_now = None
    counter.press(Qt.Key.Key_Escape, Qt.Key.Key_F11)
    picture("none")


def test_the_day_s_report_is_two_keys_away(dressed: QApplication, qtbot: QtBot) -> None:
    cash = Cash(qtbot)

    cash.counter.hands.press(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)

    assert cash.counter.desk.reports_asked
