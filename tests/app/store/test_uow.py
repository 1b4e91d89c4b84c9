from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from app.ids import new_id
from app.journal.appending import PostingsUnbalanced
from app.journal.entry import CLOCK_BEHIND, CLOCK_FAR_OFF
from app.journal.kinds.body import Posting
from app.settings import Home
from app.store.books import entries, head
from app.store.faults import StoreOlderThanBooks, fault_of
from app.store.fold.numbers import NumberOutsideLease
from app.store.mark import Mark, read_mark, write_mark
from app.store.store import Store, create_store, open_store
from app.store.tables.customers import customer
from app.store.uow import NotEnrolled
from tests.app.store.bookkeeping import (
    a_payment,
    a_registration,
    an_acceptance,
    record,
)
from tests.fakes.clock import HandClock


def count(store: Store) -> int:
    with store.reading() as connection:
        return len(list(entries(connection)))


def test_leaving_without_commit_leaves_nothing(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.record([a_registration()], command_id=new_id(1), clerk=7)

    with store.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(customer)) == 0
    assert count(store) == 4


def test_entry_row_and_head_become_durable_together(store: Store) -> None:
    (entry,) = record(store, a_registration())

    with store.reading() as connection:
        stands = head(connection)
        row = connection.execute(sa.select(customer)).one()
    assert stands is not None
    assert stands[0].hash == entry.hash
    assert row.number == a_registration().number


def test_a_command_books_once_in_the_database_and_not_in_the_button(store: Store) -> None:
    command = new_id(1)
    record(store, a_registration(1), command_id=command)

    with pytest.raises(sa.exc.IntegrityError), store.unit_of_work() as uow:
        uow.record([a_registration(2)], command_id=command, clerk=7)


def test_what_a_command_booked_can_be_asked_for(store: Store) -> None:
    command = new_id(1)
    record(store, a_registration())
    booked = record(store, an_acceptance(), a_payment(), command_id=command)

    with store.unit_of_work() as uow:
        assert uow.booked_by(command) == booked
        assert uow.booked_by(new_id(2)) == ()


def test_money_that_does_not_balance_rolls_everything_back(store: Store) -> None:
    record(store, a_registration())
    bad = msgspec.structs.replace(a_payment(), postings=[Posting("drawer", 1)])

    with pytest.raises(PostingsUnbalanced):
        record(store, an_acceptance(), bad)

    assert count(store) == 5


def test_a_number_outside_every_lease_is_refused(store: Store) -> None:
    with pytest.raises(NumberOutsideLease):
        record(store, a_registration(901))

    assert count(store) == 4


def test_a_clock_turned_back_marks_the_entry_and_does_not_stop_work(
    store: Store, clock: HandClock
) -> None:
    clock.wall_ms -= 3 * 86_400_000

    (entry,) = record(store, a_registration())

    assert entry.flags & CLOCK_BEHIND
    assert entry.wall_ms == clock.wall_ms


def test_a_clock_put_forward_between_two_sales_is_told_until_it_is_put_right(
    store: Store, clock: HandClock
) -> None:
    clock.reboot()
    flags = [record(store, a_registration(1))[0].flags]
    clock.wall_ms += 3 * 86_400_000
    flags.append(record(store, a_registration(2))[0].flags)
    clock.advance(60_000)
    flags.append(record(store, a_registration(3))[0].flags)
    clock.wall_ms -= 3 * 86_400_000
    flags.append(record(store, a_registration(4))[0].flags)
    clock.advance(60_000)
    flags.append(record(store, a_registration(5))[0].flags)

    doubts = [flag & (CLOCK_BEHIND | CLOCK_FAR_OFF) for flag in flags]
    assert doubts == [0, CLOCK_FAR_OFF, CLOCK_FAR_OFF, CLOCK_BEHIND, 0]


def test_sequence_and_logical_time_only_grow(store: Store, clock: HandClock) -> None:
    first = record(store, a_registration(1))[0]
    clock.wall_ms -= 60_000
    second = record(store, a_registration(2, "Lê Văn Tám"))[0]

    assert second.seq == first.seq + 1
    assert second.hlc > first.hlc
    assert second.prev == first.hash


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET clerk = 9 WHERE seq = 2",
        "UPDATE journal SET body = x'7b7d' WHERE seq = 2",
        "UPDATE journal SET body = NULL WHERE seq = 2",
        "DELETE FROM journal WHERE seq = 2",
        "DELETE FROM journal",
    ],
)
def test_no_statement_changes_or_deletes_an_entry(store: Store, statement: str) -> None:
    with pytest.raises(sa.exc.IntegrityError, match="never"), store.unit_of_work() as uow:
        uow.connection.exec_driver_sql(statement)


def test_an_old_image_is_only_read(store: Store) -> None:
    record(store, a_registration())
    write_mark(Mark(store.home.mark), 1, 9)
    store.close()

    old = open_store(store.home)
    try:
        assert old.missing == 4
        with pytest.raises(StoreOlderThanBooks) as caught:
            record(old, a_registration(2))
        assert caught.value.missing == 4
        assert count(old) == 5
    finally:
        old.close()


def test_the_mark_follows_every_commit(store: Store) -> None:
    record(store, a_registration())

    assert read_mark(Mark(store.home.mark)) == (1, 5)


def test_a_store_without_identity_records_nothing(tmp_path: Path) -> None:
    empty = create_store(Home(tmp_path / "empty"))
    try:
        with pytest.raises(NotEnrolled), empty.unit_of_work() as uow:
            uow.record([a_registration()], command_id=new_id(1), clerk=0)
    finally:
        empty.close()


def test_a_bug_in_a_statement_is_not_blamed_on_the_disk() -> None:
    assert fault_of(dbapi2.OperationalError("no such column: x")) is None
