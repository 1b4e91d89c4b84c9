from dataclasses import dataclass
from typing import ClassVar

import pytest

from app.domain.phones import WrongPhone
from app.errors import EnvironmentFault, UserError
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from tests.ui.screens.acceptance.items import WHOLE
from tests.ui.screens.acceptance.recording import RecordingView
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runner, Runners
from ui.screens.acceptance.checkout import Checkout
from ui.screens.acceptance.entered import read

COMMAND = bytes(16)
ITEMS = (read(WHOLE).draft,)


@dataclass(eq=False)
class Unlikely(UserError):
    """The counter's own question about the money."""

    code: ClassVar[str] = "ui.acceptance.missing.tendered"
    field: ClassVar[str] = "tendered"


class Till:
    def __init__(self, writing: Runner | None = None) -> None:
        now = ImmediateRunner()
        self.view = RecordingView()
        self.desk = FakeDesk()
        self.shell = FakeShell()
        self.changes = ChangeFeed()
        self.checkout = Checkout(
            self.view, self.desk, Runners(now, writing or now, now), self.changes, self.shell
        )
        self.checkout.customer = next(iter(self.desk.people))

    def pay(self, tendered_vnd: int = 100_000) -> None:
        self.checkout.pay(COMMAND, ITEMS, 70_000, tendered_vnd)


@pytest.fixture
def till() -> Till:
    return Till()


def test_what_was_booked_is_shown_and_then_printed(till: Till) -> None:
    heard: list[str] = []
    till.changes.subscribe(Topic.SHIPMENTS, then=lambda: heard.append("shipments"))

    till.pay()

    assert till.shell.asked == [("receipt", "100950-2-0000001")]
    assert till.shell.printed == 1
    assert heard == ["shipments"]
    assert till.checkout.is_booked


def test_the_same_command_books_once() -> None:
    writing = HeldRunner()
    till = Till(writing)

    till.pay()
    till.pay()
    assert till.view.busy
    writing.answer_all()

    assert len(till.desk.transactions) == 1


def test_ten_times_the_sum_is_asked_about_and_taken_the_second_time(till: Till) -> None:
    till.pay(700_000)
    assert "700.000" in till.view.warning
    assert till.view.at == "tendered"
    assert till.desk.calls == []

    till.pay(700_000)
    assert till.checkout.is_booked


def test_another_sum_is_asked_about_anew(till: Till) -> None:
    till.pay(700_000)
    till.checkout.forget_warning()
    assert till.view.warning == ""

    till.pay(7_000_000)

    assert "7.000.000" in till.view.warning
    assert not till.checkout.is_booked


def test_the_counters_own_question_about_the_money_is_answered_by_the_same_key(till: Till) -> None:
    till.desk.fail_next = Unlikely()

    till.pay()
    assert till.view.warning

    till.pay()
    assert till.checkout.is_booked


def test_a_refusal_is_told_by_the_form_and_nothing_is_lost(till: Till) -> None:
    till.desk.fail_next = WrongPhone()

    till.pay()

    assert till.view.trouble
    assert not till.view.busy
    assert not till.checkout.is_booked


def test_a_fault_goes_to_the_strip_and_the_key_can_be_pressed_again(till: Till) -> None:
    till.desk.fail_next = EnvironmentFault()

    till.pay()
    assert isinstance(till.shell.failed[-1], EnvironmentFault)
    assert not till.view.busy

    till.pay()
    assert till.checkout.is_booked
