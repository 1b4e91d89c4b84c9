"""Unsent is what stands above the sequence that headquarters signed for."""

from app.store.outbox import (
    Notice,
    Outbox,
    cursor,
    due,
    exceptions,
    hash_at,
    link,
    move_acked,
    move_cursor,
    note_exceptions,
    note_failure,
    note_heard,
    oldest_unsent_ms,
    outbox,
    set_link,
)
from app.store.store import Store
from tests.app.store.bookkeeping import a_payment, a_registration, an_acceptance, record


def box_of(store: Store) -> Outbox:
    with store.reading() as connection:
        found = outbox(connection)
    assert found is not None
    return found


def test_whole_transactions_are_due_never_a_part_of_one(store: Store) -> None:
    record(store, a_registration())
    record(store, an_acceptance(), a_payment())

    with store.reading() as connection:
        assert [each.seq for each in due(connection, 0, 1)] == [1, 2, 3, 4]
        assert [each.seq for each in due(connection, 4, 2)] == [5]
        assert [each.seq for each in due(connection, 4, 3)] == [5, 6, 7]
        assert due(connection, 7, 100) == ()


def test_the_pointer_moves_on_and_also_back(store: Store) -> None:
    box = box_of(store)
    for seq in (4, 2):
        with store.noting() as connection:
            move_acked(connection, box, seq, receipt=b"r", backed_up=1)
        assert (box_of(store).acked, box_of(store).pending) == (seq, 4 - seq)


def test_failures_are_counted_until_a_pass_comes_through(store: Store) -> None:
    with store.noting() as connection:
        set_link(connection, "http://127.0.0.1")
    for _ in range(2):
        box = box_of(store)
        with store.noting() as connection:
            note_failure(connection, box, 99, "sync.unreached")
    with store.reading() as connection:
        found = link(connection)
    assert found is not None
    assert (box_of(store).attempts, box_of(store).next_try_ms) == (2, 99)
    assert found.problem == "sync.unreached"

    with store.noting() as connection:
        note_heard(connection, 7, "epoch")

    with store.reading() as connection:
        found = link(connection)
    assert found is not None
    assert (found.problem, found.heard_ms, found.feed_epoch) == ("", 7, "epoch")
    assert box_of(store).attempts == 0


def test_only_what_headquarters_holds_now_is_an_exception(store: Store) -> None:
    one, other = Notice(1, "quarantined", "x", ""), Notice(2, "blocked", "y", "")
    for told in ([one, other], [other]):
        with store.noting() as connection:
            note_exceptions(connection, told)

    with store.reading() as connection:
        assert exceptions(connection) == (other,)


def test_a_cursor_counts_in_one_epoch_only(store: Store) -> None:
    with store.noting() as connection:
        move_cursor(connection, "P:01", "a", 5)
        move_cursor(connection, "P:01", "a", 9)

    with store.reading() as connection:
        assert cursor(connection, "P:01", "a") == 9
        assert cursor(connection, "P:01", "b") == 0
        assert cursor(connection, "P:79", "a") == 0


def test_the_chain_begins_at_the_genesis_and_ends_at_the_head(store: Store) -> None:
    box = box_of(store)

    with store.reading() as connection:
        assert hash_at(connection, 0, b"genesis") == b"genesis"
        assert hash_at(connection, box.head.seq, b"") == box.head.hash
        assert hash_at(connection, box.head.seq + 1, b"") is None
        assert oldest_unsent_ms(connection, box) == store.clock.now_ms()
