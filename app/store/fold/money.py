"""Folding money: every leg becomes a row, and a payment its receipt with the paper it owes."""

from collections.abc import Sequence

import sqlalchemy as sa

from app.domain.proof import proof_code
from app.journal.entry import CLOCK_BEHIND, CLOCK_FAR_OFF, Entry
from app.journal.kinds.body import Posting
from app.journal.kinds.money import PaymentReceived
from app.store.fold.labels import labels_to_print
from app.store.fold.numbers import use_number
from app.store.tables.shipments import document, posting, receipt

_BOOK, _RECEIVE, _PRINT = sa.insert(posting), sa.insert(receipt), sa.insert(document)


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
    if rows:
        connection.execute(_BOOK, rows)


def payment_received(connection: sa.Connection, entry: Entry, body: PaymentReceived) -> None:
    """The receipt, with the proof code that its hash gives, and its documents to print."""
    connection.execute(
        _RECEIVE,
        {
            "number": body.receipt,
            "proof": proof_code(entry.hash),
            "customer_uid": body.customer_uid,
            "accepted_ms": entry.wall_ms,
            "clock_flags": entry.flags & (CLOCK_BEHIND | CLOCK_FAR_OFF),
            "clerk": entry.clerk,
            "clerk_name": body.clerk_name,
            "counter": body.counter,
            "method": body.method,
            "due_vnd": body.due_vnd,
            "tendered_vnd": body.tendered_vnd,
            "change_vnd": body.change_vnd,
            "seq": entry.seq,
        },
    )
    book_postings(connection, entry, body.postings)
    papers = [("receipt", body.receipt), *labels_to_print(connection, body.items)]
    connection.execute(
        _PRINT,
        [
            {
                "kind": kind,
                "subject": subject,
                "copy": 0,
                "receipt": body.receipt,
                "asked_ms": entry.wall_ms,
                "clerk_name": body.clerk_name,
                "seq": entry.seq,
            }
            for kind, subject in papers
        ],
    )
    prefix, _, serial = body.receipt.rpartition("-")
    use_number(connection, "receipt", prefix, int(serial), body.receipt)
