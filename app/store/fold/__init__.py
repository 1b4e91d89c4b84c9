"""Entries become rows: one function per kind, the same code at the counter and at headquarters.

A fold reads nothing but the entry and the rows before it. Replaying a journal into an empty store
therefore gives the same rows, and ``tem verify`` does exactly that.
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from app.journal.appending import check_balanced, read_body
from app.journal.entry import Entry
from app.journal.kinds.adjustments import ShipmentCorrected, ShipmentVoided
from app.journal.kinds.body import Body
from app.journal.kinds.complaints import (
    ComplaintClosed,
    ComplaintCompensated,
    ComplaintDecided,
    ComplaintErased,
    ComplaintInvestigated,
    ComplaintNoted,
    ComplaintReceived,
    ComplaintReopened,
    ComplaintStated,
    EvidenceAdded,
)
from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.consents import CardIssued, CardsRevoked, ConsentGiven, ConsentWithdrawn
from app.journal.kinds.customers import CustomerEdited, CustomerErased, CustomerRegistered
from app.journal.kinds.documents import DocumentCopied
from app.journal.kinds.holders import (
    CustomersMerged,
    CustomerSucceeded,
    CustomersUnmerged,
    PairUnmerged,
    StandingSet,
)
from app.journal.kinds.labels import LabelsReceived
from app.journal.kinds.money import (
    AccountAgreed,
    CashPaymentReceived,
    PaymentCollected,
    PaymentConfirmed,
    PaymentReceived,
    PaymentRefunded,
)
from app.journal.kinds.organisations import (
    AddressDropped,
    AddressNoted,
    CustomerLinked,
    CustomerUnlinked,
    OrganisationDescribed,
)
from app.journal.kinds.other_services import ServiceRecorded, ServiceVoided
from app.journal.kinds.shifts import (
    CashMoved,
    ShiftClosed,
    ShiftCorrected,
    ShiftCounted,
    ShiftOpened,
)
from app.journal.kinds.shipments import ShipmentAccepted
from app.journal.kinds.terminal import LeaseGranted, LeaseProved, TerminalEnrolled
from app.store.fold import (
    adjustments,
    cards,
    complaints,
    conflicts,
    customers,
    documents,
    holders,
    labels,
    merging,
    other_services,
    payments,
    relations,
    shifts,
    shipments,
    station,
)

# The value's third argument is the key's own type, which no dictionary type can say.
FOLDS: dict[type[Body], Callable[[sa.Connection, Entry, Any], None]] = {
    TerminalEnrolled: station.terminal_enrolled,
    LeaseGranted: station.lease_granted,
    LeaseProved: station.lease_granted,
    CustomerRegistered: customers.customer_registered,
    CustomerEdited: customers.customer_edited,
    CustomerErased: customers.customer_erased,
    OrganisationDescribed: relations.organisation_described,
    CustomerLinked: relations.customer_linked,
    CustomerUnlinked: relations.customer_unlinked,
    CustomerSucceeded: holders.customer_succeeded,
    StandingSet: holders.standing_set,
    CustomersMerged: merging.customers_merged,
    PairUnmerged: merging.pair_unmerged,
    CustomersUnmerged: merging.customers_unmerged,
    ShipmentAccepted: shipments.shipment_accepted,
    LabelsReceived: labels.labels_received,
    ShipmentVoided: adjustments.shipment_voided,
    ShipmentCorrected: adjustments.shipment_corrected,
    ServiceRecorded: other_services.service_recorded,
    ServiceVoided: other_services.service_voided,
    CashPaymentReceived: payments.cash_payment_received,
    PaymentReceived: payments.payment_received,
    PaymentRefunded: adjustments.payment_refunded,
    PaymentConfirmed: payments.payment_confirmed,
    AccountAgreed: payments.account_agreed,
    PaymentCollected: adjustments.payment_collected,
    DocumentCopied: documents.document_copied,
    ShiftOpened: shifts.shift_opened,
    CashMoved: shifts.cash_moved,
    ShiftCounted: shifts.shift_counted,
    ShiftClosed: shifts.shift_closed,
    ShiftCorrected: shifts.shift_corrected,
    ConsentGiven: relations.consent_given,
    ConsentWithdrawn: relations.consent_withdrawn,
    CardIssued: cards.card_issued,
    CardsRevoked: cards.cards_revoked,
    AddressNoted: relations.address_noted,
    AddressDropped: relations.address_dropped,
    ComplaintReceived: complaints.complaint_received,
    ComplaintStated: complaints.complaint_stated,
    EvidenceAdded: complaints.evidence_added,
    ComplaintInvestigated: complaints.complaint_investigated,
    ComplaintDecided: complaints.complaint_decided,
    ComplaintClosed: complaints.complaint_closed,
    ComplaintReopened: complaints.complaint_reopened,
    ComplaintCompensated: complaints.complaint_compensated,
    ComplaintNoted: complaints.complaint_noted,
    ComplaintErased: complaints.complaint_erased,
    ConflictSettled: conflicts.conflict_settled,
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
