"""Good rows of a file are booked chunk by chunk: one receipt each, all its rows or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import sqlalchemy as sa

from app.domain.bulk import CHUNK, CheckedRow
from app.domain.customer_number import parse_customer_number
from app.domain.identities import Clerk
from app.domain.reference.catalogue import Catalogue
from app.journal.appending import read_body
from app.journal.kinds.money import AnyPaymentReceived
from app.services.accepting import accept_shipments
from app.services.bulk.checking import draft_of
from app.services.shipments import AcceptedShipments, AcceptShipments
from app.store.books import transaction_of
from app.store.uow import UnitOfWork


@dataclass(frozen=True, slots=True, repr=False)
class BookChunk:
    """``chunk`` counts from 0; ``rows`` are the good ones of it, in their order.

    ``digest`` is of the file: the same chunk of the same file for the same customer books once.
    What is not transferred or put on account is paid in cash.
    """

    customer: str
    digest: bytes
    chunk: int
    rows: tuple[CheckedRow, ...]
    transfer_vnd: int = 0
    on_account_vnd: int = 0


def chunks_of(rows: Sequence[CheckedRow]) -> tuple[tuple[CheckedRow, ...], ...]:
    """By the rows' place in the file, good or not: a mended row stays in its chunk."""
    return tuple(tuple(rows[at : at + CHUNK]) for at in range(0, len(rows), CHUNK))


def chunk_command_id(customer: str, digest: bytes, chunk: int) -> bytes:
    """The same for the same chunk of the same file, whoever repeats it."""
    number = parse_customer_number(customer).encode()
    return sha256(b"tem/bulk" + number + digest + chunk.to_bytes(4, "big")).digest()[:16]


def file_transfer_id(customer: str, digest: bytes) -> bytes:
    """Gives one transfer for the whole file its words, on whatever receipts its parts stand."""
    number = parse_customer_number(customer).encode()
    return sha256(b"tem/bulk/transfer" + number + digest).digest()[:16]


def book_chunk(
    command: BookChunk, catalogue: Catalogue, uow: UnitOfWork, clerk: Clerk
) -> AcceptedShipments:
    """Raises what ``accept_shipments`` raises; then nothing of the chunk is booked."""
    due_vnd = sum(row.due_vnd for row in command.rows)
    basket = AcceptShipments(
        command_id=chunk_command_id(command.customer, command.digest, command.chunk),
        customer=command.customer,
        items=tuple(draft_of(row.entry, catalogue) for row in command.rows),
        tendered_vnd=max(0, due_vnd - command.transfer_vnd - command.on_account_vnd),
        transfer_vnd=command.transfer_vnd,
        on_account_vnd=command.on_account_vnd,
        transfer_id=file_transfer_id(command.customer, command.digest),
    )
    return accept_shipments(basket, uow, clerk)


def booked_receipts(
    connection: sa.Connection, customer: str, digest: bytes, chunks: int
) -> dict[int, str]:
    """Which chunks of the file are booked already, and under which receipt."""
    found = {}
    for chunk in range(chunks):
        booked = transaction_of(connection, chunk_command_id(customer, digest, chunk))
        bodies = [read_body(entry) for entry in booked]
        receipts = [body.receipt for body in bodies if isinstance(body, AnyPaymentReceived)]
        if receipts:
            found[chunk] = receipts[0]
    return found
