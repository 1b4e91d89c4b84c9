from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.domain.identities import Clerk
from app.services.adjusting import (
    AdjustmentReasonUnusable,
    ItemGone,
    ItemNotHere,
    ItemUnderway,
    RefundMethodUnknown,
)
from app.services.commands import CommandIdTaken
from app.services.four_eyes import Approval, ApprovalMissing, ApproverLacksRight
from app.services.signing_in import WrongPin
from app.services.voiding import DayIsOver, DayNotOver, NothingLeft, void_shipments
from app.store.sales import ReceiptUnknown
from app.store.store import Store
from app.store.tables.prints import print_job
from tests.app.services.bookkeeping import balance, kinds, sound, unbalanced
from tests.app.services.test_accepting import PARCEL
from tests.builders import CHAU, PHUC, PIN, accepted, an_item, registered
from tests.fakes.clock import HandClock
from tests.money import a_void, agreed, confirmed, put_into_bag, status, voided

DAY_MS = int(timedelta(days=1).total_seconds() * 1_000)


def test_a_voided_receipt_gives_the_money_back_and_prints_a_slip(store: Store) -> None:
    sale = accepted(store)

    done = voided(store, sale.done.receipt)

    assert done.slip == f"{sale.done.receipt}-D1"
    assert (done.what, done.refunded_vnd, done.cash_vnd) == (
        "void",
        sale.done.total_vnd,
        sale.done.total_vnd,
    )
    assert done.approver_name == PHUC.name
    assert kinds(store)[-2:] == ["shipment.voided", "payment.refunded"]
    assert balance(store, "drawer") == 0
    assert balance(store, "revenue.registered") == 0
    assert balance(store, "vat.output") == 0
    assert ("adjustment", done.slip) in papers(store)
    assert sound(store)


def papers(store: Store) -> set[tuple[str, str]]:
    with store.reading() as connection:
        rows = connection.execute(sa.select(print_job.c.document, print_job.c.subject))
        return {(row.document, row.subject) for row in rows}


def test_one_item_of_three_is_voided_and_the_others_stay(store: Store) -> None:
    sale = accepted(store, an_item(), PARCEL, an_item(), tendered_vnd=500_000)
    first, second, third = sale.done.items

    done = voided(store, second.code)

    assert done.refunded_vnd == second.total_vnd
    assert [status(store, item.code) for item in (first, second, third)] == [
        "accepted",
        "voided",
        "accepted",
    ]
    assert balance(store, "drawer") == first.total_vnd + third.total_vnd
    assert unbalanced(store) == 0


def test_what_is_left_of_a_receipt_is_voided_by_its_number(store: Store) -> None:
    sale = accepted(store, an_item(), PARCEL, tendered_vnd=500_000)
    voided(store, sale.done.items[0].code)

    done = voided(store, sale.done.receipt)

    assert done.slip.endswith("-D2")
    assert done.items == (sale.done.items[1].code,)
    with pytest.raises(NothingLeft):
        voided(store, sale.done.receipt)


def test_several_items_are_named(store: Store) -> None:
    sale = accepted(store, an_item(), PARCEL, an_item(), tendered_vnd=500_000)
    first, _, third = sale.done.items

    done = voided(store, sale.done.receipt, items=(first.code, third.code))

    assert done.items == (first.code, third.code)


def test_an_item_is_voided_once(store: Store) -> None:
    code = accepted(store).done.items[0].code
    voided(store, code)

    with pytest.raises(ItemGone):
        voided(store, code)


def test_an_item_in_a_bag_is_not_voided(store: Store) -> None:
    sale = accepted(store)
    put_into_bag(store, sale.done.items[0].code)

    with pytest.raises(ItemUnderway):
        voided(store, sale.done.items[0].code)
    with pytest.raises(ItemUnderway):
        voided(store, sale.done.receipt)
    assert balance(store, "drawer") == sale.done.total_vnd


def test_an_item_of_another_receipt_is_not_voided_with_this_one(store: Store) -> None:
    one, other = accepted(store), accepted(store)

    with pytest.raises(ItemNotHere):
        voided(store, one.done.receipt, items=(other.done.items[0].code,))
    with pytest.raises(ItemNotHere):
        voided(store, one.done.receipt, items=("không phải số",))


def test_a_receipt_of_elsewhere_is_unknown(store: Store) -> None:
    with pytest.raises(ReceiptUnknown):
        voided(store, "999999-9-0000001")


