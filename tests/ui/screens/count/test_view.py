from PySide6.QtWidgets import QApplication

from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from ui.screens.count.presenter import Phase
from ui.screens.count.view import CountView


def test_on_a_small_screen_with_large_text_all_stands_below_the_rows(show: Show) -> None:
    view = CountView()
    window = show(view)
    window.resize(683, 600)
    QApplication.processEvents()

    assert view.count.isVisible()
    assert view.work.y() > view.count.y()
    assert view.side.y() > view.work.y()
    assert view.work.width() > 600
    assert view.needs() > view.work.height()


def test_a_refusal_about_no_field_stands_above_the_rows_until_the_next_step(show: Show) -> None:
    view = CountView()
    show(view)
    view.show_phase(Phase.COUNT, opening=False)

    view.refuse("count", "Số tờ quá lớn.")
    assert "Số tờ quá lớn." in words_on(view)

    view.show_phase(Phase.COMPARE, opening=False)
    assert "Số tờ quá lớn." not in words_on(view)


def test_of_a_float_what_came_from_the_treasury_is_handed_on(show: Show) -> None:
    view = CountView()
    show(view)
    view.show_phase(Phase.COUNT, opening=True)
    view.side.received.set_number(200_000)
    assert view.entered().received_vnd == 200_000

    view.show_phase(Phase.COUNT, opening=False)
    assert view.entered().received_vnd is None
