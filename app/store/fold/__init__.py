"""Entries become rows: one function per kind, the same code at the counter and at headquarters.

A fold reads nothing but the entry and the rows before it. Replaying a journal into an empty store
therefore gives the same rows, and ``tem verify`` does exactly that.
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from app.journal.appending import check_balanced, read_body
from app.journal.entry import Entry
from app.journal.kinds.body import Body
from app.journal.kinds.customers import CustomerEdited, CustomerErased, CustomerRegistered
from app.journal.kinds.documents import DocumentCopied
from app.journal.kinds.labels import LabelsReceived
from app.journal.kinds.money import PaymentReceived
from app.journal.kinds.shipments import ShipmentAccepted
from app.journal.kinds.terminal import LeaseGranted, TerminalEnrolled
from app.store.fold import customers, documents, labels, money, shipments, station

# The value's third argument is the key's own type, which no dictionary type can say.
FOLDS: dict[type[Body], Callable[[sa.Connection, Entry, Any], None]] = {
    TerminalEnrolled: station.terminal_enrolled,
    LeaseGranted: station.lease_granted,
    CustomerRegistered: customers.customer_registered,
    CustomerEdited: customers.customer_edited,
    CustomerErased: customers.customer_erased,
    ShipmentAccepted: shipments.shipment_accepted,
    LabelsReceived: labels.labels_received,
    PaymentReceived: money.payment_received,
    DocumentCopied: documents.document_copied,
}


def fold(connection: sa.Connection, entry: Entry) -> None:
    """Apply one entry. Erased bodies and kinds not known here change nothing.

    Raises PostingsUnbalanced: money is checked here again, whoever wrote the entry.
    """
    body = read_body(entry)
    if body is not None:
        fold_body(connection, entry, body)


def fold_body(connection: sa.Connection, entry: Entry, body: Body) -> None:
    """Apply an entry whose body was read already; sequences in it are as the rows have them."""
    check_balanced(body)
    FOLDS[type(body)](connection, entry, body)
