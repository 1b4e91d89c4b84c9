from datetime import date

import pytest

from app.domain.complaints import Role
from app.queries.complaint_subjects import ComplaintSubject
from app.services.complaint_refusals import DeliveryDayImpossible
from tests.fakes.fake_complaints import ADDRESSEE, ITEM, SENDER, TODAY, FakeComplaints
from ui.screens.complaint.entered import About, Entered, command_of, delivery_day, party_of

ABOUT = About(FakeComplaints().complaint_subject(ITEM))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", None),
        ("20/11", date(2026, 11, 20)),
        ("2011", date(2026, 11, 20)),
        ("20112025", date(2025, 11, 20)),
        ("25/12", date(2025, 12, 25)),
        ("1-2-2026", date(2026, 2, 1)),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: date | None) -> None:
    assert delivery_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["31/02", "hôm qua", "20", "29/02/2026"])
def test_a_day_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(DeliveryDayImpossible):
        delivery_day(typed, TODAY)


def test_each_role_has_its_party_and_a_representative_none() -> None:
    assert party_of(ABOUT, Role.SENDER) == SENDER
    assert party_of(ABOUT, Role.ADDRESSEE) == ADDRESSEE
    assert party_of(ABOUT, Role.REPRESENTATIVE) is None
    alone = About(ComplaintSubject(customer="0126000012345", contact=SENDER))
    assert party_of(alone, Role.SENDER) == SENDER


def test_the_form_becomes_a_command() -> None:
    entered = Entered(
        complaint_type="loss", name="An", facts="Mất\nhết", delivered_on="20/11", code="lạ"
    )

    command = command_of(bytes(16), ABOUT, entered, TODAY)

    assert (command.item, command.facts) == (ITEM, "Mất hết")
    assert command.delivered_on == date(2026, 11, 20)
    assert command_of(bytes(16), About(), entered, TODAY).item == "lạ"
