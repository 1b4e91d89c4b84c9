"""Merges from headquarters in real stores: the same rows from any order of arrival."""

import random
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.relations import MERGEABLE
from app.journal.kinds.customers import Change
from app.store.engine import memory_engine
from app.store.fold.words import settle
from app.store.merges import members_of, root_of
from app.store.merges_heard import MergeRow, UndoingRow, take_merges
from app.store.received import put_record
from app.store.store import Store
from app.store.tables import metadata
from app.store.tables.customers import customer
from app.store.tables.merges import customer_merge, customer_word, merge_fact
from app.store.tables.search import search_key
from app.store.verification import verify
from tests.app.store.bookkeeping import (
    a_merge,
    a_registration,
    a_snapshot_customer,
    an_edit,
    record,
    uid_of,
)

PEOPLE, LENGTH = 24, 120


def a_row(at: int, winner: bytes, loser: bytes, taken: str = "", *undone: int) -> MergeRow:
    return MergeRow(
        merge=at.to_bytes(16, "big"),
        hlc=at << 16,
        winner=winner,
        loser=loser,
        taken=taken,
        at_ms=at,
        reason="cùng một người",
        clerk_name="Trung tâm",
        approver="",
        undone=tuple(
            UndoingRow(each.to_bytes(16, "big"), each << 16, each, "hai người", "Trung tâm", "")
            for each in undone
        ),
    )


def a_history(chance: random.Random) -> list[MergeRow]:
    """Each merge as it is first told and, when it was undone, told again with its undoing."""
    found: list[MergeRow] = []
    for at in range(1, LENGTH + 1):
        if found and chance.random() < 0.45:
            merge = chance.choice(found)
            undone = a_row(1_000 + at, uid_of(1), uid_of(2), "", 1_000 + at).undone
            found.append(msgspec.structs.replace(merge, undone=merge.undone + undone))
        else:
            winner, loser = chance.sample(range(1, PEOPLE + 1), 2)
            taken = " ".join(chance.sample(MERGEABLE, chance.randint(0, 3)))
            found.append(a_row(at, uid_of(winner), uid_of(loser), taken))
    return found


def stands(connection: sa.Connection) -> list[list[tuple[Any, ...]]]:
    columns = [column for column in customer.columns if column is not customer.c.id]
    keys = sa.select(customer.c.uid, search_key.c.kind, search_key.c.key).join(
        customer, customer.c.id == search_key.c.customer
    )
    queries = (
        sa.select(*columns).order_by(customer.c.uid),
        sa.select(customer_merge).order_by(customer_merge.c.loser),
        sa.select(customer_word).order_by(customer_word.c.uid, customer_word.c.field),
        keys.order_by(customer.c.uid, search_key.c.kind, search_key.c.key),
    )
    return [[tuple(row) for row in connection.execute(query)] for query in queries]


@pytest.mark.parametrize("seed", range(2))
def test_five_stores_come_to_the_same_rows_from_any_order(seed: int) -> None:
    chance = random.Random(seed)
    people = [
        msgspec.structs.replace(
            a_snapshot_customer(serial, f"Khách Số {serial}"),
            uid=uid_of(serial),
            phones=f"+8490312{serial:04}",
            words=(("phones", chance.randint(1, LENGTH) << 16, uid_of(serial)),),
        )
        for serial in range(1, PEOPLE + 1)
    ]
    facts = a_history(chance)
    found = [_store_after(chance, list(people), list(facts)) for _ in range(5)]

    assert all(each == found[0] for each in found[1:])


def _store_after(
    chance: random.Random, people: list[Any], facts: list[MergeRow]
) -> list[list[tuple[Any, ...]]]:
    """Customers and merges told in any order, some of them twice."""
    told = [*people, *facts, *chance.sample(facts, len(facts) // 4), *chance.sample(people, 5)]
    chance.shuffle(told)
    engine = memory_engine()
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            for each in told:
                if isinstance(each, MergeRow):
                    take_merges(connection, [each])
                else:
                    put_record(connection, each)
            followers = set(connection.scalars(sa.select(customer_merge.c.loser)))
            for serial in range(1, PEOPLE + 1):
                root = root_of(connection, uid_of(serial))
                assert root not in followers
                assert uid_of(serial) in members_of(connection, root)
            return stands(connection)
    finally:
        engine.dispose()


def test_a_merge_of_headquarters_shows_and_hides_the_losers_word(store: Store) -> None:
    record(store, a_registration(1), a_registration(2, "Nguyễn Ánh Tuyết"))
    merge = a_row(9, uid_of(1), uid_of(2), "full_name")
    with store.noting() as connection:
        take_merges(connection, [merge])

    assert name_of(store, 1) == "Nguyễn Ánh Tuyết"
    assert verify(store).ok

    with store.noting() as connection:
        take_merges(connection, [a_row(9, uid_of(1), uid_of(2), "full_name", 11)])

    assert name_of(store, 1) == "Nguyễn Thị Ánh Tuyết"
    assert verify(store).ok


def test_the_same_pair_merged_here_and_at_headquarters_is_merged_once(store: Store) -> None:
    record(store, a_registration(1), a_registration(2))
    record(store, a_merge(winner=1, loser=2))
    with store.noting() as connection:
        take_merges(connection, [a_row(9, uid_of(2), uid_of(1))])
        take_merges(connection, [a_row(9, uid_of(2), uid_of(1))])
        facts = connection.scalar(sa.select(sa.func.count()).select_from(merge_fact))
        steps = connection.execute(sa.select(customer_merge)).all()

    assert (facts, len(steps)) == (2, 1)
    assert verify(store).ok


def test_what_is_recorded_after_a_merge_from_a_fast_clock_is_said_after_it(store: Store) -> None:
    record(store, a_registration(1), a_registration(2, "Nguyễn Ánh Tuyết"))
    ahead = (store.clock.now_ms() + 3_600_000) << 16
    merge = msgspec.structs.replace(a_row(9, uid_of(1), uid_of(2), "full_name"), hlc=ahead)
    with store.noting() as connection:
        take_merges(connection, [merge])

    record(store, an_edit(Change("full_name", "Nguyễn Ánh Tuyết", "Lê Thị Mơ")))

    assert name_of(store, 1) == "Lê Thị Mơ"
    assert verify(store).ok


def test_settling_again_changes_nothing(store: Store) -> None:
    record(store, a_registration(1), a_registration(2, "Nguyễn Ánh Tuyết"))
    record(store, a_merge(winner=1, loser=2, taken=["full_name", "address"]))
    with store.noting() as connection:
        before = stands(connection)
        settle(connection, [uid_of(1)])

        assert stands(connection) == before


def name_of(store: Store, serial: int) -> str:
    with store.reading() as connection:
        query = sa.select(customer.c.full_name).where(customer.c.uid == uid_of(serial))
        return str(connection.scalar(query))
