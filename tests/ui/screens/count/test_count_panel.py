from pytestqt.qtbot import QtBot

from app.domain.drawer import NOTES_VND
from tests.fakes.hands import Hands, Show
from ui.screens.count.count_panel import CountPanel
from ui.screens.count.entered import CountEntered


def test_rows_take_digits_alone_and_an_empty_row_is_not_counted(show: Show) -> None:
    panel = CountPanel()
    hands = Hands(show(panel))
    panel.setFocus()

    hands.type("-1a4")

    assert panel.entered().notes[500_000] == 14
    assert panel.entered().notes[1_000] is None


def test_each_row_says_what_it_comes_to_and_a_large_sum_is_said_in_words(show: Show) -> None:
    panel = CountPanel()
    show(panel)

    panel.show_amounts(CountEntered({500_000: 20, 1_000: 1}, 700))

    assert panel.total() == "10.001.700\u00a0đ"
    assert panel._words.text().startswith("mười triệu không trăm linh một nghìn bảy trăm")
    assert panel._amounts[500_000].text() == "10.000.000"
    assert panel._amounts[2_000].text() == "–"


def test_the_focus_goes_to_the_first_row_that_is_missing(show: Show) -> None:
    panel = CountPanel()
    show(panel)
    panel.set_numbers(dict.fromkeys(NOTES_VND, 0))
    panel.go_to_first_missing()
    assert panel.loose.hasFocus()

    panel.pieces[20_000].clear()
    panel.go_to_first_missing()

    assert panel.pieces[20_000].hasFocus()


def test_enter_behind_the_last_row_finishes(show: Show, qtbot: QtBot) -> None:
    panel = CountPanel()
    show(panel)

    with qtbot.waitSignal(panel.finished):
        panel.loose.entered.emit()
