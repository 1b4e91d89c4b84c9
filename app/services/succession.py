"""Use cases: a number passes to another holder, or rests; it is the same number all along."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.clock import local, utc
from app.domain.customer_number import grouped
from app.domain.identities import Clerk
from app.domain.names import clean_name, clean_organisation
from app.domain.relations import Passing, Standing
from app.errors import UserError
from app.journal.kinds.customers import Citizen
from app.journal.kinds.holders import CustomerSucceeded, StandingSet
from app.services.commands import CommandIdTaken, booked_body
from app.services.editing import CitizenTaken
from app.services.entering import ReasonUnusable, TextUnusable, read_needed, read_text
from app.services.four_eyes import Approval, approved_by
from app.services.permissions import Act, require
from app.services.person import (
    CitizenPaper,
    check_agreement,
    read_birth_date,
    read_citizen,
    read_phones,
    read_sex,
)
from app.store.customers import StoredCustomer, customer_by_citizen, live_customer
from app.store.organisations import organisation_of
from app.store.station import here
from app.store.uow import UnitOfWork

LONGEST = 200


@dataclass(eq=False)
class WrongPassing(UserError):
    code: ClassVar[str] = "succession.reason"
    field: ClassVar[str] = "passing"


@dataclass(eq=False)
class DocumentMissing(TextUnusable):
    """A number passes on a paper: a certificate, a deed, a decision."""

    code: ClassVar[str] = "succession.document"
    field: ClassVar[str] = "document"


@dataclass(eq=False)
class SameHolder(UserError):
    """The number is with this holder already."""

    code: ClassVar[str] = "succession.same_holder"
    field: ClassVar[str] = "full_name"


@dataclass(eq=False)
class WrongStanding(UserError):
    code: ClassVar[str] = "standing.unknown"
    field: ClassVar[str] = "standing"


@dataclass(frozen=True, slots=True, repr=False)
class SucceedCustomer:
    """``passing``: inheritance, transfer, renamed. ``document`` names the paper it rests on."""

    command_id: bytes
    number: str
    full_name: str
    passing: str
    document: str
    approval: Approval
    birth_date: date | None = None
    sex: str | None = None
    citizen: CitizenPaper | None = None
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SucceededCustomer:
    number: str
    former: str
    full_name: str


@dataclass(frozen=True, slots=True)
class SetStanding:
    """``standing``: prospect, active, dormant."""

    command_id: bytes
    number: str
    standing: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StandingIs:
    number: str
    standing: str


def succeed_customer(command: SucceedCustomer, uow: UnitOfWork, clerk: Clerk) -> SucceededCustomer:
    """Pass the number on; who held it when stays on record. Consents do not pass with it.

    Raises the refusals above, those of four eyes, CitizenTaken, CustomerUnknown, CustomerIsErased.
    """
    require(clerk, Act.EDIT_CUSTOMER)
    approver = approved_by(command.approval, Act.SUCCEED_CUSTOMER, uow)
    with uow:
        stored = live_customer(uow.connection, command.number)
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], CustomerSucceeded)
            if before.uid != stored.uid:
                raise CommandIdTaken
            return SucceededCustomer(stored.number, before.former, before.full_name)
        fact = _succession(command, uow, stored, (clerk, approver))
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return SucceededCustomer(stored.number, fact.former, fact.full_name)


def set_standing(command: SetStanding, uow: UnitOfWork, clerk: Clerk) -> StandingIs:
    """A customer rests, or is back; a sleeper also wakes by the next item.

    Raises WrongStanding, ReasonUnusable (resting needs a reason), CustomerUnknown,
    CustomerIsErased, CommandIdTaken.
    """
    require(clerk, Act.EDIT_CUSTOMER)
    with uow:
        stored = live_customer(uow.connection, command.number)
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], StandingSet)
            if before.uid != stored.uid:
                raise CommandIdTaken
            return StandingIs(stored.number, before.standing)
        if command.standing not in set(Standing):
            raise WrongStanding
        read = read_needed if command.standing == Standing.DORMANT else read_text
        reason = read(command.reason, LONGEST, ReasonUnusable)
        fact = StandingSet(uid=stored.uid, standing=command.standing, reason=reason)
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return StandingIs(stored.number, command.standing)


def _succession(
    command: SucceedCustomer, uow: UnitOfWork, stored: StoredCustomer, people: tuple[Clerk, Clerk]
) -> CustomerSucceeded:
    if command.passing not in set(Passing):
        raise WrongPassing
    is_organisation = organisation_of(uow.connection, stored.uid) is not None
    full_name = (clean_organisation if is_organisation else clean_name)(command.full_name)
    birth_date = read_birth_date(command.birth_date, local(utc(uow.now_ms)).date())
    sex = read_sex(command.sex)
    citizen = _read_citizen(command, uow, stored)
    check_agreement(citizen.number if citizen else None, birth_date, sex)
    holder = (full_name, birth_date, citizen.number if citizen else None)
    if holder == (stored.full_name, stored.birth_date, stored.citizen_number):
        raise SameHolder
    clerk, approver = people
    return CustomerSucceeded(
        uid=stored.uid,
        base_version=stored.version,
        former=stored.full_name,
        full_name=full_name,
        birth_date=birth_date,
        sex=sex,
        citizen=citizen,
        phones=read_phones(command.phones),
        reason=command.passing,
        document=read_needed(command.document, LONGEST, DocumentMissing),
        clerk_name=clerk.name,
        approved_by=approver.id,
        approver=approver.name,
    )


def _read_citizen(
    command: SucceedCustomer, uow: UnitOfWork, stored: StoredCustomer
) -> Citizen | None:
    citizen = read_citizen(command.citizen, here(uow.connection).lookup_key)
    owner = citizen and customer_by_citizen(uow.connection, citizen.lookup)
    if owner and owner.uid != stored.uid:
        raise CitizenTaken(number=grouped(owner.number))
    return citizen
