from dataclasses import dataclass, field, replace
from typing import ClassVar

from app.errors import EnvironmentFault, UserError
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.held_runner import HeldRunner
from tests.ui.screens.correction.test_entered import ITEM, KEPT
from ui.screens.correction.doing import Doing
from ui.screens.correction.entered import Deed, Entered

RECEIPT = "100950-2-0000001"
VOID = Entered(Deed.VOID, code="RA000000014VN", reason="nhầm", approver="phuc", pin="1")


@dataclass(eq=False)
class Doubtful(UserError):
    code: ClassVar[str] = "accepting.tendered_impossible"
    field: ClassVar[str] = "tendered"


@dataclass
class Told:
    """Everything that was said."""

    refused: list[tuple[str, str]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    failed: list[Exception] = field(default_factory=list)

    def refuse(self, name: str, sentence: str) -> None:
        self.refused.append((name, sentence))


class Hall:
    def __init__(self) -> None:
        self.told = Told()
        self.desk = FakeDesk()
        self.writing = HeldRunner()
        self.doing = Doing(
            self.told, self.desk, self.writing, self.told.done.append, self.told.failed.append
        )
        self.doing.begin()


def test_a_void_names_the_receipt_or_the_marked_item() -> None:
    hall = Hall()

    hall.doing.void(RECEIPT, VOID)
    hall.writing.answer_all()
    hall.doing.begin()
    one = Entered(Deed.REFUND, code=VOID.code, whole=False)
    hall.doing.void(RECEIPT, one)
    hall.writing.answer_all()

    whole, single = hall.desk.voided
    assert (whole.items, whole.later, whole.approval.code) == ((), False, "phuc")
    assert (single.items, single.later) == ((VOID.code,), True)
    assert whole.command_id != single.command_id
    assert len(hall.told.done) == 2


def test_one_thing_is_done_at_a_time_and_pressing_again_is_the_same_command() -> None:
    hall = Hall()

    hall.doing.void(RECEIPT, VOID)
    hall.doing.void(RECEIPT, VOID)
    assert hall.doing.is_busy
    hall.writing.answer_all()

    assert len(hall.desk.voided) == 1
    assert not hall.doing.is_busy


def test_what_was_asked_about_is_confirmed_by_the_same_sum() -> None:
    hall = Hall()
    entered = replace(KEPT, weight_g=600, tendered_vnd=5_000_000)
    hall.doing._tendered = 5_000_000
    hall.doing._refused(Doubtful())
    assert hall.told.refused[0][0] == "tendered"

    hall.doing.correct(ITEM, entered, 20_000)
    hall.writing.answer_all()
    assert hall.desk.corrected[0].tender.confirmed

    hall.doing.forget_doubt()
    hall.doing.correct(ITEM, entered, 20_000)
    hall.writing.answer_all()
    assert not hall.desk.corrected[1].tender.confirmed


def test_a_transfer_is_confirmed_by_its_number() -> None:
    hall = Hall()

    hall.doing.confirm(RECEIPT, Entered(Deed.CONFIRM, reference="FT1"))
    hall.writing.answer_all()

    assert hall.desk.confirmed[0].subject == RECEIPT


def test_what_is_no_refusal_goes_on() -> None:
    hall = Hall()

    hall.doing._refused(EnvironmentFault())

    assert isinstance(hall.told.failed[0], EnvironmentFault)
    assert hall.told.refused == []
