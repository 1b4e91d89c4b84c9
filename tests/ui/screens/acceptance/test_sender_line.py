from dataclasses import replace

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from ui.screens.acceptance.sender_line import SenderLine

TUYET = next(iter(FakeDesk().people.values()))


def test_name_number_and_what_to_mind_stand_in_one_line(show: Show) -> None:
    line = SenderLine()
    show(line)

    line.show_customer(TUYET)

    name, number, alert = words_on(line)
    assert (name, number) == ("Nguyễn Thị Ánh Tuyết", "01 19 0048213 17")
    assert alert.startswith("Lưu ý: Nghe kém")


def test_without_anything_to_mind_it_says_nothing(show: Show) -> None:
    line = SenderLine()
    show(line)

    line.show_customer(replace(TUYET, alert_note=""))

    assert words_on(line)[2] == ""
