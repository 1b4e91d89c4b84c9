"""The registry of entry kinds: what an entry may say. Unknown kinds are kept, never guessed."""

from app.journal.kinds.adjustments import ShipmentCorrected, ShipmentVoided
from app.journal.kinds.body import Body, Posting
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

ALL: tuple[type[Body], ...] = (
    TerminalEnrolled,
    LeaseGranted,
    LeaseProved,
    CustomerRegistered,
    CustomerEdited,
    CustomerErased,
    OrganisationDescribed,
    CustomerLinked,
    CustomerUnlinked,
    CustomerSucceeded,
    StandingSet,
    CustomersMerged,
    PairUnmerged,
    CustomersUnmerged,
    ShipmentAccepted,
    LabelsReceived,
    ShipmentVoided,
    ShipmentCorrected,
    ServiceRecorded,
    ServiceVoided,
    CashPaymentReceived,
    PaymentReceived,
    PaymentRefunded,
    PaymentConfirmed,
    AccountAgreed,
    PaymentCollected,
    DocumentCopied,
    ShiftOpened,
    CashMoved,
    ShiftCounted,
    ShiftClosed,
    ShiftCorrected,
    ConsentGiven,
    ConsentWithdrawn,
    CardIssued,
    CardsRevoked,
    AddressNoted,
    AddressDropped,
    ComplaintReceived,
    ComplaintStated,
    EvidenceAdded,
    ComplaintInvestigated,
    ComplaintDecided,
    ComplaintClosed,
    ComplaintReopened,
    ComplaintCompensated,
    ComplaintNoted,
    ComplaintErased,
    ConflictSettled,
)

_BY_NUMBER = {(kind.NUMBER, kind.VERSION): kind for kind in ALL}


def body_type(number: int, version: int) -> type[Body] | None:
    """The type that reads a body of this kind and version; None for one not known here."""
    return _BY_NUMBER.get((number, version))


def name_of(number: int) -> str:
    """The dotted name for people; an unknown number is named by itself."""
    return next((kind.NAME for kind in ALL if number == kind.NUMBER), f"kind.{number}")


def postings_of(body: Body) -> list[Posting]:
    """The double entry inside a body; empty for kinds that move no money."""
    return list(getattr(body, "postings", []))
