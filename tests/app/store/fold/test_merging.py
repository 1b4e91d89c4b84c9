from typing import Any

import pytest
import sqlalchemy as sa

from app.journal.kinds.customers import Change
from app.store.merges import members_of, root_of
from app.store.store import Store
from app.store.tables.customers import customer
from app.store.tables.merges import customer_word, merge_undone
from app.store.verification import verify
from tests.app.store.bookkeeping import (
    a_merge,
    a_registration,
    an_edit,
    an_unmerge,
    record,
    uid_of,
)

COLUMNS = [column for column in customer.columns if column.name not in {"version", "last_seen_ms"}]


def rows(store: Store) -> list[sa.Row[Any]]:
    with store.reading() as connection:
        query = sa.select(*COLUMNS).order_by(customer.c.uid)
        return list(connection.execute(query))


def test_a_merged_customer_leads_to_the_other_and_keeps_its_row(store: Store) -> None:
    record(store, a_registration(1), a_registration(2, "Nguyễn Ánh Tuyết"))
    record(store, a_merge(winner=1, loser=2))

    with store.reading() as connection:
        assert root_of(connection, uid_of(2)) == uid_of(1)
        assert members_of(connection, uid_of(1)) == (uid_of(1), uid_of(2))
        names = connection.scalars(sa.select(customer.c.full_name).order_by(customer.c.id)).all()
    assert names == ["Nguyễn Thị Ánh Tuyết", "Nguyễn Ánh Tuyết"]


def test_taken_fields_come_from_the_loser_and_go_back(store: Store) -> None:
    record(store, a_registration(1), a_registration(2, "Nguyễn Ánh Tuyết"))
    before = rows(store)
    record(store, a_merge(winner=1, loser=2, taken=["full_name", "citizen", "address"]))

    assert rows(store)[0].full_name == "Nguyễn Ánh Tuyết"

    record(store, an_unmerge(winner=1, loser=2))

    assert rows(store) == before
    with store.reading() as connection:
        assert connection.execute(sa.select(customer_word)).all() == []
        assert connection.scalar(sa.select(merge_undone.c.reason)) == "hai người"


def test_an_edit_while_merged_outlives_the_merge(store: Store) -> None:
    record(store, a_registration(1), a_registration(2, "Nguyễn Ánh Tuyết"))
    record(store, a_merge(winner=1, loser=2, taken=["full_name"]))
    record(store, an_edit(Change("full_name", "Nguyễn Ánh Tuyết", "Lê Thị Mơ")))
    record(store, an_unmerge(winner=1, loser=2))

    assert rows(store)[0].full_name == "Lê Thị Mơ"
    assert verify(store).ok


def test_a_later_edit_of_the_loser_is_one_of_the_winner(store: Store) -> None:
    record(store, a_registration(1), a_registration(2))
    record(store, a_merge(winner=1, loser=2))
    record(store, an_edit(Change("alert_note", "nghe kém", "gọi trước"), serial=2))

    assert [row.alert_note for row in rows(store)] == ["gọi trước", "gọi trước"]
    assert verify(store).ok


def test_who_somebody_is_does_not_change_by_an_edit_of_the_loser(store: Store) -> None:
    record(store, a_registration(1), a_registration(2))
    record(store, a_merge(winner=1, loser=2))
    record(store, an_edit(Change("full_name", "Nguyễn Thị Ánh Tuyết", "Lê Thị Mơ"), serial=2))

    assert [row.full_name for row in rows(store)] == ["Nguyễn Thị Ánh Tuyết", "Lê Thị Mơ"]


def test_merges_in_a_circle_are_one_customer_whose_head_is_the_first_winner(store: Store) -> None:
    record(store, a_registration(1), a_registration(2), a_registration(3))
    record(store, a_merge(winner=1, loser=2))
    record(store, a_merge(winner=2, loser=3))
    record(store, a_merge(winner=3, loser=1))

    with store.reading() as connection:
        assert {root_of(connection, uid_of(serial)) for serial in (1, 2, 3)} == {uid_of(1)}
    assert verify(store).ok


def test_a_merge_with_itself_is_refused(store: Store) -> None:
    record(store, a_registration(1))

    with pytest.raises(ValueError, match="with itself"):
        record(store, a_merge(winner=1, loser=1))


def test_the_replay_arrives_at_the_same_rows(store: Store) -> None:
    record(store, a_registration(1), a_registration(2, "An"), a_registration(3, "Bình"))
    record(store, a_merge(winner=1, loser=2, taken=["full_name"]))
    record(store, a_merge(winner=1, loser=3, taken=["full_name", "phones"]))
    record(store, an_unmerge(winner=1, loser=2))

    assert verify(store).ok
