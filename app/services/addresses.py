"""Use cases: further addresses of a customer, old three-level ones in their very words."""

from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.domain.identities import Clerk
from app.domain.relations import AddressUse
from app.errors import UserError
from app.ids import new_id
from app.journal.kinds.organisations import AddressDropped, AddressNoted
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import TextUnusable, read_text
from app.services.permissions import Act, require
from app.services.person import read_street, scheme_of
from app.store.customers import live_customer
from app.store.merges import members_of
from app.store.places import address_line, place_of
from app.store.reference import reference_book
from app.store.tables.relations import customer_address
from app.store.uow import UnitOfWork

LONGEST_WRITTEN = 300


@dataclass(eq=False)
class WrittenUnusable(TextUnusable):
    code: ClassVar[str] = "address.written_unusable"
    field: ClassVar[str] = "as_written"


@dataclass(eq=False)
class AddressEmpty(UserError):
    """Neither the words of an old address nor street and commune of a new one."""

    code: ClassVar[str] = "address.empty"
    field: ClassVar[str] = "as_written"


@dataclass(eq=False)
class WrongUse(UserError):
    code: ClassVar[str] = "address.use"
    field: ClassVar[str] = "use"


@dataclass(eq=False)
class AddressUnknown(UserError):
    """No address of this name is in use with the customer."""

    code: ClassVar[str] = "address.unknown"


@dataclass(frozen=True, slots=True, repr=False)
class NoteAddress:
    """``address`` names one that stands there and is put right, "" for a new one.

    ``commune`` is a code of today's list, "" while an old address is not converted. ``printed``:
    the old words stand on the sender's papers beside today's address.
    """

    command_id: bytes
    number: str
    use: str
    as_written: str = ""
    street: str = ""
    commune: str = ""
    printed: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class DropAddress:
    command_id: bytes
    number: str
    address: str


@dataclass(frozen=True, slots=True)
class NotedAddress:
    """``line`` is today's address in one line, "" while it is not converted."""

    number: str
    address: str
    line: str


def note_address(command: NoteAddress, uow: UnitOfWork, clerk: Clerk) -> NotedAddress:
    """Raises the refusals above, UnknownPlace, CustomerIsErased, CommandIdTaken."""
    require(clerk, Act.EDIT_CUSTOMER)
    with uow:
        stored = live_customer(uow.connection, command.number)
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], AddressNoted)
            if before.uid != stored.uid:
                raise CommandIdTaken
            return NotedAddress(stored.number, before.address.hex(), before.line)
        fact = _address(command, uow, stored.uid)
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return NotedAddress(stored.number, fact.address.hex(), fact.line)


def drop_address(command: DropAddress, uow: UnitOfWork, clerk: Clerk) -> NotedAddress:
    """Raises AddressUnknown, CustomerUnknown, CustomerIsErased, CommandIdTaken."""
    require(clerk, Act.EDIT_CUSTOMER)
    with uow:
        stored = live_customer(uow.connection, command.number)
        if booked := uow.booked_by(command.command_id):
            if booked_body(booked[0], AddressDropped).address.hex() != command.address:
                raise CommandIdTaken
            return NotedAddress(stored.number, command.address, "")
        address, owner = _standing(uow.connection, stored.uid, command.address)
        fact = AddressDropped(address=address, uid=owner)
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return NotedAddress(stored.number, command.address, "")


def _address(command: NoteAddress, uow: UnitOfWork, uid: bytes) -> AddressNoted:
    if command.use not in set(AddressUse):
        raise WrongUse
    as_written = read_text(command.as_written, LONGEST_WRITTEN, WrittenUnusable)
    street = read_street(command.street)
    if not as_written and not (street and command.commune):
        raise AddressEmpty
    book = reference_book(uow.connection, uow.now_ms)
    scheme = scheme_of(command.commune, book)
    address, owner = new_id(uow.now_ms), uid
    if command.address:
        address, owner = _standing(uow.connection, uid, command.address)
    place = place_of(book, command.commune, scheme)
    return AddressNoted(
        address=address,
        uid=owner,
        use=command.use,
        street=street,
        commune=command.commune,
        scheme=scheme,
        as_written=as_written,
        line=address_line(street, place) if place else "",
        printed=int(command.printed),
    )


def _standing(connection: sa.Connection, uid: bytes, name: str) -> tuple[bytes, bytes]:
    """The address of this name and whose it is, itself or merged. Raises AddressUnknown."""
    try:
        address = bytes.fromhex(name)
    except ValueError:
        raise AddressUnknown from None
    row = connection.execute(
        sa.select(customer_address.c.address, customer_address.c.uid).where(
            customer_address.c.address == address,
            customer_address.c.uid.in_(members_of(connection, uid)),
            customer_address.c.dropped_ms.is_(None),
        )
    ).one_or_none()
    if row is None:
        raise AddressUnknown
    return row.address, row.uid
