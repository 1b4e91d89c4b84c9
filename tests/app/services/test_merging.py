import random
from dataclasses import replace

import pytest
import sqlalchemy as sa

from app.domain.customer_number import make_customer_number
from app.services.customers import EditCustomer
from app.services.editing import edit_customer
from app.services.entering import ReasonUnusable
from app.services.erasure import EraseCustomer, erase_customer
from app.services.four_eyes import Approval, ApprovalMissing
from app.services.merging import (
    AlreadyOne,
    FieldNotMergeable,
    MergeCustomers,
    MergeMakesCircle,
    NotMerged,
    PersonAndOrganisation,
    merge_customers,
)
from app.store.customers import CustomerIsErased, customer_by_number, own_record
from app.store.merges_heard import take_merges
from app.store.snapshot import import_customers
from app.store.store import Store
from app.store.tables.customers import customer
from app.store.tables.search import search_key
from app.store.tables.shipments import shipment
from tests.app.services.bookkeeping import sound
from tests.app.services.people import APPROVED, a_branch, an_organisation, merge, unmerge
from tests.app.store.bookkeeping import a_snapshot_customer
from tests.app.store.test_merges_heard import a_row
from tests.builders import CHAU, PHUC, a_command_id, accepted, registered
from tests.fakes.clock import HandClock

YEAR_MS = 366 * 86_400_000


def leads_to(store: Store, number: str) -> str:
    with store.reading() as connection:
        return customer_by_number(connection, number).number


def records(store: Store) -> list[tuple[object, ...]]:
    columns = [column for column in customer.columns if column is not customer.c.version]
    with store.reading() as connection:
        rows = connection.execute(sa.select(*columns).order_by(customer.c.id))
        keys = connection.execute(sa.select(search_key).order_by(*search_key.primary_key))
        return [*map(tuple, rows), *map(tuple, keys)]


def test_every_old_number_opens_the_record_and_facts_stay_as_written(store: Store) -> None:
    number, other = registered(store), registered(store, full_name="Nguyễn Ánh Tuyết")
    accepted(store, customer=other)

    done = merge(store, number, other)

    assert (done.winner, done.loser) == (number, other)
    assert leads_to(store, other) == number
    accepted(store, customer=other)
    with store.reading() as connection:
        owners = connection.scalars(
            sa.select(customer.c.number)
            .join(shipment, shipment.c.customer_uid == customer.c.uid)
            .order_by(shipment.c.code)
        ).all()
    assert owners == [other, number]
    assert sound(store)


def test_pressed_twice_it_merges_once(store: Store) -> None:
    number, other = registered(store), registered(store)
    command = MergeCustomers(a_command_id(), number, other, "trùng", APPROVED)

    first = merge_customers(command, store.unit_of_work(), CHAU)

    assert merge_customers(command, store.unit_of_work(), CHAU) == first


def test_an_edit_of_the_loser_is_one_of_the_winner(store: Store) -> None:
    number, other = registered(store), registered(store)
    merge(store, number, other)
    command = EditCustomer(a_command_id(), other, {"street": ("12 Hàng Bông", "5 Lê Lợi")})

    assert edit_customer(command, store.unit_of_work(), CHAU).number == number


