from collections.abc import Callable

from app.domain.devices import PrintedRound
from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from ui.changes import ChangeFeed, Topic
from ui.running import Runner, Runners
from ui.shell.print_room import ASK_MS, RETRY_MS, PrintRoom, Prints
from ui.style.tokens import Tone


class _Room:
    def __init__(self, desk: Prints | None = None) -> None:
        self.fake = FakeDesk()
        self.shell = FakeShell()
        self.devices = HeldRunner()
        self.queues: dict[str, HeldRunner] = {}
        self.announced = 0
        self.later: list[tuple[int, Callable[[], None]]] = []
        feed = ChangeFeed()
        feed.subscribe(Topic.PRINTS, then=self._told)
        runners = Runners(self.devices, self.devices, self.devices, self._of_queue)
        self.room = PrintRoom(desk or self.fake, runners, feed, self.shell, self._later)

    def answer_all(self) -> None:
        """Every worker does what it was given."""
        self.devices.answer_all()
        for queue in self.queues.values():
            queue.answer_all()

    def let_time_pass(self) -> None:
        """Everything that was to be done later is done."""
        due, self.later = self.later, []
        for _, call in due:
            call()
        self.answer_all()

    def _of_queue(self, queue: str) -> Runner:
        return self.queues.setdefault(queue, HeldRunner())

    def _later(self, after_ms: int, call: Callable[[], None]) -> None:
        self.later.append((after_ms, call))

    def _told(self) -> None:
        self.announced += 1


class _Printers:
    """Queues that answer what is prepared for them, then nothing more."""

    def __init__(self, **rounds: list[PrintedRound]) -> None:
        self.rounds = rounds
        self.visits: list[str] = []

    def print_queues(self) -> tuple[str, ...]:
        return tuple(self.rounds)

    def print_on(self, queue: str) -> PrintedRound:
        self.visits.append(queue)
        left = self.rounds[queue]
        return left.pop(0) if left else PrintedRound()


EMPTY = PrintedRound(("Máy in hết giấy.",))


def test_what_was_printed_is_announced() -> None:
    room = _Room()

    room.room.print_waiting()
    room.answer_all()

    assert room.fake.calls == ["print_waiting"]
    assert room.announced == 1


def test_when_nothing_waits_that_is_announced_too() -> None:
    room = _Room(_Printers())

    room.room.print_waiting()
    room.answer_all()

    assert room.announced == 1


def test_what_could_not_be_printed_is_told() -> None:
    room = _Room()
    room.fake.accept(a_basket(room.fake))
    room.fake.printer.out_of_order = "Máy in hết giấy."

    room.room.print_waiting()
    room.answer_all()

    assert room.shell.told == [("Máy in hết giấy.", Tone.WARN)]


def test_what_is_queued_meanwhile_goes_with_one_more_errand() -> None:
    room = _Room()

    for _ in range(3):
        room.room.print_waiting()
    room.answer_all()

    assert room.fake.calls == ["print_waiting"] * 2


def test_a_failure_is_handed_on_and_the_next_errand_is_run() -> None:
    room = _Room()
    room.fake.fail_next = OSError("no such device")

    room.room.print_waiting()
    room.answer_all()
    room.room.print_waiting()
    room.answer_all()

    assert [type(error) for error in room.shell.failed] == [OSError]
    assert room.fake.calls == ["print_waiting"] * 2


def test_a_queue_that_hangs_holds_up_no_other() -> None:
    printers = _Printers(roll=[], labels=[PrintedRound(moved=True)])
    room = _Room(printers)

    room.room.print_waiting()
    room.devices.answer_all()
    room.queues["labels"].answer_all()
    room.room.print_waiting()
    room.devices.answer_all()
    room.queues["labels"].answer_all()

    assert printers.visits == ["labels", "labels"]
    assert room.announced


def test_a_print_system_is_asked_again_soon_until_all_is_printed() -> None:
    under_way = PrintedRound(awaiting=True, moved=True)
    printers = _Printers(roll=[under_way, under_way])
    room = _Room(printers)

    room.room.print_waiting()
    room.answer_all()
    assert [after for after, _ in room.later] == [ASK_MS]
    room.let_time_pass()
    room.let_time_pass()

    assert printers.visits == ["roll"] * 3
    assert not room.later


def test_a_printer_without_paper_is_tried_again_by_itself_and_told_once() -> None:
    printers = _Printers(roll=[EMPTY, EMPTY, EMPTY, PrintedRound(moved=True)])
    room = _Room(printers)

    room.room.print_waiting()
    room.answer_all()
    assert [after for after, _ in room.later] == [RETRY_MS]
    for _ in range(3):
        room.let_time_pass()

    assert room.shell.told == [("Máy in hết giấy.", Tone.WARN)]
    assert room.announced == 2
    assert not room.later


def test_who_asks_again_is_told_again() -> None:
    room = _Room(_Printers(roll=[EMPTY, EMPTY]))

    for _ in range(2):
        room.room.print_waiting()
        room.answer_all()

    assert len(room.shell.told) == 2
    assert len(room.later) == 1


def test_the_same_sentence_is_not_announced_over_and_over() -> None:
    room = _Room(_Printers(roll=[EMPTY] * 5))
    room.room.print_waiting()
    room.answer_all()
    before = room.announced

    for _ in range(4):
        room.let_time_pass()

    assert room.announced == before
