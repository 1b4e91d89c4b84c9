"""Use cases on evidence: add a file to a case, and erase what a case says of people."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

import sqlalchemy as sa

from app.clock import local, utc
from app.domain.complaints import CaseState
from app.domain.evidence import EvidenceFile, evidence_file
from app.domain.identities import Clerk
from app.errors import UserError
from app.ids import new_id
from app.journal.kinds.complaints import ComplaintErased, EvidenceAdded
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import ReasonUnusable, read_needed
from app.services.permissions import Act, require
from app.store.cases_heard import forget_case_words
from app.store.complaints import (
    COMPLAINTS,
    StoredComplaint,
    complaint_by_number,
    evidence_of,
    stored_complaint,
    words_of,
)
from app.store.origins import is_foreign
from app.store.tables.complaints import complaint, complaint_evidence
from app.store.uow import UnitOfWork
from app.store.vault import Vault, read_chosen

LONGEST_REASON = 300
MOST_FILES = 30

RETENTION = timedelta(days=365)
"""How long after its close a case keeps the words about people. Inferred («suy luận»), not law: the
same year for which a sender stays known."""


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """``file`` lies wherever the clerk chose it."""

    command_id: bytes
    number: str
    file: Path


@dataclass(frozen=True, slots=True)
class EraseComplaint:
    """``reason`` is the request or decision that the erasure rests on."""

    command_id: bytes
    number: str
    reason: str


@dataclass(eq=False)
class TooManyFiles(UserError):
    code: ClassVar[str] = "evidence.too_many"
    field: ClassVar[str] = "evidence"
    limit: int = MOST_FILES


@dataclass(eq=False)
class CaseStillOpen(UserError):
    """Words that a case still needs are not erased."""

    code: ClassVar[str] = "complaint.still_open"
    number: str


@dataclass(eq=False)
class CaseRetentionRuns(UserError):
    """``until`` is the first day on which the words of this case may go."""

    code: ClassVar[str] = "complaint.retention_runs"
    number: str
    until: str


@dataclass(eq=False)
class CaseOfAnotherCounter(UserError):
    """What was said stands in another writer's books; it is erased where the case was received."""

    code: ClassVar[str] = "complaint.of_another_counter"
    number: str


@dataclass(eq=False)
class NothingToErase(UserError):
    """The words of this case went before."""

    code: ClassVar[str] = "complaint.nothing_to_erase"
    number: str


def check_evidence(file: Path) -> EvidenceFile:
    """Whether a chosen file could be added. Raises what ``add_evidence`` would."""
    return evidence_file(file.name, read_chosen(file))


def add_evidence(command: AddEvidence, uow: UnitOfWork, vault: Vault, clerk: Clerk) -> EvidenceFile:
    """Seal the file in the home and put its hash into the journal, in this order.

    Raises ComplaintUnknown, WrongComplaintNumber, TooManyFiles, CommandIdTaken, EvidenceTooLarge,
    EvidenceEmpty, EvidenceOtherKind, EvidenceUnreadable, HomeUnwritable.
    """
    require(clerk, Act.HANDLE_COMPLAINTS)
    with uow:
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], EvidenceAdded)
            if before.number != complaint_by_number(uow.connection, command.number).number:
                raise CommandIdTaken
            return EvidenceFile(before.name, before.media, before.size)
        number = complaint_by_number(uow.connection, command.number).number
        _check_count(uow.connection, number)
        content = read_chosen(command.file)
        seen = evidence_file(command.file.name, content)
        evidence = new_id(uow.now_ms)
        vault.keep(evidence, content)
        fact = EvidenceAdded(
            number=number,
            evidence=evidence,
            name=seen.name,
            media=seen.media,
            size=seen.size,
            sha256=sha256(content).digest(),
            clerk_name=clerk.name,
        )
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return seen


def erase_complaint(command: EraseComplaint, uow: UnitOfWork, vault: Vault, clerk: Clerk) -> int:
    """Take away what a closed case says of people: how many entries lost their words.

    Raises NotPermitted (supervisors only), ReasonUnusable, ComplaintUnknown, CaseStillOpen,
    CaseOfAnotherCounter, CaseRetentionRuns, NothingToErase, CommandIdTaken.
    """
    require(clerk, Act.ERASE_COMPLAINT)
    reason = read_needed(command.reason, LONGEST_REASON, ReasonUnusable)
    with uow:
        if booked := uow.booked_by(command.command_id):
            return len(booked_body(booked[0], ComplaintErased).seqs)
        stored = complaint_by_number(uow.connection, command.number)
        if is_foreign(stored.seq):
            raise CaseOfAnotherCounter(number=stored.number)
        fact = erasure_of(uow, stored, reason)
        if not fact.seqs:
            raise NothingToErase(number=stored.number)
        gone = [each.evidence for each in evidence_of(uow.connection, stored.number)]
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.erase_bodies(fact.seqs)
        forget_case_words(uow.connection, [stored.number])
        vault.drop(gone)  # before the commit: what is erased by law never outlives its row
        uow.commit()
    return len(fact.seqs)


def erasures_of_customer(uow: UnitOfWork, uid: bytes, reason: str) -> list[ComplaintErased]:
    """What goes with a customer: the words of every case in which they were the complainant.

    Raises CaseStillOpen and CaseRetentionRuns: a case that is needed holds the erasure back.
    """
    query = COMPLAINTS.where(complaint.c.customer_uid == uid).order_by(complaint.c.seq)
    cases = [stored_complaint(row) for row in uow.connection.execute(query)]
    found = [(stored, erasure_of(uow, stored, reason)) for stored in cases]
    return [fact for stored, fact in found if fact.seqs and not is_foreign(stored.seq)]


def erasure_of(uow: UnitOfWork, stored: StoredComplaint, reason: str) -> ComplaintErased:
    """The fact for one case. Raises CaseStillOpen and CaseRetentionRuns."""
    if stored.stands is not CaseState.CLOSED:
        raise CaseStillOpen(number=stored.number)
    until = utc(stored.changed_ms) + RETENTION
    if utc(uow.now_ms) < until:
        raise CaseRetentionRuns(number=stored.number, until=f"{local(until):%d/%m/%Y}")
    return ComplaintErased(
        number=stored.number, seqs=words_of(uow.connection, stored.number), reason=reason
    )


def _check_count(connection: sa.Connection, number: str) -> None:
    counted = sa.select(sa.func.count()).where(complaint_evidence.c.complaint == number)
    if connection.execute(counted).scalar_one() >= MOST_FILES:
        raise TooManyFiles
