from dataclasses import replace

import pytest

from app.errors import UserError
from app.services.succession import SetStanding
from tests.fakes.fake_desk import FakeDesk
from tests.ui.screens.customer.test_sections import TUYET, WHOLE
from ui.screens.customer.action import Given
from ui.screens.customer.identity_actions import merging, resting, succeeding, unmerging


def test_a_wrong_day_of_birth_is_refused_before_anything_is_sent() -> None:
    desk, action = FakeDesk(), succeeding(TUYET)
    values = {ask.name: ask.value for ask in action.asks} | {"birth_date": "32/13/1990"}

    with pytest.raises(UserError):
        action.send(desk, Given(b"1", values))
    assert desk.told == []


def test_a_sleeper_is_woken_by_the_same_key() -> None:
    desk = FakeDesk()

    resting(replace(TUYET, standing="dormant")).send(desk, Given(b"1", {"reason": ""}))

    command = desk.told[-1]
    assert isinstance(command, SetStanding)
    assert command.standing == "active"


def test_what_two_people_decide_asks_for_a_second() -> None:
    for action in (succeeding(TUYET), merging(TUYET), unmerging(WHOLE.number)):
        assert action.approved
    assert not resting(TUYET).approved
