from app.errors import EnvironmentFault
from printing.printers.base import OutOfPaper
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from ui.running import Runners
from ui.screens.shift.at_once import AtOnce
from ui.style.tokens import Tone

ROLL = {"roll": {"connection": "tcp:127.0.0.1:9"}}
WITH_DRAWER = {"receipt": {"printer": "roll", "drawer": True}}


class Room:
    """A printer with a worker of its own, beside the worker of all others."""

    def __init__(self, *, drawer: bool = True) -> None:
        self.desk, self.shell = FakeDesk(), FakeShell()
        self.queues: dict[str, HeldRunner] = {}
        if drawer:
            self.desk.change_settings({"printers": ROLL, "papers": WITH_DRAWER})
        others = HeldRunner()
        runners = Runners(others, others, others, self._of_queue)
        self.at_once = AtOnce(self.desk, runners, self.shell)

    def _of_queue(self, queue: str) -> HeldRunner:
        return self.queues.setdefault(queue, HeldRunner())


def test_an_x_is_printed_once_however_often_its_key_is_pressed() -> None:
    room = Room(drawer=False)

    room.at_once.print_x("100950-2-C00001")
    room.at_once.print_x("100950-2-C00001")
    room.queues["folder"].answer_all()

    assert room.desk.x_printed == ["100950-2-C00001"]
    assert "không thay đổi gì" in room.shell.told[-1][0]


def test_an_x_that_could_not_be_printed_can_be_asked_for_again() -> None:
    room = Room(drawer=False)
    room.desk.fail_next = EnvironmentFault()

    room.at_once.print_x("100950-2-C00001")
    room.queues["folder"].answer_all()
    room.at_once.print_x("100950-2-C00001")
    room.queues["folder"].answer_all()

    assert len(room.shell.failed) == 1
    assert room.desk.x_printed == ["100950-2-C00001"]


def test_the_drawer_is_opened_by_the_worker_of_its_printer() -> None:
    room = Room()

    room.at_once.open_drawer("Đã ghi mở két: đổi tiền lẻ.", by_hand="bằng chìa khóa")
    room.queues["roll"].answer_all()

    assert room.desk.drawer_kicks == 1
    assert room.shell.told == []


def test_a_printer_that_cannot_is_told_behind_what_was_booked() -> None:
    room = Room()
    room.desk.fail_next = OutOfPaper("roll")

    room.at_once.open_drawer("Đã ghi mở két: đổi tiền lẻ.")
    room.queues["roll"].answer_all()

    sentence, tone = room.shell.told[-1]
    assert sentence.startswith("Đã ghi mở két: đổi tiền lẻ. Ngăn tiền không tự mở")
    assert tone is Tone.WARN


def test_a_bug_is_no_matter_of_the_drawer() -> None:
    room = Room()
    room.desk.fail_next = ValueError("bug")

    room.at_once.open_drawer("Đã ghi.")
    room.queues["roll"].answer_all()

    assert [type(error) for error in room.shell.failed] == [ValueError]


def test_where_no_printer_opens_it_the_key_does() -> None:
    room = Room(drawer=False)

    room.at_once.open_drawer("Đã thu 5.000 đ.")
    room.at_once.open_drawer("Đã ghi mở két.", by_hand="Mở bằng chìa khóa.")

    assert [sentence for sentence, _ in room.shell.told] == ["Đã ghi mở két. Mở bằng chìa khóa."]
    assert room.desk.drawer_kicks == 0
