from dataclasses import replace

import pytest

from app.services.linking import LinkCustomers
from tests.fakes.fake_desk import FakeDesk
from tests.ui.screens.customer.test_sections import ADDRESS, TUYET
from ui.screens.customer import actions
from ui.screens.customer.action import Given
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


def test_a_card_asks_for_nobody_else() -> None:
    assert not actions.carding(TUYET).approved
    assert not actions.linking(TUYET).approved
    assert actions.phones_in_full(("+84903123456",)) == "0903 123 456"