@pytest.mark.parametrize("seed", range(6))
def test_random_merges_undone_in_any_order_restore_every_record(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    numbers = [
        registered(store, full_name=f"Nguyễn Văn {name}", phones=(f"09031230{at:02}",))
        for at, name in enumerate(("Một", "Hai", "Ba", "Bốn", "Năm"))
    ]
    before = records(store)
    merged: list[str] = []
    for _ in range(12):
        if merged and chance.random() < 0.4:
            _undo(store, merged, chance)
        else:
            one, other = chance.sample(numbers, 2)
            taken = chance.sample(("full_name", "phones", "address", "birth_date"), 2)
            try:
                merged.append(merge(store, one, other, *taken).loser)
            except AlreadyOne:
                continue
    while merged:
        _undo(store, merged, chance)

    assert records(store) == before
    assert [leads_to(store, number) for number in numbers] == numbers
    assert sound(store)


def _undo(store: Store, merged: list[str], chance: random.Random) -> None:
    number = chance.choice(merged)
    unmerge(store, number)
    merged.remove(number)


def test_what_cannot_be_merged_is_refused(store: Store) -> None:
    number, other = registered(store), registered(store)
    command = MergeCustomers(a_command_id(), number, other, "trùng", APPROVED)

    for wrong, refusal in (
        (replace(command, other=number), AlreadyOne),
        (replace(command, reason=" "), ReasonUnusable),
        (replace(command, taken=("number",)), FieldNotMergeable),
        (replace(command, approval=Approval("", "")), ApprovalMissing),
        (replace(command, other=an_organisation(store)), PersonAndOrganisation),
    ):
        with pytest.raises(refusal):
            merge_customers(wrong, store.unit_of_work(), CHAU)


def test_a_merge_that_makes_an_organisation_its_own_branch_is_refused(store: Store) -> None:
    whole = an_organisation(store)
    below = a_branch(store, a_branch(store, whole))

    with pytest.raises(MergeMakesCircle):
        merge(store, below, whole)


def test_any_link_of_a_chain_is_undone_by_itself(store: Store) -> None:
    one, two, three = (registered(store) for _ in range(3))
    merge(store, two, three)
    merge(store, one, two)

    unmerge(store, three)
    assert [leads_to(store, number) for number in (one, two, three)] == [one, one, three]
    with pytest.raises(NotMerged):
        unmerge(store, one)
    unmerge(store, two)
    assert [leads_to(store, number) for number in (one, two, three)] == [one, two, three]
    assert sound(store)


def test_an_undoing_parts_two_who_were_merged_more_than_once(store: Store) -> None:
    one, two, three = (registered(store) for _ in range(3))
    merge(store, one, two)
    merge(store, one, three)
    uids = [uid_behind(store, number) for number in (one, two, three)]
    with store.noting() as connection:
        take_merges(connection, [a_row(5, uids[2], uids[1])])

    unmerge(store, two)

    assert [leads_to(store, number) for number in (one, two, three)] == [one, two, one]
    assert sound(store)


def uid_behind(store: Store, number: str) -> bytes:
    with store.reading() as connection:
        return own_record(connection, number).uid


def test_erasing_a_merged_customer_erases_every_number_of_that_person(
    store: Store, clock: HandClock
) -> None:
    number, other = registered(store), registered(store, full_name="Nguyễn Ánh Tuyết")
    merge(store, number, other, "full_name")
    clock.advance(YEAR_MS)
    command = EraseCustomer(a_command_id(), other, "yêu cầu của khách")

    done = erase_customer(command, store.unit_of_work(), PHUC)

    assert erase_customer(command, store.unit_of_work(), PHUC) == done
    with store.reading() as connection:
        names = set(connection.scalars(sa.select(customer.c.full_name)))
        assert connection.execute(sa.select(search_key)).all() == []
    assert len(names) == 1
    assert leads_to(store, other) == number
    with pytest.raises(CustomerIsErased):
        unmerge(store, other)
    assert sound(store)


def test_a_sale_under_a_merged_number_is_booked_once(store: Store) -> None:
    number, other = registered(store), registered(store)
    merge(store, number, other)
    sale = accepted(store, customer=other)

    again = accepted(store, customer=other, command_id=sale.command_id)

    assert again.done == sale.done


def test_customers_of_headquarters_are_merged_and_the_replay_agrees(store: Store) -> None:
    list(import_customers(store, [a_snapshot_customer(1), a_snapshot_customer(2, "Trần Bình")]))
    one, other = (make_customer_number("0125", serial) for serial in (1, 2))

    merge(store, one, other, "full_name")
    assert sound(store)
    unmerge(store, other)

    assert leads_to(store, other) == other
    assert sound(store)
