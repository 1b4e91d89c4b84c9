import sqlalchemy as sa

from app.store.books import entries, entry_at, head, transaction_of
from app.store.store import Store
from tests.app.store.bookkeeping import a_payment, a_registration, an_acceptance, record
from tests.app.store.walks import walks


def test_entries_come_back_byte_for_byte_in_order(store: Store) -> None:
    written = [*record(store, a_registration()), *record(store, an_acceptance(), a_payment())]

    with store.reading() as connection:
        assert list(entries(connection, after=4)) == written
        assert entry_at(connection, 5) == written[0]
        assert entry_at(connection, 99) is None


def test_a_transaction_is_found_by_its_command_whole(store: Store) -> None:
    record(store, a_registration())
    booked = record(store, an_acceptance(), a_payment(), command_id=bytes([7]) * 16)

    with store.reading() as connection:
        assert transaction_of(connection, bytes([7]) * 16) == booked
        assert transaction_of(connection, bytes([8]) * 16) == ()


def test_the_head_is_one_row_that_moves(store: Store) -> None:
    record(store, a_registration())
    last = record(store, an_acceptance(), a_payment())[-1]

    with store.reading() as connection:
        found = head(connection)
        rows = connection.scalar(sa.text("SELECT count(*) FROM journal_head"))
    assert found is not None
    assert (found[0].seq, found[0].hash, rows) == (last.seq, last.hash, 1)


def test_one_entry_is_found_without_walking_through_the_journal(store: Store) -> None:
    record(store, a_registration())

    assert walks(store, lambda connection: entry_at(connection, 3)) == []


def test_all_entries_come_in_order_without_being_sorted(store: Store) -> None:
    steps = walks(store, lambda connection: list(entries(connection)))

    assert not [step for step in steps if "TEMP B-TREE" in step]
