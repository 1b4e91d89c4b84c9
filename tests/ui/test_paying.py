from datetime import date

import pytest

from app.queries.transactions import CreditStanding
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.ui.screens.acceptance.recording import RecordingView
from ui.paying import Paying
from ui.payment import Due, Given, Way
from ui.running import ImmediateRunner

COMMAND, CUSTOMER = bytes(16), "0126000000183"


class Till:
    def __init__(self) -> None:
        self.view = RecordingView()
        self.desk = FakeDesk()
        self.paying = Paying(
            self.view, self.desk, ImmediateRunner(), FakeShell().fail, lambda: None
        )

    def give(self, given: Given, total_vnd: int = 70_000, tendered_vnd: int | None = None) -> Due:
        self.paying.give(given)
        self.paying.settle(COMMAND, total_vnd, CUSTOMER)
        return self.paying.due(total_vnd, tendered_vnd, "", CUSTOMER)

    def agree(self, free_vnd: int) -> None:
        self.desk.credits[CUSTOMER] = CreditStanding(
            "HĐ 1", free_vnd, date(2026, 12, 31), 0, free_vnd, ended=False
        )


@pytest.fixture
def till() -> Till:
    return Till()


def test_a_transfer_pays_it_all_and_shows_its_code(till: Till) -> None:
    assert till.give(Given(Way.TRANSFER)) == Due(70_000, 0, "")

    assert till.view.shown is not None
    assert till.view.shown.request.amount_vnd == 70_000


def test_the_code_follows_the_sum_and_goes_with_the_way(till: Till) -> None:
    till.give(Given(Way.TRANSFER))
    till.give(Given(Way.TRANSFER), 82_000)
    assert till.view.shown is not None
    assert till.view.shown.request.amount_vnd == 82_000

    till.give(Given())
    assert till.view.shown is None


def test_an_office_without_an_account_names_what_is_missing(till: Till) -> None:
    till.desk.bank = None

    assert "chưa khai tài khoản" in till.give(Given(Way.TRANSFER)).missing
    assert till.give(Given(), tendered_vnd=70_000).missing == ""


def test_an_account_pays_as_far_as_it_bears(till: Till) -> None:
    till.agree(70_000)

    assert till.give(Given(Way.ACCOUNT)).missing == ""
    assert "70.000" in till.view.account
    assert "70.000" in till.give(Given(Way.ACCOUNT), 70_001).missing


def test_without_an_agreement_nobody_pays_later(till: Till) -> None:
    assert "chưa có thỏa thuận" in till.give(Given(Way.ACCOUNT)).missing
    assert till.view.account


def test_several_ways_leave_the_rest_to_cash(till: Till) -> None:
    till.agree(70_000)
    given = Given(Way.MIXED, 20_000, 10_000)

    assert "F9" in till.give(given).missing
    assert till.give(given, tendered_vnd=50_000) == Due(70_000, 10_000, "")
    assert "5.000" in till.give(Given(Way.MIXED, 75_000), tendered_vnd=0).missing
