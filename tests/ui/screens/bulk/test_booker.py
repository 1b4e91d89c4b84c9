from typing import TYPE_CHECKING

from app.services.bulk.refusals import BulkNoRows
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.held_runner import HeldRunner
from tests.ui.screens.bulk.samples import good, work
from ui.payment import CASH_ONLY, Shares
from ui.running import ImmediateRunner, Runner
from ui.screens.bulk.booker import Booker

if TYPE_CHECKING:
    from ui.screens.bulk.work import Work

CASH = CASH_ONLY.shares(10_000_000)
FILE = work(*(good(line) for line in range(2, 252)))


class Booking:
    def __init__(self, runner: Runner) -> None:
        self.desk = FakeDesk()
        self.steps: list[Work] = []
        self.ends: list[Exception | None] = []
        self.booker = Booker(self.desk, runner, self.steps.append, self.ends.append)


def test_every_chunk_is_booked_on_a_receipt_of_its_own() -> None:
    booking = Booking(ImmediateRunner())

    booking.booker.book(FILE, "0126", CASH)

    assert [len(step.booked) for step in booking.steps] == [1, 2, 3]
    assert booking.ends == [None]
    assert len(booking.desk.chunks) == 3


def test_stopping_leaves_whole_chunks_and_going_on_finishes_the_rest() -> None:
    runner = HeldRunner()
    booking = Booking(runner)
    booking.booker.book(FILE, "0126", CASH)

    booking.booker.stop()
    runner.answer_all()
    assert len(booking.desk.chunks) == 1
    assert booking.ends == [None]

    booking.booker.book(booking.steps[-1], "0126", CASH)
    while len(booking.ends) < 2:
        runner.answer_all()
    assert len(booking.desk.chunks) == 3


def test_a_chunk_that_is_refused_ends_it() -> None:
    booking = Booking(ImmediateRunner())
    booking.desk.refuse_chunk = BulkNoRows()

    booking.booker.book(FILE, "0126", CASH)

    assert isinstance(booking.ends[0], BulkNoRows)
    assert booking.steps == []


def test_transfer_and_account_reach_over_the_receipts_and_cash_pays_the_rest() -> None:
    booking = Booking(ImmediateRunner())

    booking.booker.book(FILE, "0126", Shares(1_000_000, 2_500_000, 1_500_000))

    assert booking.desk.chunk_parts == [(2_000_000, 0), (500_000, 1_500_000), (0, 0)]
