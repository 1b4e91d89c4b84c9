"""Use cases on customers: register, edit."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec

from app.clock import local, utc
from app.domain.customer_number import make_customer_number
from app.domain.identities import Clerk
from app.domain.names import clean_name, clean_organisation
from app.domain.relations import Standing
from app.domain.tax_code import parse_tax_code
from app.ids import new_id
from app.journal.kinds.body import Body
from app.journal.kinds.customers import CustomerRegistered
from app.journal.kinds.holders import StandingSet
from app.journal.kinds.organisations import OrganisationDescribed
from app.services.commands import CommandIdTaken, booked_body
from app.services.organisations import (
    OrganisationDraft,
    owner_of_tax_code,
    read_organisation,
)
from app.services.permissions import Act, require
from app.services.person import (
    CitizenPaper,
    CitizenSource,
    check_agreement,
    read_birth_date,
    read_citizen,
    read_note,
    read_phones,
    read_sex,
    read_street,
    scheme_of,
)
from app.store.customers import customer_by_citizen
from app.store.leases import Numbers
from app.store.reference import reference_book
from app.store.station import here
from app.store.uow import UnitOfWork

__all__ = [
    "CitizenPaper",
    "CitizenSource",
    "EditCustomer",
    "EditedCustomer",
    "OrganisationDraft",
    "RegisterCustomer",
    "RegisteredCustomer",
    "register_customer",
]


@dataclass(frozen=True, slots=True, repr=False)
class RegisterCustomer:
    """``command_id`` (16 bytes) is made when the form opens: Enter pressed twice registers once.

    With ``organisation`` it is one, and nothing of a person is read. A ``prospect`` has a number
    and has sent nothing: the first item makes a customer of it.
    """

    command_id: bytes
    full_name: str
    birth_date: date | None = None
    sex: Literal["male", "female"] | None = None
    citizen: CitizenPaper | None = None
    phones: tuple[str, ...] = ()
    street: str = ""
    commune: str = ""
    alert_note: str = ""
    organisation: OrganisationDraft | None = None
    prospect: bool = False


@dataclass(frozen=True, slots=True)
class RegisteredCustomer:
    """``created`` is False when citizen number or tax code has its customer: that one is meant."""

    number: str
    created: bool


@dataclass(frozen=True, slots=True, repr=False)
class EditCustomer:
    """``changes`` maps a field to (from, to): what the clerk saw, and what it becomes.

    Fields: full_name, birth_date, sex, citizen, phones, street, commune, alert_note. Of a citizen
    number the clerk saw the masked form, "" for none; it becomes a CitizenPaper or None.
    """

    command_id: bytes
    number: str
    changes: dict[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class EditedCustomer:
    """``fields`` are those that really changed, in the order of the form; () when none did."""

    number: str
    fields: tuple[str, ...]


def register_customer(
    command: RegisterCustomer, uow: UnitOfWork, clerk: Clerk
) -> RegisteredCustomer:
    """Give a person a number for life, or find the one they have.

    Raises what the readers of ``app.services.person`` raise, CommandIdTaken and LeaseExhausted.
    """
    require(clerk, Act.REGISTER_CUSTOMER)
    with uow:
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], CustomerRegistered)
            if before.full_name != _read_name(command):
                raise CommandIdTaken
            return RegisteredCustomer(before.number, created=True)
        if (known := _known_organisation(command, uow)) is not None:
            return RegisteredCustomer(known, created=False)
        fact = _registration(command, uow)
        owner = fact.citizen and customer_by_citizen(uow.connection, fact.citizen.lookup)
        if owner:
            return RegisteredCustomer(owner.number, created=False)
        facts = [fact, *_said_beside(command, uow, fact.uid)]
        uow.record(facts, command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return RegisteredCustomer(fact.number, created=True)


def _registration(command: RegisterCustomer, uow: UnitOfWork) -> CustomerRegistered:
    """The whole form read; its number is taken only once nothing is wrong with the rest."""
    now = local(utc(uow.now_ms))
    station = here(uow.connection)
    is_person = command.organisation is None
    citizen = read_citizen(command.citizen if is_person else None, station.lookup_key)
    birth_date = read_birth_date(command.birth_date if is_person else None, now.date())
    sex = read_sex(command.sex if is_person else None)
    check_agreement(citizen.number if citizen else None, birth_date, sex)
    scheme = scheme_of(command.commune, reference_book(uow.connection, uow.now_ms))
    fact = CustomerRegistered(
        uid=new_id(uow.now_ms),
        number="",
        office=station.office,
        full_name=_read_name(command),
        birth_date=birth_date,
        sex=sex,
        citizen=citizen,
        phones=read_phones(command.phones),
        street=read_street(command.street),
        commune=command.commune,
        scheme=scheme,
        alert_note=read_note(command.alert_note),
    )
    prefix, serial = Numbers(uow.connection).customer(now.year)
    return msgspec.structs.replace(fact, number=make_customer_number(prefix, serial))


def _read_name(command: RegisterCustomer) -> str:
    clean = clean_name if command.organisation is None else clean_organisation
    return clean(command.full_name)


def _known_organisation(command: RegisterCustomer, uow: UnitOfWork) -> str | None:
    """Whoever was registered with this tax code before. Raises WrongTaxCode."""
    if command.organisation is None or not command.organisation.tax_code.strip():
        return None
    return owner_of_tax_code(parse_tax_code(command.organisation.tax_code), uow)


def _said_beside(command: RegisterCustomer, uow: UnitOfWork, uid: bytes) -> list[Body]:
    facts: list[Body] = []
    if command.organisation is not None:
        to = read_organisation(command.organisation, uow)
        facts.append(OrganisationDescribed(uid=uid, was=None, to=to))
    if command.prospect:
        facts.append(StandingSet(uid=uid, standing=Standing.PROSPECT, reason=""))
    return facts
