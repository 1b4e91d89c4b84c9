import pytest

from app.domain import accounts
from app.domain.drawer import AmountImpossible, Count, CountNegative
from app.journal.kinds.shifts import ShiftOpened
from app.services.commands import CommandIdTaken
from app.services.shifts import OpenShift, ShiftAlreadyOpen, ShiftOpenedByItself, open_shift
from app.store.drawer import ShiftUnknown, shift_by_number
from app.store.store import Store
from tests.app.services.bookkeeping import balance, kinds, last_body, sound
from tests.builders import CHAU, a_command_id, accepted, registered
from tests.shift_builders import FLOAT, FLOAT_VND, closed, opened


def test_a_shift_opens_with_its_float_counted_by_denomination(store: Store) -> None:
    done = opened(store)

    body = last_body(store)
    assert isinstance(body, ShiftOpened)
    assert (done.shift, done.float_vnd, done.opening) == ("100950-2-C00001", FLOAT_VND, "counted")
    assert [(each.value_vnd, each.pieces) for each in body.notes] == list(FLOAT.items())
    assert balance(store, accounts.DRAWER) == FLOAT_VND
    assert balance(store, accounts.TREASURY) == -FLOAT_VND
    assert sound(store)


def test_a_drawer_without_cash_can_open_too(store: Store) -> None:
    done = opened(store, {})

    assert (done.float_vnd, done.received_vnd, done.difference_vnd) == (0, 0, 0)


def test_a_float_that_is_not_what_was_left_is_recorded_as_a_difference(store: Store) -> None:
    opened(store)
    closed(store, FLOAT_VND)

    done = opened(store, {100_000: 6}, received_vnd=200_000)

    assert (done.carried_vnd, done.received_vnd, done.float_vnd) == (500_000, 200_000, 600_000)
    assert done.difference_vnd == -100_000
    assert balance(store, accounts.CASH_DIFFERENCE) == 100_000
    assert balance(store, accounts.DRAWER) == 600_000
    assert sound(store)


def test_the_first_sale_opens_a_shift_by_itself_with_what_was_left(store: Store) -> None:
    opened(store)
    closed(store, FLOAT_VND, deposited_vnd=100_000)
    registered(store)

    sale = accepted(store).done

    with store.reading() as connection:
        shift = shift_by_number(connection, "100950-2-C00002")
    assert (shift.opening, shift.float_vnd) == ("automatic", 400_000)
    assert balance(store, accounts.DRAWER) == 400_000 + sale.total_vnd
    assert sound(store)


def test_only_the_first_sale_opens_a_shift(store: Store) -> None:
    accepted(store)
    accepted(store)

    assert kinds(store).count("shift.opened") == 1


def test_a_shift_that_a_sale_opened_is_not_opened_again(store: Store) -> None:
    accepted(store)

    with pytest.raises(ShiftOpenedByItself) as caught:
        opened(store)

    assert (caught.value.shift, caught.value.since) == ("100950-2-C00001", "12:00")


def test_an_open_shift_is_not_opened_again_and_says_whose_it_is(store: Store) -> None:
    opened(store)

    with pytest.raises(ShiftAlreadyOpen) as caught:
        opened(store)

    assert caught.value.clerk_name == CHAU.name


def test_pressing_twice_opens_once_and_answers_the_same(store: Store) -> None:
    command = OpenShift(a_command_id(), Count(FLOAT))

    first = open_shift(command, store.unit_of_work(), CHAU)
    again = open_shift(command, store.unit_of_work(), CHAU)

    assert first == again
    assert kinds(store) == ["shift.opened"]


def test_a_command_that_booked_a_sale_opens_no_shift(store: Store) -> None:
    sale = accepted(store)

    with pytest.raises(CommandIdTaken):
        opened(store, command_id=sale.command_id)


def test_a_sale_that_opened_the_shift_is_told_again_as_it_was(store: Store) -> None:
    sale = accepted(store)

    again = accepted(store, customer=sale.customer, command_id=sale.command_id)

    assert again.done == sale.done
    assert kinds(store).count("payment.received") == 1


def test_a_float_cannot_be_negative_nor_all_of_more_than_itself(store: Store) -> None:
    with pytest.raises(CountNegative):
        opened(store, {1_000: -1})
    with pytest.raises(AmountImpossible):
        opened(store, received_vnd=FLOAT_VND + 1)

    assert kinds(store) == []


def test_a_shift_that_nobody_opened_is_unknown(store: Store) -> None:
    with store.reading() as connection, pytest.raises(ShiftUnknown):
        shift_by_number(connection, "100950-2-C00099")
