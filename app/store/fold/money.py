"""Folding money: every leg becomes a row, and a receipt comes with the papers it owes."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from app.domain.proof import proof_code
from app.journal.entry import CLOCK_BEHIND, CLOCK_FAR_OFF, Entry
from app.journal.kinds.body import Posting
from app.journal.kinds.money import AnyPaymentReceived
from app.store.fold.labels import labels_to_print
from app.store.fold.numbers import use_number
from app.store.prepared import Adding
from app.store.tables.shipments import document, posting, receipt

_BOOK = Adding(posting)
_RECEIVE = Adding(receipt)
_PRINT = Adding(document)


class Issued(msgspec.Struct, frozen=True):
    """A receipt as the entry that gives it out says; ``papers`` are kind and subject of each."""

    number: str
    customer_uid: bytes
    clerk_name: str
    counter: str
    method: str
    due_vnd: int
    tendered_vnd: int
    change_vnd: int
    papers: Sequence[tuple[str, str]]


def book_postings(connection: sa.Connection, entry: Entry, legs: Sequence[Posting]) -> None:
    """Store the legs of one entry under their place in it."""
    rows = [
        {
            "seq": entry.seq,
            "leg": place,
            "txn_id": entry.txn_id,
            "account": leg.account,
            "amount_vnd": leg.amount_vnd,
        }
        for place, leg in enumerate(legs)
    ]
    _BOOK.add(connection, *rows)


def receipt_issued(connection: sa.Connection, entry: Entry, body: AnyPaymentReceived) -> None:
    """The receipt of a payment, and the labels of its items."""
    papers = [("receipt", body.receipt), *labels_to_print(connection, body.items)]
    issued = Issued(
        number=body.receipt,
        customer_uid=body.customer_uid,
        clerk_name=body.clerk_name,
        counter=body.counter,
        method=body.method,
        due_vnd=body.due_vnd,
        tendered_vnd=body.tendered_vnd,
        change_vnd=body.change_vnd,
        papers=papers,
    )
    issue(connection, entry, issued)


def issue(connection: sa.Connection, entry: Entry, issued: Issued) -> None:
    """The receipt, with the proof code that its hash gives, and its documents to print."""
    _RECEIVE.add(
        connection,
        {
            "number": issued.number,
            "proof": proof_code(entry.hash),
            "customer_uid": issued.customer_uid,
            "accepted_ms": entry.wall_ms,
            "clock_flags": entry.flags & (CLOCK_BEHIND | CLOCK_FAR_OFF),
            "clerk": entry.clerk,
            "clerk_name": issued.clerk_name,
            "counter": issued.counter,
            "method": issued.method,
            "due_vnd": issued.due_vnd,
            "tendered_vnd": issued.tendered_vnd,
            "change_vnd": issued.change_vnd,
            "seq": entry.seq,
        },
    )
    papers = [
        {
            "kind": kind,
            "subject": subject,
            "copy": 0,
            "receipt": issued.number,
            "asked_ms": entry.wall_ms,
            "clerk_name": issued.clerk_name,
            "seq": entry.seq,
        }
        for kind, subject in issued.papers
    ]
    _PRINT.add(connection, *papers)
    prefix, _, serial = issued.number.rpartition("-")
    use_number(connection, "receipt", prefix, int(serial), issued.number)
