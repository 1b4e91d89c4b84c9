from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow, without_name
from tests.fakes.fake_post_office import PIN
from tests.printing.shift_samples import NOTES
from ui.screens.count.view import CountView
from ui.style.theme import apply
from ui.style.tokens import Theme

MOST_KEYS = 60
ALL = [str(pieces) for _, pieces in NOTES]


class Closing:
    """The count page of the open shift, reached by keys."""

    def __init__(self, qtbot: QtBot) -> None:
        self.counter = CounterWindow(qtbot)
        self.counter.press(Qt.Key.Key_F11, Qt.Key.Key_F12)
        self.counter.read()

    @property
    def page(self) -> CountView:
        pages = self.counter.window.findChildren(CountView)
        return next(page for page in pages if page.isVisible())

    def count_all(self) -> None:
        self.counter.enter(*ALL)


def test_a_whole_close_with_its_count_takes_no_more_keys_than_budgeted(
    dressed: QApplication, qtbot: QtBot
) -> None:
    closing = Closing(qtbot)
    counter = closing.counter

    closing.count_all()
    counter.type("400")
    counter.press(Qt.Key.Key_F12)
    counter.read()
    counter.press(Qt.Key.Key_F12)

    booked = [call for call in counter.desk.calls if call in ("count_drawer", "close_shift")]
    assert booked == ["count_drawer", "close_shift"]
    assert counter.desk.closed_shifts[0].counted_vnd == 12_723_400
    assert counter.keys <= MOST_KEYS


def test_no_amount_of_the_books_is_on_the_page_before_the_count(
    dressed: QApplication, qtbot: QtBot
) -> None:
    closing = Closing(qtbot)

    words = " ".join(label.text() for label in closing.page.findChildren(type(closing.page._head)))

    assert "•••" in words
    assert "12.743.400" not in words
    assert "1.180.000" not in words


def test_what_is_not_counted_is_named_and_f12_waits_for_it(
    dressed: QApplication, qtbot: QtBot
) -> None:
    closing = Closing(qtbot)
    closing.counter.enter("14", "9", "23", "17", "31")

    closing.counter.press(Qt.Key.Key_F12)

    assert closing.counter.told() == "Còn thiếu: tờ 10.000 trở xuống (gõ 0 nếu không có)"
    assert "count_drawer" not in closing.counter.desk.calls
    assert closing.page.count.total() == "12.570.000\u00a0đ"


def test_up_and_down_lead_from_row_to_row(dressed: QApplication, qtbot: QtBot) -> None:
    closing = Closing(qtbot)

    closing.counter.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    closing.counter.type("7")

    assert closing.page.count.pieces[200_000].text() == "7"


def test_esc_leads_from_the_comparison_back_to_the_count_which_stays_on_record(
    dressed: QApplication, qtbot: QtBot
) -> None:
    closing = Closing(qtbot)
    closing.count_all()
    closing.counter.press(Qt.Key.Key_F12)
    assert closing.page.compare.difference() == "−20.400\u00a0đ"

    closing.counter.press(Qt.Key.Key_Escape)
    closing.counter.read()
    closing.counter.press(Qt.Key.Key_F12)

    assert len(closing.counter.desk.counts) == 2


def test_a_supervisor_confirms_the_difference_by_code_and_pin(
    dressed: QApplication, qtbot: QtBot
) -> None:
    closing = Closing(qtbot)
    closing.count_all()
    closing.counter.press(Qt.Key.Key_F12)

    closing.counter.enter("100k", "thối nhầm", "phuc", PIN)

    assert closing.counter.desk.closed_shifts[0].agreed_by == "Lê Hồng Phúc"
    assert closing.counter.desk.closed_shifts[0].deposited_vnd == 100_000
    closing.counter.read()
    closing.counter.press(Qt.Key.Key_F12)
    assert closing.counter.frame.steering.at_home()


def test_a_float_is_counted_the_same_way(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.desk.open_now = None
    counter.press(Qt.Key.Key_F11, Qt.Key.Key_F12)
    counter.read()

    counter.enter("", "", "5")
    counter.press(Qt.Key.Key_F12)

    assert counter.desk.calls[-1] == "open_shift"
    assert "500.000" in counter.told()
    assert counter.frame.steering.at_home()


def test_everything_that_takes_the_focus_has_a_name(dressed: QApplication, qtbot: QtBot) -> None:
    assert without_name(Closing(qtbot).page) == []


@pytest.mark.parametrize("theme", Theme)
def test_pictures_of_every_step(
    qapp: QApplication, qtbot: QtBot, pictures: Path, theme: Theme
) -> None:
    apply(qapp, theme)
    closing = Closing(qtbot)
    counter = closing.counter

    def picture(name: str) -> None:
        QApplication.processEvents()
        assert counter.window.grab().save(str(pictures / f"count-{name}-{theme}.png"))

    counter.enter(*ALL[:5])
    picture("half")
    counter.enter(*ALL[5:], "400")
    picture("compare")
    counter.read()
    counter.press(Qt.Key.Key_F12)
    picture("done")
    counter.read()
    counter.press(Qt.Key.Key_F12, Qt.Key.Key_F11)
    counter.read()
    counter.press(Qt.Key.Key_F12)
    picture("open")
