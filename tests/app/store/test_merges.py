from app.store.merges import members_of, merged_numbers, root_of
from app.store.store import Store
from tests.app.store.bookkeeping import a_merge, a_registration, record, uid_of


def test_a_chain_of_merges_leads_to_its_end(store: Store) -> None:
    record(store, *(a_registration(serial) for serial in (1, 2, 3)))
    record(store, a_merge(winner=2, loser=3))
    record(store, a_merge(winner=1, loser=2))

    with store.reading() as connection:
        assert root_of(connection, uid_of(3)) == uid_of(1)
        assert members_of(connection, uid_of(1)) == (uid_of(1), uid_of(2), uid_of(3))
        assert merged_numbers(connection, uid_of(1)) == tuple(
            a_registration(serial).number for serial in (2, 3)
        )


def test_a_customer_that_was_never_merged_is_itself(store: Store) -> None:
    record(store, a_registration(1))

    with store.reading() as connection:
        assert root_of(connection, uid_of(1)) == uid_of(1)
        assert merged_numbers(connection, uid_of(1)) == ()
