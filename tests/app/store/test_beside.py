from app.store.beside import beside
from app.store.store import Store
from tests.app.store.bookkeeping import a_merge, a_registration, record, uid_of
from tests.app.store.fold.test_relations import a_consent, a_description, a_link, an_old_address


def test_of_most_customers_nothing_has_to_be_asked(store: Store) -> None:
    record(store, a_registration(1))

    with store.reading() as connection:
        found = beside(connection, uid_of(1))
    assert not any(getattr(found, name) for name in found.__slots__)


def test_what_there_is_is_named(store: Store) -> None:
    record(store, a_registration(1), a_registration(2), a_description(1), a_link())
    record(store, an_old_address(), a_consent())

    with store.reading() as connection:
        found, other = beside(connection, uid_of(1)), beside(connection, uid_of(2))
    assert (found.organisation, found.linked, found.addressed, found.consented) == (True,) * 4
    assert (found.merged, found.passed, found.standing) == (False,) * 3
    assert (other.linked, other.organisation) == (True, False)


def test_with_other_numbers_merged_in_everything_is_asked(store: Store) -> None:
    record(store, a_registration(1), a_registration(2))
    record(store, a_merge(winner=1, loser=2))

    with store.reading() as connection:
        found = beside(connection, uid_of(1))
    assert all(getattr(found, name) for name in found.__slots__)
