"""Use cases on paper: ask for marked copies, and say what became of a doubtful print."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.domain.complaint_number import looks_like_complaint
from app.domain.identities import Clerk
from app.errors import UserError
from app.journal.kinds.documents import DocumentCopied
from app.services.commands import CommandIdTaken, booked_body
from app.services.permissions import Act, require
from app.store.adjustments import GONE, adjustments_of, codes_of, service_by_number
from app.store.complaints import complaint_by_number
from app.store.drawer import correction_number, corrections_of, is_closed_shift
from app.store.labels import is_on_a_roll
from app.store.prints import Paper, owe, paper_of
from app.store.sales import ReceiptUnknown, receipt_by_number
from app.store.tables.prints import print_job
from app.store.tables.shipments import document
from app.store.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class ReprintDocuments:
    """A marked copy of the receipt and of each of its labels."""

    command_id: bytes
    receipt: str


@dataclass(frozen=True, slots=True)
class ReprintedDocuments:
    """``papers`` wait for a printer now, each with the number of its copy."""

    receipt: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class SettlePrint:
    """The clerk's word on a document that may have come out: it did, or it did not."""

    command_id: bytes
    job: int
    on_paper: bool


@dataclass(eq=False)
class PrintJobUnknown(UserError):
    """No such document waits or was printed here."""

    code: ClassVar[str] = "print.job_unknown"
    job: int


def reprint_documents(
    command: ReprintDocuments, uow: UnitOfWork, clerk: Clerk
) -> ReprintedDocuments:
    """Record and queue copies; each says which. Raises ReceiptUnknown and CommandIdTaken."""
    require(clerk, Act.COPY_DOCUMENTS)
    with uow:
        if booked := uow.booked_by(command.command_id):
            copies = [booked_body(entry, DocumentCopied) for entry in booked]
            if copies[0].receipt != command.receipt:
                raise CommandIdTaken
            return ReprintedDocuments(copies[0].receipt, _papers(copies))
        originals = _originals(uow.connection, command.receipt)
        copies = [_copy(uow, paper, command.receipt, clerk) for paper in originals]
        uow.record(copies, command_id=command.command_id, clerk=clerk.id)
        owe(uow.connection, _papers(copies), uow.now_ms)
        uow.commit()
    return ReprintedDocuments(command.receipt, _papers(copies))


def _originals(connection: sa.Connection, number: str) -> tuple[Paper, ...]:
    """The papers of a receipt or shift with its slips, of a complaint. Raises ReceiptUnknown.

    An item that was taken out needs no label any more.
    """
    if looks_like_complaint(number):
        return (Paper("complaint", complaint_by_number(connection, number).number),)
    if is_closed_shift(connection, number):
        return (Paper("shift", number), *_corrections(connection, number))
    if receipt_by_number(connection, number) is None:
        raise ReceiptUnknown(receipt=number)
    slips = [Paper("adjustment", slip.number) for slip in adjustments_of(connection, number)]
    if service_by_number(connection, number) is not None:
        return (Paper("service", number), *slips)
    labels = (
        Paper("label", code)
        for code, status in codes_of(connection, number)
        if status not in GONE and not is_on_a_roll(connection, code)
    )
    return (Paper("receipt", number), *labels, *slips)


def _corrections(connection: sa.Connection, shift: str) -> Iterable[Paper]:
    """Their slips, as far as any were made: the first books were corrected without."""
    slips = [
        correction_number(shift, position)
        for position in range(1, corrections_of(connection, shift) + 1)
    ]
    query = sa.select(document.c.subject).where(
        document.c.kind == "shift_correction", document.c.copy == 0, document.c.subject.in_(slips)
    )
    made = set(connection.scalars(query))
    return (Paper("shift_correction", slip) for slip in slips if slip in made)


def settle_print(command: SettlePrint, uow: UnitOfWork, clerk: Clerk) -> str:
    """Close a doubtful job; the number of its receipt.

    On paper: it counts as printed. Not on paper: the original is given up for lost, and a marked
    copy takes its place, because nobody can be sure that the original never turns up. A job that
    is in no doubt (any more) is left alone. Raises PrintJobUnknown.
    """
    require(clerk, Act.SETTLE_PRINT)
    with uow:
        job = _job(uow.connection, command.job)
        if job.state != "doubtful":
            return job.receipt
        _move(uow, command, "printed" if command.on_paper else "lost")
        if not command.on_paper:
            if uow.booked_by(command.command_id):
                raise CommandIdTaken
            copy = _copy(uow, paper_of(job.document, job.subject, 0), job.receipt, clerk)
            uow.record([copy], command_id=command.command_id, clerk=clerk.id)
            owe(uow.connection, _papers([copy]), uow.now_ms)
        uow.commit()
    return job.receipt


@dataclass(frozen=True, slots=True)
class _Job:
    document: str
    subject: str
    state: str
    receipt: str


def _job(connection: sa.Connection, job: int) -> _Job:
    of_job = (
        (document.c.kind == print_job.c.document)
        & (document.c.subject == print_job.c.subject)
        & (document.c.copy == print_job.c.copy)
    )
    columns = (print_job.c.document, print_job.c.subject, print_job.c.state, document.c.receipt)
    row = connection.execute(
        sa.select(*columns).join(document, of_job).where(print_job.c.id == job)
    ).one_or_none()
    if row is None:
        raise PrintJobUnknown(job=job)
    return _Job(*row)


def _move(uow: UnitOfWork, command: SettlePrint, state: str) -> None:
    uow.connection.execute(
        sa.update(print_job)
        .where(print_job.c.id == command.job)
        .values(state=state, changed_ms=uow.now_ms)
    )


def _copy(uow: UnitOfWork, paper: Paper, receipt: str, clerk: Clerk) -> DocumentCopied:
    """The next copy of one document."""
    newest = sa.select(sa.func.max(document.c.copy)).where(
        document.c.kind == paper.kind, document.c.subject == paper.subject
    )
    return DocumentCopied(
        document=paper.kind,
        subject=paper.subject,
        receipt=receipt,
        copy_number=uow.connection.execute(newest).scalar_one() + 1,
        clerk_name=clerk.name,
    )


def _papers(copies: Iterable[DocumentCopied]) -> tuple[Paper, ...]:
    return tuple(paper_of(each.document, each.subject, each.copy_number) for each in copies)
