import pytest

from app.bootstrap.desk import CounterDesk
from app.services.customers import EditCustomer
from app.services.erasure import EraseCustomer
from app.services.permissions import NotPermitted
from app.settings import Home
from app.store.store import open_store
from app.store.verification import verify
from tests.app.bootstrap.sample_counter import SUPERVISOR, a_basket, a_registration
from tests.fakes.clock import HandClock


def test_a_day_at_the_counter_leaves_sound_books(
    staffed: CounterDesk, counter_home: Home, clock: HandClock
) -> None:
    number = staffed.register(a_registration(staffed)).number
    staffed.edit(EditCustomer(staffed.new_command_id(), number, {"alert_note": ("", "Nghe kém")}))
    clock.advance(60_000)
    staffed.accept(a_basket(staffed, number))

    store = open_store(counter_home, clock)
    found = verify(store)
    store.close()
    assert found.ok, found.problems
    assert staffed.customer(number).alert_note == "Nghe kém"


def test_pressing_enter_again_books_once(staffed: CounterDesk) -> None:
    number = staffed.register(a_registration(staffed)).number
    basket = a_basket(staffed, number)

    booked = [staffed.accept(basket) for _ in range(8)]

    assert len(set(booked)) == 1
    assert staffed.customer(number).shipments == 1


def test_permissions_hold_at_the_desk(staffed: CounterDesk) -> None:
    number = staffed.register(a_registration(staffed)).number
    erase = EraseCustomer(staffed.new_command_id(), number, "Đơn số 12 của khách")

    with pytest.raises(NotPermitted):
        staffed.erase(erase)

    staffed.sign_in(SUPERVISOR.clerk.code, SUPERVISOR.pin)
    assert staffed.erase(erase).number == number


def test_every_form_has_a_command_id_of_its_own(desk: CounterDesk) -> None:
    made = {desk.new_command_id() for _ in range(100)}

    assert len(made) == 100
    assert {len(each) for each in made} == {16}
