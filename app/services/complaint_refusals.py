"""Why a complaint cannot be recorded as it was filled in; each names its field."""

from dataclasses import dataclass
from typing import ClassVar

from app.errors import UserError
from app.services.entering import TextUnusable


@dataclass(eq=False)
class ComplaintTypeUnknown(UserError):
    code: ClassVar[str] = "complaint.type_unknown"
    field: ClassVar[str] = "complaint_type"


@dataclass(eq=False)
class ComplainantRoleUnknown(UserError):
    code: ClassVar[str] = "complaint.role_unknown"
    field: ClassVar[str] = "role"


@dataclass(eq=False)
class ComplaintItem(UserError):
    """A number that no item can have: it was misread."""

    code: ClassVar[str] = "complaint.item"
    field: ClassVar[str] = "item"
    reason: str


@dataclass(eq=False)
class NotAParty(UserError):
    """The name is not the sender's (or addressee's) of this item; ``party`` is that name."""

    code: ClassVar[str] = "complaint.not_a_party"
    field: ClassVar[str] = "name"
    party: str


@dataclass(eq=False)
class AuthorityMissing(TextUnusable):
    """A representative without a paper that says so."""

    code: ClassVar[str] = "complaint.authority_missing"
    field: ClassVar[str] = "authority"


@dataclass(eq=False)
class ComplainantName(UserError):
    code: ClassVar[str] = "complaint.name"
    field: ClassVar[str] = "name"
    reason: str


@dataclass(eq=False)
class ComplainantPhone(UserError):
    code: ClassVar[str] = "complaint.phone"
    field: ClassVar[str] = "phone"
    reason: str


@dataclass(eq=False)
class ContactMissing(UserError):
    """Neither phone nor address: the answer could not be sent."""

    code: ClassVar[str] = "complaint.contact_missing"
    field: ClassVar[str] = "phone"


@dataclass(eq=False)
class AddressUnusable(TextUnusable):
    code: ClassVar[str] = "complaint.address_unusable"
    field: ClassVar[str] = "address"


@dataclass(eq=False)
class FactsUnusable(TextUnusable):
    """Empty counts too: nothing can be looked into without them."""

    code: ClassVar[str] = "complaint.facts_unusable"
    field: ClassVar[str] = "facts"


@dataclass(eq=False)
class RemedyUnusable(TextUnusable):
    code: ClassVar[str] = "complaint.remedy_unusable"
    field: ClassVar[str] = "remedy"


@dataclass(eq=False)
class DeliveryDayImpossible(UserError):
    """In the future, or before the item was accepted."""

    code: ClassVar[str] = "complaint.delivery_day"
    field: ClassVar[str] = "delivered_on"
