from dataclasses import replace

import pytest

from app.errors import UserError
from app.services.linking import LinkCustomers
from app.services.succession import SetStanding
from tests.fakes.fake_desk import FakeDesk
from tests.ui.screens.customer.test_sections import ADDRESS, TUYET, WHOLE
from ui.screens.customer import actions
from ui.screens.customer.actions import Given
from ui.typed import CommuneNotChosen

GIVEN = {"other": "0126000000197", "role": "contact", "note": " ghi  chú "}


def test_from_an_organisation_the_other_end_of_a_link_is_the_person() -> None:
    desk, whole = FakeDesk(), actions.linking(replace(TUYET, organisation=None))
    whole.send(desk, Given(b"1", GIVEN))

    command = desk.told[-1]
    assert isinstance(command, LinkCustomers)
    assert (command.person, command.organisation) == (TUYET.number, "0126000000197")
    assert command.note == "ghi chú"


def test_words_for_a_commune_that_was_not_taken_are_refused() -> None:
    action = actions.noting_address(TUYET, ADDRESS)
    values = {"as_written": "", "street": "", "commune": "Sài Gòn", "use": "old"}

    with pytest.raises(CommuneNotChosen):
        action.send(FakeDesk(), Given(b"1", values))


def test_a_wrong_day_of_birth_is_refused_before_anything_is_sent() -> None:
    desk, action = FakeDesk(), actions.succeeding(TUYET)
    values = {ask.name: ask.value for ask in action.asks} | {"birth_date": "32/13/1990"}

    with pytest.raises(UserError):
        action.send(desk, Given(b"1", values))
    assert desk.told == []


def test_a_sleeper_is_woken_by_the_same_key() -> None:
    desk = FakeDesk()

    actions.resting(replace(TUYET, standing="dormant")).send(desk, Given(b"1", {"reason": ""}))

    command = desk.told[-1]
    assert isinstance(command, SetStanding)
    assert command.standing == "active"


def test_only_what_two_people_decide_asks_for_a_second() -> None:
    approved = (actions.succeeding(TUYET), actions.merging(TUYET), actions.unmerging(WHOLE.number))
    alone = (actions.resting(TUYET), actions.linking(TUYET), actions.carding(TUYET))

    assert all(action.approved for action in approved)
    assert not any(action.approved for action in alone)
    assert actions.phones_in_full(("+84903123456",)) == "0903 123 456"
