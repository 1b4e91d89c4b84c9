import pytest

from app.journal.kinds.customers import CustomerRegistered
from app.journal.kinds.money import PaymentReceived
from app.services.commands import CommandIdTaken, booked_body
from app.store.store import Store
from tests.builders import a_command_id, registered


def test_what_a_command_booked_is_read_by_its_kind(store: Store) -> None:
    command_id = a_command_id()
    number = registered(store, command_id=command_id)
    with store.unit_of_work() as uow:
        booked = uow.booked_by(command_id)

    assert booked_body(booked[0], CustomerRegistered).number == number
    with pytest.raises(CommandIdTaken):
        booked_body(booked[0], PaymentReceived)
