from typing import TYPE_CHECKING

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.held_runner import HeldRunner
from tests.ui.screens.bulk.samples import PATH, prepared
from ui.running import ImmediateRunner, Runner
from ui.screens.bulk.file_reader import FileReader, Listeners

if TYPE_CHECKING:
    from ui.screens.bulk.work import Work


class Reading:
    def __init__(self, runner: Runner, count: int = 250) -> None:
        self.desk = FakeDesk()
        prepared(self.desk, count)
        self.progress: list[str] = []
        self.done: list[Work | None] = []
        self.failed: list[Exception] = []
        listeners = Listeners(self.progress.append, self.done.append, self.failed.append)
        self.reader = FileReader(self.desk, runner, listeners)


def test_a_file_is_checked_in_steps_that_are_told() -> None:
    reading = Reading(ImmediateRunner())

    reading.reader.read(PATH, "0126", "parcel")

    (work,) = reading.done
    assert work is not None
    assert work.is_checked
    assert [words.split("…")[0] for words in reading.progress] == [
        "Đang đọc tệp",
        "Đã xem 0 trong 250 dòng",
        "Đã xem 100 trong 250 dòng",
        "Đã xem 200 trong 250 dòng",
    ]


def test_stopping_ends_it_with_the_step_in_hand() -> None:
    runner = HeldRunner()
    reading = Reading(runner)
    reading.reader.read(PATH, "0126", "parcel")

    reading.reader.stop()
    runner.answer_all()

    assert reading.done == [None]


def test_chunks_that_are_in_the_books_are_known() -> None:
    reading = Reading(ImmediateRunner(), 5)
    reading.desk.chunks["0126", b"d" * 32, 0] = "100950-2-0000007"

    reading.reader.read(PATH, "0126", "parcel")

    (work,) = reading.done
    assert work is not None
    assert work.booked == {0: "100950-2-0000007"}


def test_a_file_that_cannot_be_read_ends_it() -> None:
    reading = Reading(ImmediateRunner())

    reading.reader.read("/nothing", "0126", "parcel")

    assert len(reading.failed) == 1
    assert reading.done == []
