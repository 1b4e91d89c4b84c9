from collections.abc import Mapping
from typing import Any

from app.domain.drawer import Movement
from app.services.permissions import NotPermitted
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from ui.running import ImmediateRunner, Runners
from ui.screens.devices.cash_drawer import CashDrawer
from ui.style.tokens import Tone

ROLL = "tcp:10.0.0.9"


class _Room:
    """A counter whose receipts go to a thermal printer."""

    def __init__(self) -> None:
        self.desk, self.shell, self.printing = FakeDesk(), FakeShell(), HeldRunner()
        self.desk.change_settings({"papers": {"receipt": {"printer": ROLL}}})
        now = ImmediateRunner()
        runners = Runners(now, now, now, lambda _queue: self.printing)
        self.drawer = CashDrawer(self.desk, runners, self.shell, self._change)

    def opened_by(self) -> str:
        choice = self.desk.settings().devices.drawer()
        return choice.name if choice else ""

    def _change(self, changes: Mapping[str, Any]) -> None:
        self.desk.change_settings(changes)


def test_the_printer_of_receipts_opens_it_when_chosen_and_still_prints_them_when_not() -> None:
    room = _Room()

    room.drawer.choose(ROLL)
    assert room.opened_by() == ROLL

    room.drawer.choose("")
    assert room.opened_by() == ""
    assert room.desk.settings().devices.paper("receipt").printer == ROLL


def test_trying_it_is_in_the_books_before_it_opens() -> None:
    room = _Room()
    room.drawer.choose(ROLL)

    room.drawer.attempt()

    assert [move.movement for move in room.desk.moves] == [Movement.NO_SALE]
    assert room.desk.drawer_kicks == 0
    room.printing.answer_all()
    assert room.desk.drawer_kicks == 1
    assert room.shell.told[-1][1] == Tone.GOOD


def test_what_cannot_be_booked_does_not_open_it() -> None:
    room = _Room()
    room.drawer.choose(ROLL)
    room.desk.fail_next = NotPermitted()

    room.drawer.attempt()
    room.printing.answer_all()

    assert isinstance(room.shell.failed[-1], NotPermitted)
    assert room.desk.drawer_kicks == 0


def test_without_a_printer_for_it_one_is_told_what_it_needs() -> None:
    room = _Room()

    room.drawer.attempt()

    assert room.shell.told[-1][1] == Tone.WARN
    assert room.desk.moves == []
