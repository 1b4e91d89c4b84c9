from dataclasses import dataclass, field

from app.errors import EnvironmentFault
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from ui.changes import ChangeFeed
from ui.running import Runners
from ui.screens.shift.deeds import Deeds
from ui.screens.shift.entered import Deed, ShiftEntered


@dataclass
class RecordingForm:
    refused: list[tuple[str, str]] = field(default_factory=list)
    emptied: int = 0

    def refuse(self, field: str, sentence: str) -> None:
        self.refused.append((field, sentence))

    def begin_anew(self) -> None:
        self.emptied += 1


def test_a_deed_that_is_under_way_is_not_done_twice() -> None:
    desk, held = FakeDesk(), HeldRunner()
    deeds = Deeds(RecordingForm(), desk, Runners(held, held, held), ChangeFeed(), FakeShell())

    deeds.do(ShiftEntered(Deed.PAY_IN, 1_000), "")
    deeds.do(ShiftEntered(Deed.PAY_IN, 1_000), "")
    held.answer_all()

    assert len(desk.moves) == 1


def test_a_fault_leaves_the_form_as_it_was_and_the_same_command_is_tried_again() -> None:
    desk, held, shell, form = FakeDesk(), HeldRunner(), FakeShell(), RecordingForm()
    deeds = Deeds(form, desk, Runners(held, held, held), ChangeFeed(), shell)
    desk.fail_next = EnvironmentFault()

    deeds.do(ShiftEntered(Deed.PAY_IN, 1_000), "")
    held.answer_all()
    assert (len(shell.failed), form.emptied) == (1, 0)

    deeds.do(ShiftEntered(Deed.PAY_IN, 1_000), "")
    held.answer_all()
    assert (len(desk.moves), form.emptied) == (1, 1)
