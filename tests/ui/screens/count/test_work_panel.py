from dataclasses import replace

from tests.fakes.fake_day import NOTES
from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from tests.printing.shift_samples import OPEN_SHIFT
from ui.screens.count.work_panel import WorkPanel


def test_before_the_count_the_table_has_dots_for_amounts(show: Show) -> None:
    panel = WorkPanel()
    show(panel)

    panel.show_summary(OPEN_SHIFT.blind(), NOTES)

    words = words_on(panel)
    assert words.count("•••") == 18
    assert "149" in words
    assert "2 chuyển khoản chờ đối chiếu" in words


def test_after_it_the_table_has_the_amounts(show: Show) -> None:
    panel = WorkPanel()
    show(panel)

    panel.show_summary(OPEN_SHIFT, NOTES)

    words = words_on(panel)
    assert "•••" not in words
    assert "5.400.000" in words
    assert "8.526.000" in words


def test_a_shift_without_work_says_so(show: Show) -> None:
    panel = WorkPanel()
    show(panel)

    panel.show_summary(replace(OPEN_SHIFT, services=()), NOTES)

    assert "Ca này chưa nhận bưu gửi nào." in words_on(panel)


def test_a_shift_that_only_opens_is_told_how(show: Show) -> None:
    panel = WorkPanel()
    show(panel)

    panel.set_opening(opening=True)

    assert words_on(panel)[0] == "Mở ca"
    assert not panel.table.isVisible()