@pytest.mark.parametrize(
    ("approval", "refusal"),
    [
        (Approval("", ""), ApprovalMissing),
        (Approval("chau", PIN), ApproverLacksRight),
        (Approval("phuc", "000000"), WrongPin),
    ],
)
def test_a_clerk_without_the_right_voids_nothing(
    store: Store, approval: Approval, refusal: type[Exception]
) -> None:
    sale = accepted(store)

    with pytest.raises(refusal):
        voided(store, sale.done.receipt, approval=approval)

    assert status(store, sale.done.items[0].code) == "accepted"


@pytest.mark.parametrize("clerk", [CHAU, PHUC])
def test_a_supervisor_alone_at_the_counter_approves_with_the_own_pin(
    store: Store, clerk: Clerk
) -> None:
    sale = accepted(store)

    assert voided(store, sale.done.receipt, clerk).approver_name == PHUC.name


def test_a_reason_is_needed(store: Store) -> None:
    sale = accepted(store)

    with pytest.raises(AdjustmentReasonUnusable):
        voided(store, sale.done.receipt, reason="  ")


def test_the_next_day_it_is_a_refund(store: Store, clock: HandClock) -> None:
    sale = accepted(store)
    with pytest.raises(DayNotOver):
        voided(store, sale.done.receipt, later=True)
    clock.advance(DAY_MS)

    with pytest.raises(DayIsOver):
        voided(store, sale.done.receipt)
    done = voided(store, sale.done.receipt, later=True)

    assert (done.what, status(store, sale.done.items[0].code)) == ("refund", "refunded")
    assert sound(store)


def test_pressing_again_books_once_and_says_the_same(store: Store) -> None:
    sale = accepted(store)
    command = a_void(sale.done.receipt)

    first = void_shipments(command, store.unit_of_work(), CHAU)
    again = void_shipments(command, store.unit_of_work(), CHAU)

    assert again == first
    assert kinds(store).count("shipment.voided") == 1


def test_the_command_of_a_sale_is_no_void(store: Store) -> None:
    sale = accepted(store)

    with pytest.raises(CommandIdTaken):
        voided(store, sale.done.receipt, command_id=sale.command_id)


def test_what_the_receiver_pays_is_taken_back_without_money(store: Store) -> None:
    item = an_item(service="parcel", actual_g=1_000, value_added=("receiver_pays",))
    sale = accepted(store, item, tendered_vnd=0)

    done = voided(store, sale.done.receipt)

    assert done.refunded_vnd == 0
    assert balance(store, "at_delivery") == 0
    assert sound(store)


def test_a_transfer_that_never_came_is_awaited_no_longer(store: Store) -> None:
    due = accepted(store).done.total_vnd
    sale = accepted(store, tendered_vnd=0, transfer_vnd=due)

    done = voided(store, sale.done.receipt)

    assert (done.refunded_vnd, done.cash_vnd, done.transfer_vnd) == (due, 0, 0)
    assert balance(store, "transfer.pending") == 0
    assert sound(store)


def test_a_transfer_that_came_is_given_back_in_cash_or_owed_as_a_transfer(store: Store) -> None:
    due = accepted(store).done.total_vnd
    one = accepted(store, tendered_vnd=0, transfer_vnd=due)
    other = accepted(store, tendered_vnd=0, transfer_vnd=due)
    for sale in (one, other):
        confirmed(store, sale.done.receipt)

    assert voided(store, one.done.receipt).cash_vnd == due
    assert voided(store, other.done.receipt, refund="transfer").transfer_vnd == due

    assert balance(store, "transfer.owed") == -due
    assert balance(store, "bank") == 2 * due
    assert sound(store)


def test_what_stood_on_account_is_owed_no_longer(store: Store) -> None:
    customer = registered(store)
    agreed(store, customer)
    sale = accepted(store, customer=customer, tendered_vnd=20_000, on_account_vnd=5_000)

    done = voided(store, sale.done.receipt)

    assert done.cash_vnd == sale.done.total_vnd - 5_000
    assert balance(store, "receivable") == 0
    assert sound(store)


def test_money_goes_back_in_two_ways_only(store: Store) -> None:
    with pytest.raises(RefundMethodUnknown):
        voided(store, accepted(store).done.receipt, refund="account")
