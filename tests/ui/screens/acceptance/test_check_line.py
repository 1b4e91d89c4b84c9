from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.fakes.fake_post_office import CATALOGUE
from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from tests.ui.screens.acceptance.items import WHOLE
from ui.screens.acceptance.check_line import CheckLine


def _line(show: Show) -> CheckLine:
    line = CheckLine()
    show(line)
    line.show_catalogue(CATALOGUE)
    return line


def test_the_version_of_the_checklist_stands_there(show: Show) -> None:
    line = _line(show)

    assert "Kiểm tra hàng gửi (bản 2026-07)" in words_on(line)


def test_it_says_in_words_whether_the_item_was_looked_at(show: Show) -> None:
    line = _line(show)

    line.show_entry(replace(WHOLE, checked=()))
    assert "Chưa kiểm tra" in words_on(line)

    line.show_entry(WHOLE)
    assert "Đã xem nội dung · không có hàng cấm · đã niêm phong" in words_on(line)


def test_before_the_checklist_is_known_it_says_nothing(show: Show) -> None:
    line = CheckLine()
    show(line)

    line.show_entry(WHOLE)

    assert words_on(line) == ["", ""]


def test_what_the_counter_says_of_the_checks_stands_in_its_place(show: Show) -> None:
    line = _line(show)

    line.set_problem("Chưa xác nhận đủ các điểm kiểm tra: Đã niêm phong.")

    assert "Chưa xác nhận đủ các điểm kiểm tra: Đã niêm phong." in words_on(line)


def test_the_button_asks_for_the_points(show: Show, qtbot: QtBot) -> None:
    line = _line(show)

    with qtbot.waitSignal(line.asked):
        line.button.click()
