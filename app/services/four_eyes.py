"""A second pair of eyes: someone who holds the right stands by it with code and PIN.

The approver holds the act itself, whoever is signed in. Two rules, chosen by the caller:

- *The right* (a void after printing, a correction, money given back, an accepted difference): who
  lacks the right needs someone who has it. A supervisor who works the counter alone approves with
  the own PIN; both names stand in the entry, so that a report can show who approved themselves.
- *Two people* (``other_than``): nobody approves the own act, whatever the role. A correction of a
  closed shift asks for this.

Wrong PINs count towards the approver's lock exactly as they do at sign-in.
"""

from dataclasses import dataclass, field
from typing import ClassVar

from app.domain.identities import Clerk
from app.errors import UserError
from app.services.permissions import Act, may
from app.services.signing_in import sign_in
from app.store.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class Approval:
    """What the approver typed: the code of the sign-in page and its PIN."""

    code: str
    pin: str = field(repr=False)


@dataclass(eq=False)
class ApprovalMissing(UserError):
    """The act needs an approver and none was named."""

    code: ClassVar[str] = "four_eyes.missing"
    field: ClassVar[str] = "approver"


@dataclass(eq=False)
class ApproverLacksRight(UserError):
    """The PIN was right; the person may not approve this."""

    code: ClassVar[str] = "four_eyes.lacks_right"
    field: ClassVar[str] = "approver"
    name: str


@dataclass(eq=False)
class ApproverIsActor(UserError):
    """Two people are asked for, and the same one stood for both."""

    code: ClassVar[str] = "four_eyes.same_person"
    field: ClassVar[str] = "approver"
    name: str


def approved_by(
    approval: Approval, act: Act, uow: UnitOfWork, *, other_than: Clerk | None = None
) -> Clerk:
    """Who approved ``act``. Call it before the ``with`` block of the use case.

    It takes a transaction of its own, so that a wrong PIN is counted although the act is refused.
    Raises ApprovalMissing, UnknownClerk, PinMissing, WrongPin, LockedOut, ApproverLacksRight,
    ApproverIsActor.
    """
    if not approval.code.strip():
        raise ApprovalMissing
    approver = sign_in(approval.code, approval.pin, uow)
    if not may(approver, act):
        raise ApproverLacksRight(name=approver.name)
    if other_than is not None and approver.id == other_than.id:
        raise ApproverIsActor(name=approver.name)
    return approver
