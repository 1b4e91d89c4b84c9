"""Use cases on an open complaint: each names the state that it expects to find."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

import sqlalchemy as sa

from app.clock import local, utc
from app.domain.calendar import local_day
from app.domain.complaint_clock import due_day
from app.domain.complaints import FROM, CaseState, Step
from app.domain.identities import Clerk
from app.errors import UserError
from app.journal.entry import Entry
from app.journal.kinds.body import Body
from app.journal.kinds.complaints import (
    ComplaintClosed,
    ComplaintInvestigated,
    ComplaintNoted,
    ComplaintReopened,
)
from app.messages import text
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import TextUnusable, read_needed, read_text
from app.services.permissions import Act, require
from app.store.complaints import StoredComplaint, complaint_by_number
from app.store.reference import reference_book
from app.store.station import clerks
from app.store.uow import UnitOfWork

LONGEST_NOTE = 2000
_Fact = TypeVar("_Fact", bound=Body)


@dataclass(eq=False)
class CaseMovedOn(UserError):
    """Someone else was faster: the case does not stand where the page showed it."""

    code: ClassVar[str] = "complaint.moved_on"
    number: str
    state: str
    at: str


@dataclass(eq=False)
class StepNotAllowed(UserError):
    """The step cannot follow the state that the command itself names."""

    code: ClassVar[str] = "complaint.step_not_allowed"
    state: str


@dataclass(eq=False)
class CompensationUnpaid(UserError):
    """A case with money owed is not closed."""

    code: ClassVar[str] = "complaint.compensation_unpaid"
    compensation_vnd: int


@dataclass(eq=False)
class OwnerUnknown(UserError):
    code: ClassVar[str] = "complaint.owner_unknown"
    field: ClassVar[str] = "owner"


@dataclass(eq=False)
class CaseNoteUnusable(TextUnusable):
    code: ClassVar[str] = "complaint.note_unusable"
    field: ClassVar[str] = "note"


@dataclass(eq=False)
class ReopenReasonMissing(TextUnusable):
    code: ClassVar[str] = "complaint.reopen_reason"
    field: ClassVar[str] = "note"


@dataclass(frozen=True, slots=True, repr=False)
class TakeStep:
    """One step with a case. ``expects`` is the state that the page showed.

    ``owner`` is the code of who looks into it, "" for the clerk at the counter.
    """

    command_id: bytes
    number: str
    expects: str
    note: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class SteppedCase:
    """Where the case stands after the step."""

    number: str
    state: str


def investigate(command: TakeStep, uow: UnitOfWork, clerk: Clerk) -> SteppedCase:
    """Somebody takes the case on, or hands it over. Raises OwnerUnknown and those of ``begin``."""
    require(clerk, Act.HANDLE_COMPLAINTS)
    note = read_text(command.note, LONGEST_NOTE, CaseNoteUnusable)
    with uow:
        if uow.booked_by(command.command_id):
            return _before(uow, command, ComplaintInvestigated)
        stored = begin(uow.connection, Step.INVESTIGATE, command.number, command.expects)
        owner = _owner(uow.connection, command.owner, clerk)
        fact = ComplaintInvestigated(
            number=stored.number,
            was=stored.state,
            owner=owner.id,
            owner_name=owner.name,
            clerk_name=clerk.name,
        )
        facts = [fact, *noted(stored.number, Step.INVESTIGATE, note, clerk)]
        uow.record(facts, command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return SteppedCase(stored.number, CaseState.INVESTIGATING)


def close_complaint(command: TakeStep, uow: UnitOfWork, clerk: Clerk) -> SteppedCase:
    """The complainant was told. Raises CompensationUnpaid and those of ``begin``."""
    require(clerk, Act.HANDLE_COMPLAINTS)
    note = read_text(command.note, LONGEST_NOTE, CaseNoteUnusable)
    with uow:
        if uow.booked_by(command.command_id):
            return _before(uow, command, ComplaintClosed)
        stored = begin(uow.connection, Step.CLOSE, command.number, command.expects)
        if stored.compensation_vnd and not stored.paid_by:
            raise CompensationUnpaid(compensation_vnd=stored.compensation_vnd)
        fact = ComplaintClosed(number=stored.number, was=stored.state, clerk_name=clerk.name)
        facts = [fact, *noted(stored.number, Step.CLOSE, note, clerk)]
        uow.record(facts, command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return SteppedCase(stored.number, CaseState.CLOSED)


def reopen_complaint(command: TakeStep, uow: UnitOfWork, clerk: Clerk) -> SteppedCase:
    """The complainant disagrees: a new term begins today. Raises those of ``begin``."""
    require(clerk, Act.HANDLE_COMPLAINTS)
    note = read_needed(command.note, LONGEST_NOTE, ReopenReasonMissing)
    with uow:
        if uow.booked_by(command.command_id):
            return _before(uow, command, ComplaintReopened)
        stored = begin(uow.connection, Step.REOPEN, command.number, command.expects)
        today = local_day(utc(uow.now_ms))
        rules = reference_book(uow.connection, uow.now_ms).complaint_rules
        fact = ComplaintReopened(
            number=stored.number,
            was=stored.state,
            reopened_on=today.isoformat(),
            due_on=due_day(today, rules, international=stored.international).isoformat(),
            rules=rules.version,
            clerk_name=clerk.name,
        )
        facts = [fact, *noted(stored.number, Step.REOPEN, note, clerk)]
        uow.record(facts, command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return SteppedCase(stored.number, CaseState.REOPENED)


def begin(connection: sa.Connection, step: Step, number: str, expects: str) -> StoredComplaint:
    """The case, standing where the command expects it, from where the step may be taken.

    Raises ComplaintUnknown, WrongComplaintNumber, CaseMovedOn, StepNotAllowed.
    """
    stored = complaint_by_number(connection, number)
    state = text(f"complaint.state.{stored.state}")
    if stored.state != expects:
        changed = local(utc(stored.changed_ms))
        raise CaseMovedOn(number=stored.number, state=state, at=f"{changed:%H:%M %d/%m/%Y}")
    if stored.stands not in FROM[step]:
        raise StepNotAllowed(state=state)
    return stored


def noted(number: str, step: Step, words: str, clerk: Clerk) -> list[Body]:
    """The words that go with a step, in an entry of their own; none for none."""
    if not words:
        return []
    return [ComplaintNoted(number=number, step=step, words=words, clerk_name=clerk.name)]


def booked_step(booked: Sequence[Entry], kind: type[_Fact]) -> _Fact:
    """The step among the entries of an earlier press. Raises CommandIdTaken."""
    mine: Iterable[Entry] = (entry for entry in booked if entry.kind == kind.NUMBER)
    found = next(iter(mine), None)
    if found is None:
        raise CommandIdTaken
    return booked_body(found, kind)


def _before(
    uow: UnitOfWork,
    command: TakeStep,
    kind: type[ComplaintInvestigated | ComplaintClosed | ComplaintReopened],
) -> SteppedCase:
    """The same key pressed again: what it did the first time."""
    body = booked_step(uow.booked_by(command.command_id), kind)
    stored = complaint_by_number(uow.connection, command.number)
    if body.number != stored.number:
        raise CommandIdTaken
    return SteppedCase(stored.number, stored.state)


def _owner(connection: sa.Connection, code: str, clerk: Clerk) -> Clerk:
    if not code.strip():
        return clerk
    found = next((each for each in clerks(connection) if each.code == code.strip()), None)
    if found is None:
        raise OwnerUnknown
    return found
