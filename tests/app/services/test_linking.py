import pytest
import sqlalchemy as sa

from app.services.entering import ReasonUnusable
from app.services.linking import (
    AlreadyLinked,
    LinkCustomers,
    LinkedCustomers,
    LinkFromOrganisation,
    LinkToPerson,
    LinkUnknown,
    UnlinkCustomers,
    WrongRole,
    link_customers,
    unlink_customers,
)
from app.store.store import Store
from app.store.tables.relations import customer_link
from tests.app.services.bookkeeping import sound
from tests.app.services.people import an_organisation, merge
from tests.builders import CHAU, a_command_id, registered


def link(store: Store, person: str, whole: str, role: str = "director") -> LinkedCustomers:
    command = LinkCustomers(a_command_id(), person, whole, role)
    return link_customers(command, store.unit_of_work(), CHAU)


def unlink(store: Store, name: str, reason: str = "nghỉ việc") -> LinkedCustomers:
    command = UnlinkCustomers(a_command_id(), name, reason)
    return unlink_customers(command, store.unit_of_work(), CHAU)


def test_a_link_is_ended_and_never_deleted(store: Store) -> None:
    whole, person = an_organisation(store), registered(store)
    done = link(store, person, whole)
    unlink(store, done.link)

    with store.reading() as connection:
        row = connection.execute(sa.select(customer_link)).one()
    assert row.role == "director"
    assert row.ended_ms is not None
    with pytest.raises(LinkUnknown):
        unlink(store, done.link)
    assert sound(store)


def test_the_same_command_links_once(store: Store) -> None:
    whole, person = an_organisation(store), registered(store)
    command = LinkCustomers(a_command_id(), person, whole, "contact")

    first = link_customers(command, store.unit_of_work(), CHAU)

    assert link_customers(command, store.unit_of_work(), CHAU) == first


def test_who_has_the_role_does_not_get_it_again_under_a_merged_number(store: Store) -> None:
    whole, person, same = an_organisation(store), registered(store), registered(store)
    link(store, same, whole)
    merge(store, person, same)

    with pytest.raises(AlreadyLinked):
        link(store, person, whole)


def test_only_persons_act_and_only_for_organisations(store: Store) -> None:
    whole, person = an_organisation(store), registered(store)

    with pytest.raises(LinkToPerson):
        link(store, person, registered(store))
    with pytest.raises(LinkFromOrganisation):
        link(store, whole, whole)
    with pytest.raises(WrongRole):
        link(store, person, whole, "king")


def test_a_link_does_not_end_without_a_reason(store: Store) -> None:
    done = link(store, registered(store), an_organisation(store))

    with pytest.raises(ReasonUnusable):
        unlink(store, done.link, " ")
    with pytest.raises(LinkUnknown):
        unlink(store, "no hexadecimal")
