from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from ui.changes import ChangeFeed, Topic
from ui.shell.print_room import PrintRoom
from ui.style.tokens import Tone


class _Room:
    def __init__(self) -> None:
        self.desk = FakeDesk()
        self.shell = FakeShell()
        self.devices = HeldRunner()
        self.announced = 0
        feed = ChangeFeed()
        feed.subscribe(Topic.PRINTS, then=self._told)
        self.room = PrintRoom(self.desk, self.devices, feed, self.shell)

    def _told(self) -> None:
        self.announced += 1


def test_what_was_printed_is_announced() -> None:
    room = _Room()

    room.room.print_waiting()
    room.devices.answer_all()

    assert room.desk.calls == ["print_waiting"]
    assert room.announced == 1


def test_what_could_not_be_printed_is_told() -> None:
    room = _Room()
    room.desk.accept(a_basket(room.desk))
    room.desk.printer.out_of_order = "Máy in hết giấy."

    room.room.print_waiting()
    room.devices.answer_all()

    assert room.shell.told == [("Máy in hết giấy.", Tone.WARN)]


def test_what_is_queued_meanwhile_goes_with_one_more_errand() -> None:
    room = _Room()

    for _ in range(3):
        room.room.print_waiting()
    room.devices.answer_all()

    assert room.desk.calls == ["print_waiting"] * 2


def test_a_failure_is_handed_on_and_the_next_errand_is_run() -> None:
    room = _Room()
    room.desk.fail_next = OSError("no such device")

    room.room.print_waiting()
    room.devices.answer_all()
    room.room.print_waiting()
    room.devices.answer_all()

    assert [str(error) for error in room.shell.failed] == ["no such device"]
    assert room.desk.calls == ["print_waiting"] * 2
