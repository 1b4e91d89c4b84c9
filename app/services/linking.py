"""Use cases: who acts for an organisation, and that somebody no longer does."""

from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.domain.customer_number import grouped
from app.domain.identities import Clerk
from app.domain.relations import Role
from app.errors import UserError
from app.ids import new_id
from app.journal.kinds.organisations import CustomerLinked, CustomerUnlinked
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import NoteUnusable, ReasonUnusable, read_needed, read_text
from app.services.permissions import Act, require
from app.store.customers import live_customer
from app.store.merges import members_of
from app.store.organisations import organisation_of
from app.store.tables.relations import customer_link
from app.store.uow import UnitOfWork

LONGEST_NOTE = 200


@dataclass(eq=False)
class WrongRole(UserError):
    code: ClassVar[str] = "link.role"
    field: ClassVar[str] = "role"


@dataclass(eq=False)
class LinkToPerson(UserError):
    """``number`` is no organisation."""

    code: ClassVar[str] = "link.to_person"
    field: ClassVar[str] = "organisation"
    number: str


@dataclass(eq=False)
class LinkFromOrganisation(UserError):
    """``number`` is an organisation; a person acts for one, and branches are registered as such."""

    code: ClassVar[str] = "link.from_organisation"
    field: ClassVar[str] = "person"
    number: str


@dataclass(eq=False)
class AlreadyLinked(UserError):
    code: ClassVar[str] = "link.already"
    field: ClassVar[str] = "role"


@dataclass(eq=False)
class LinkUnknown(UserError):
    """No link of this name holds."""

    code: ClassVar[str] = "link.unknown"


@dataclass(frozen=True, slots=True)
class LinkCustomers:
    """``role``: contact, director, sender, accountant, other."""

    command_id: bytes
    person: str
    organisation: str
    role: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnlinkCustomers:
    """``link`` is the link's name in hexadecimal, as the page gives it."""

    command_id: bytes
    link: str
    reason: str


@dataclass(frozen=True, slots=True)
class LinkedCustomers:
    link: str


def link_customers(command: LinkCustomers, uow: UnitOfWork, clerk: Clerk) -> LinkedCustomers:
    """Raises the refusals above, CustomerUnknown, CustomerIsErased, CommandIdTaken."""
    require(clerk, Act.EDIT_CUSTOMER)
    with uow:
        person = live_customer(uow.connection, command.person)
        whole = live_customer(uow.connection, command.organisation)
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], CustomerLinked)
            if (before.person, before.organisation) != (person.uid, whole.uid):
                raise CommandIdTaken
            return LinkedCustomers(before.link.hex())
        if command.role not in set(Role):
            raise WrongRole
        if organisation_of(uow.connection, whole.uid) is None:
            raise LinkToPerson(number=grouped(whole.number))
        if organisation_of(uow.connection, person.uid) is not None:
            raise LinkFromOrganisation(number=grouped(person.number))
        _check_new(uow.connection, person.uid, whole.uid, command.role)
        fact = CustomerLinked(
            link=new_id(uow.now_ms),
            person=person.uid,
            organisation=whole.uid,
            role=command.role,
            note=read_text(command.note, LONGEST_NOTE, NoteUnusable),
        )
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return LinkedCustomers(fact.link.hex())


def unlink_customers(command: UnlinkCustomers, uow: UnitOfWork, clerk: Clerk) -> LinkedCustomers:
    """End a link; it stays in the history. Raises LinkUnknown, ReasonUnusable, CommandIdTaken."""
    require(clerk, Act.EDIT_CUSTOMER)
    with uow:
        if booked := uow.booked_by(command.command_id):
            if booked_body(booked[0], CustomerUnlinked).link.hex() != command.link:
                raise CommandIdTaken
            return LinkedCustomers(command.link)
        row = uow.connection.execute(
            sa.select(customer_link.c.link, customer_link.c.person).where(
                customer_link.c.link == _bytes(command.link), customer_link.c.ended_ms.is_(None)
            )
        ).one_or_none()
        if row is None:
            raise LinkUnknown
        fact = CustomerUnlinked(
            link=row.link,
            person=row.person,
            reason=read_needed(command.reason, LONGEST_NOTE, ReasonUnusable),
        )
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return LinkedCustomers(command.link)


def _check_new(connection: sa.Connection, person: bytes, whole: bytes, role: str) -> None:
    query = sa.select(customer_link.c.link).where(
        customer_link.c.person.in_(members_of(connection, person)),
        customer_link.c.organisation.in_(members_of(connection, whole)),
        customer_link.c.role == role,
        customer_link.c.ended_ms.is_(None),
    )
    if connection.scalar(query) is not None:
        raise AlreadyLinked


def _bytes(link: str) -> bytes:
    try:
        return bytes.fromhex(link)
    except ValueError:
        raise LinkUnknown from None
