import pytest

from app.domain import accounts
from app.domain.drawer import AmountImpossible, Movement, Purpose
from app.services.cash import CashReasonUnusable, MoreThanTheBooksHold, MoveCash, move_cash
from app.services.commands import CommandIdTaken
from app.services.shifts import ShiftNotOpen
from app.store.store import Store
from tests.app.services.bookkeeping import balance, kinds, sound
from tests.builders import CHAU, a_command_id
from tests.shift_builders import FLOAT_VND, moved, opened


def test_cash_paid_in_and_out_moves_the_drawer_and_its_other_side(store: Store) -> None:
    opened(store)

    moved(store, Movement.PAID_IN, 200_000, purpose=Purpose.TREASURY, reason="")
    moved(store, Movement.PAID_OUT, 50_000)

    assert balance(store, accounts.DRAWER) == FLOAT_VND + 150_000
    assert balance(store, accounts.TREASURY) == -FLOAT_VND - 200_000
    assert balance(store, accounts.CASH_OTHER) == 50_000
    assert sound(store)


def test_the_drawer_opened_without_a_sale_is_on_record_with_its_reason(store: Store) -> None:
    opened(store)

    done = moved(store, Movement.NO_SALE, reason="đổi tiền lẻ cho khách")

    assert (done.amount_vnd, done.purpose, done.reason) == (0, "", "đổi tiền lẻ cho khách")
    assert balance(store, accounts.DRAWER) == FLOAT_VND
    assert sound(store)


def test_a_difference_can_be_made_up_for_in_cash(store: Store) -> None:
    opened(store)

    moved(store, Movement.PAID_IN, 20_000, purpose=Purpose.DIFFERENCE)

    assert balance(store, accounts.CASH_DIFFERENCE) == -20_000


@pytest.mark.parametrize("movement", [Movement.PAID_IN, Movement.PAID_OUT, Movement.NO_SALE])
def test_cash_moves_only_for_a_reason(store: Store, movement: Movement) -> None:
    opened(store)

    with pytest.raises(CashReasonUnusable):
        moved(store, movement, 1_000, reason=" . ")


@pytest.mark.parametrize("amount_vnd", [0, -1_000, 10**13])
def test_amounts_that_cannot_be_meant_are_refused(store: Store, amount_vnd: int) -> None:
    opened(store)

    with pytest.raises(AmountImpossible):
        moved(store, Movement.PAID_IN, amount_vnd)


def test_more_than_the_books_hold_goes_out_only_when_it_is_confirmed(store: Store) -> None:
    opened(store)

    with pytest.raises(MoreThanTheBooksHold):
        moved(store, Movement.PAID_OUT, FLOAT_VND + 1)
    moved(store, Movement.PAID_OUT, FLOAT_VND + 1, amount_confirmed=True)

    assert balance(store, accounts.DRAWER) == -1
    assert sound(store)


def test_without_a_shift_no_cash_moves(store: Store) -> None:
    with pytest.raises(ShiftNotOpen):
        moved(store, Movement.NO_SALE)


def test_pressing_twice_moves_the_cash_once(store: Store) -> None:
    opened(store)
    command = MoveCash(a_command_id(), Movement.PAID_IN, 1_000, reason="tìm thấy dưới quầy")

    first = move_cash(command, store.unit_of_work(), CHAU)

    assert move_cash(command, store.unit_of_work(), CHAU) == first
    assert kinds(store).count("cash.moved") == 1
    with pytest.raises(CommandIdTaken):
        moved(store, Movement.PAID_IN, 2_000, command_id=command.command_id)
