import pytest

from app.domain.identities import Clerk
from app.services.four_eyes import (
    Approval,
    ApprovalMissing,
    ApproverIsActor,
    ApproverLacksRight,
    approved_by,
)
from app.services.permissions import Act
from app.services.signing_in import LockedOut, WrongPin
from app.store.store import Store
from tests.builders import CHAU, PHUC, PIN


def approve(store: Store, code: str, pin: str = PIN, other_than: Clerk | None = None) -> Clerk:
    approval = Approval(code, pin)
    return approved_by(approval, Act.ERASE_CUSTOMER, store.unit_of_work(), other_than=other_than)


def test_a_supervisor_approves_with_code_and_pin(store: Store) -> None:
    assert approve(store, "phuc") == PHUC


def test_a_clerk_without_the_right_approves_nothing(store: Store) -> None:
    with pytest.raises(ApproverLacksRight) as caught:
        approve(store, "chau")

    assert caught.value.name == CHAU.name


def test_nobody_named_approves_nothing(store: Store) -> None:
    with pytest.raises(ApprovalMissing):
        approve(store, " ")


def test_where_two_people_are_asked_for_nobody_approves_the_own_act(store: Store) -> None:
    with pytest.raises(ApproverIsActor):
        approve(store, "phuc", other_than=PHUC)
    assert approve(store, "phuc", other_than=CHAU) == PHUC


def test_wrong_pins_of_an_approver_lock_as_they_do_at_sign_in(store: Store) -> None:
    for _ in range(4):
        with pytest.raises(WrongPin):
            approve(store, "phuc", "000000")
    with pytest.raises(LockedOut):
        approve(store, "phuc", "000000")

    with pytest.raises(LockedOut):
        approve(store, "phuc")


def test_a_pin_stands_in_no_trace() -> None:
    assert PIN not in repr(Approval("phuc", PIN))
