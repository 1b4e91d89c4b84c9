from dataclasses import replace
from datetime import date

import pytest

from app.services.customers import register_customer
from app.services.editing import CitizenTaken
from app.services.entering import ReasonUnusable
from app.services.four_eyes import Approval, ApprovalMissing, ApproverLacksRight
from app.services.signing_in import WrongPin
from app.services.succession import (
    DocumentMissing,
    SameHolder,
    SetStanding,
    SucceedCustomer,
    WrongPassing,
    WrongStanding,
    set_standing,
    succeed_customer,
)
from app.store.customers import customer_by_number
from app.store.store import Store
from tests.app.services.bookkeeping import sound
from tests.app.services.people import APPROVED, an_organisation
from tests.builders import CHAU, PIN, a_card_holder, a_command_id, a_paper, registered


def a_succession(number: str) -> SucceedCustomer:
    return SucceedCustomer(
        command_id=a_command_id(),
        number=number,
        full_name="Trần Quốc Bảo",
        passing="inheritance",
        document="Giấy chứng tử 12/2026",
        approval=APPROVED,
        birth_date=date(2001, 2, 3),
        sex="male",
        phones=("0977 000 111",),
    )


def test_the_number_passes_and_stays_the_same(store: Store) -> None:
    number = registered(store)
    command = a_succession(number)

    done = succeed_customer(command, store.unit_of_work(), CHAU)
    again = succeed_customer(command, store.unit_of_work(), CHAU)

    assert done == again
    assert (done.number, done.former) == (number, "Nguyễn Thị Ánh Tuyết")
    with store.reading() as connection:
        stored = customer_by_number(connection, number)
    assert (stored.full_name, stored.phones) == ("Trần Quốc Bảo", ("+84977000111",))
    assert stored.street == "12 Hàng Bông"
    assert sound(store)


def test_an_organisation_changes_its_name_under_its_number(store: Store) -> None:
    number = an_organisation(store)
    command = replace(
        a_succession(number), full_name="Công ty CP A&B 69", birth_date=None, sex=None,
        passing="renamed",
    )  # fmt: skip

    assert succeed_customer(command, store.unit_of_work(), CHAU).full_name == "Công ty CP A&B 69"


def test_nothing_passes_without_a_second_pair_of_eyes(store: Store) -> None:
    command = a_succession(registered(store))

    for approval, refusal in (
        (Approval("", ""), ApprovalMissing),
        (Approval("phuc", "000000"), WrongPin),
        (Approval("chau", PIN), ApproverLacksRight),
    ):
        with pytest.raises(refusal):
            succeed_customer(replace(command, approval=approval), store.unit_of_work(), CHAU)


def test_nothing_passes_without_reason_paper_or_another_holder(store: Store) -> None:
    number = registered(store)
    command = a_succession(number)
    same = replace(command, full_name="Nguyễn Thị Ánh Tuyết", birth_date=date(1988, 3, 8), sex=None)

    for wrong, refusal in (
        (replace(command, passing="gift"), WrongPassing),
        (replace(command, document=" "), DocumentMissing),
        (same, SameHolder),
    ):
        with pytest.raises(refusal):
            succeed_customer(wrong, store.unit_of_work(), CHAU)


def test_a_holder_with_a_number_of_his_own_is_pointed_out(store: Store) -> None:
    number = registered(store)
    register_customer(a_card_holder(), store.unit_of_work(), CHAU)
    command = replace(
        a_succession(number), citizen=a_paper(), birth_date=None, full_name="Nguyễn Văn A"
    )

    with pytest.raises(CitizenTaken):
        succeed_customer(command, store.unit_of_work(), CHAU)


def test_a_customer_rests_with_a_reason_and_is_back_without(store: Store) -> None:
    number = registered(store)

    def stands(standing: str, reason: str = "") -> str:
        command = SetStanding(a_command_id(), number, standing, reason)
        return set_standing(command, store.unit_of_work(), CHAU).standing

    with pytest.raises(ReasonUnusable):
        stands("dormant")
    assert stands("dormant", "đi nước ngoài") == "dormant"
    assert stands("active") == "active"
    with pytest.raises(WrongStanding):
        stands("asleep")
    assert sound(store)
