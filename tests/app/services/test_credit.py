from datetime import date

import pytest

from app.services.commands import CommandIdTaken
from app.services.credit import AgreementOver, ContractUnusable, LimitImpossible
from app.services.erasure import EraseCustomer, erase_customer
from app.services.four_eyes import Approval, ApproverLacksRight
from app.store.credit import StoredCredit, credit_of
from app.store.customers import CustomerIsErased, customer_by_number
from app.store.store import Store
from tests.app.services.bookkeeping import kinds, sound
from tests.builders import PHUC, PIN, a_command_id, registered
from tests.money import agreed


def credit(store: Store, customer: str) -> StoredCredit | None:
    with store.reading() as connection:
        return credit_of(connection, customer_by_number(connection, customer).uid)


def test_an_agreement_says_how_much_and_until_when(store: Store) -> None:
    customer = registered(store)
    assert credit(store, customer) is None

    agreed(store, customer, limit_vnd=500_000)

    stands = credit(store, customer)
    assert stands is not None
    assert (stands.contract, stands.limit_vnd, stands.free_vnd) == ("HĐ 12/2026", 500_000, 500_000)
    assert stands.approver_name == PHUC.name
    assert sound(store)


def test_the_newest_agreement_holds(store: Store) -> None:
    customer = registered(store)
    agreed(store, customer, limit_vnd=500_000)

    agreed(store, customer, limit_vnd=0)

    stands = credit(store, customer)
    assert stands is not None
    assert stands.free_vnd == 0


def test_only_a_supervisor_agrees(store: Store) -> None:
    with pytest.raises(ApproverLacksRight):
        agreed(store, registered(store), approval=Approval("chau", PIN))


def test_what_cannot_be_agreed_is_refused(store: Store) -> None:
    customer = registered(store)

    with pytest.raises(ContractUnusable):
        agreed(store, customer, contract=" ")
    with pytest.raises(LimitImpossible):
        agreed(store, customer, limit_vnd=-1)
    with pytest.raises(AgreementOver):
        agreed(store, customer, until=date(2026, 11, 20))


def test_nothing_is_agreed_with_someone_erased(store: Store) -> None:
    customer = registered(store)
    erase_customer(EraseCustomer(a_command_id(), customer, "Đơn số 12"), store.unit_of_work(), PHUC)

    with pytest.raises(CustomerIsErased):
        agreed(store, customer)


def test_pressing_again_books_once(store: Store) -> None:
    customer, command_id = registered(store), a_command_id()

    first = agreed(store, customer, command_id=command_id)
    again = agreed(store, customer, command_id=command_id)

    assert again == first
    assert kinds(store).count("account.agreed") == 1
    with pytest.raises(CommandIdTaken):
        agreed(store, registered(store), command_id=command_id)
