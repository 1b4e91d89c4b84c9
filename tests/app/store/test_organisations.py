from app.store.customers import customer_by_number
from app.store.organisations import (
    branches_of,
    organisation_of,
    organisations_by_tax_code,
    parent_of,
    wholes_above,
)
from app.store.store import Store
from tests.app.store.bookkeeping import a_merge, a_registration, record, uid_of
from tests.app.store.fold.test_relations import a_description


def test_a_branch_leads_to_its_whole_and_the_whole_to_its_branches(store: Store) -> None:
    record(store, a_registration(1), a_description(1))
    record(store, a_registration(2), a_description(2, parent=1))

    with store.reading() as connection:
        branch = organisation_of(connection, uid_of(2))
        assert branch is not None
        whole = parent_of(connection, branch)
        assert whole == customer_by_number(connection, a_registration(1).number)
        assert [each.uid for each in branches_of(connection, (uid_of(1),))] == [uid_of(2)]
        assert list(wholes_above(connection, uid_of(2))) == [uid_of(2), uid_of(1)]
        assert organisation_of(connection, uid_of(9)) is None


def test_the_whole_is_followed_through_a_merge(store: Store) -> None:
    for serial in (1, 3):
        record(store, a_registration(serial), a_description(serial))
    record(store, a_registration(2), a_description(2, parent=1))
    record(store, a_merge(winner=3, loser=1))

    with store.reading() as connection:
        assert list(wholes_above(connection, uid_of(2))) == [uid_of(2), uid_of(3)]


def test_a_tax_code_finds_its_organisations(store: Store) -> None:
    record(store, a_registration(1), a_description(1))

    with store.reading() as connection:
        found = organisations_by_tax_code(connection, "0100109106")
        assert [each.uid for each in found] == [uid_of(1)]
        assert organisations_by_tax_code(connection, "0301442989") == ()
