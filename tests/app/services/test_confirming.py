import pytest

from app.services.commands import CommandIdTaken
from app.services.confirming import (
    ConfirmPayment,
    NothingAwaited,
    ReferenceUnusable,
    WayUnknown,
    confirm_payment,
)
from app.store.adjustments import awaited_parts
from app.store.store import Store
from tests.app.services.bookkeeping import balance, kinds, sound
from tests.builders import CHAU, Sale, a_command_id, accepted, an_item
from tests.money import confirmed, voided


def a_transfer(store: Store) -> Sale:
    due = accepted(store).done.total_vnd
    return accepted(store, tendered_vnd=0, transfer_vnd=due)


def waiting(store: Store) -> list[str]:
    with store.reading() as connection:
        return [part.subject for part in awaited_parts(connection)]


def test_a_transfer_found_at_the_bank_is_awaited_no_longer(store: Store) -> None:
    sale = a_transfer(store)
    assert waiting(store) == [sale.done.receipt]

    done = confirmed(store, sale.done.receipt)

    assert (done.amount_vnd, done.reference) == (sale.done.total_vnd, "FT26325000123")
    assert waiting(store) == []
    assert balance(store, "bank") == sale.done.total_vnd
    assert balance(store, "transfer.pending") == 0
    assert sound(store)


def test_who_did_not_transfer_may_bring_cash(store: Store) -> None:
    sale = a_transfer(store)
    drawer = balance(store, "drawer")

    confirmed(store, sale.done.receipt, by="cash", reference="")

    assert balance(store, "drawer") == drawer + sale.done.total_vnd
    assert balance(store, "bank") == 0


def test_a_transfer_that_the_office_owes_leaves_the_bank(store: Store) -> None:
    sale = a_transfer(store)
    confirmed(store, sale.done.receipt)
    slip = voided(store, sale.done.receipt, refund="transfer").slip
    assert waiting(store) == [slip]

    done = confirmed(store, slip)

    assert done.amount_vnd == -sale.done.total_vnd
    assert balance(store, "bank") == balance(store, "transfer.owed") == 0
    assert sound(store)


def test_part_of_a_transfer_is_awaited_after_part_of_it_was_voided(store: Store) -> None:
    one = accepted(store).done.total_vnd
    sale = accepted(store, an_item(), an_item(), tendered_vnd=0, transfer_vnd=2 * one)
    voided(store, sale.done.items[0].code)

    assert confirmed(store, sale.done.receipt).amount_vnd == one
    assert sound(store)


def test_nothing_is_confirmed_twice(store: Store) -> None:
    sale = a_transfer(store)
    confirmed(store, sale.done.receipt)

    with pytest.raises(NothingAwaited):
        confirmed(store, sale.done.receipt)


def test_without_the_banks_reference_nothing_is_confirmed(store: Store) -> None:
    with pytest.raises(ReferenceUnusable):
        confirmed(store, a_transfer(store).done.receipt, reference=" ")


def test_there_are_two_ways_only(store: Store) -> None:
    with pytest.raises(WayUnknown):
        confirmed(store, a_transfer(store).done.receipt, by="account")


def test_pressing_again_books_once(store: Store) -> None:
    sale = a_transfer(store)
    command = ConfirmPayment(a_command_id(), sale.done.receipt, "FT1")

    first = confirm_payment(command, store.unit_of_work(), CHAU)
    again = confirm_payment(command, store.unit_of_work(), CHAU)

    assert again == first
    assert kinds(store).count("payment.confirmed") == 1
    with pytest.raises(CommandIdTaken):
        confirmed(store, a_transfer(store).done.receipt, command_id=command.command_id)
