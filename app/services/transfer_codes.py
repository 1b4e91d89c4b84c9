"""Use case: print the VietQR code of a transfer that is awaited, as often as it is asked for."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.domain.discretion import discreet
from app.domain.identities import Clerk
from app.journal.kinds.documents import DocumentCopied
from app.services.commands import CommandIdTaken, booked_body
from app.services.confirming import NothingAwaited
from app.services.paying import check_bank_account
from app.services.permissions import Act, require
from app.store.adjustments import StoredPart, awaited_parts
from app.store.prints import Paper, owe
from app.store.tables.shipments import document
from app.store.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class PrintTransferCode:
    """``subject``: number of the receipt or slip whose transfer is awaited."""

    command_id: bytes
    subject: str


def print_transfer_code(command: PrintTransferCode, uow: UnitOfWork, clerk: Clerk) -> str:
    """Queue the paper; the number of the receipt. Raises NothingAwaited, TransferNotOffered."""
    require(clerk, Act.COPY_DOCUMENTS)
    with uow:
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[-1], DocumentCopied)
            if before.subject != command.subject:
                raise CommandIdTaken
            return before.receipt
        part = _awaited(uow, command.subject)
        check_bank_account(uow)
        fact = DocumentCopied(
            document="transfer_code",
            subject=part.subject,
            receipt=part.receipt,
            copy_number=_next(uow, part.subject),
            clerk_name=clerk.name,
        )
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        owe(
            uow.connection,
            [Paper("transfer_code", fact.subject, fact.copy_number)],
            uow.now_ms,
        )
        uow.commit()
    return fact.receipt


def _awaited(uow: UnitOfWork, subject: str) -> StoredPart:
    for part in awaited_parts(uow.connection):
        if part.subject == subject and part.open_vnd > 0:
            return part
    raise NothingAwaited(number=discreet(subject))


def _next(uow: UnitOfWork, subject: str) -> int:
    """The first asked for is the original: a code is no proof of anything."""
    newest = sa.select(sa.func.max(document.c.copy)).where(
        document.c.kind == "transfer_code", document.c.subject == subject
    )
    stands = uow.connection.scalar(newest)
    return 0 if stands is None else int(stands) + 1
