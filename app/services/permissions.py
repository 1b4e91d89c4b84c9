"""What a person may do: looked up by role, asked for at the head of every use case."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.identities import Clerk, Role
from app.errors import UserError


class Act(StrEnum):
    """Everything that is done in someone's name."""

    REGISTER_CUSTOMER = "register_customer"
    EDIT_CUSTOMER = "edit_customer"
    ERASE_CUSTOMER = "erase_customer"
    ACCEPT_SHIPMENTS = "accept_shipments"
    COPY_DOCUMENTS = "copy_documents"
    SETTLE_PRINT = "settle_print"
    VOID_SHIPMENT = "void_shipment"
    CORRECT_SHIPMENT = "correct_shipment"
    RECORD_SERVICE = "record_service"
    CONFIRM_PAYMENT = "confirm_payment"
    AGREE_ACCOUNT = "agree_account"
    OPEN_SHIFT = "open_shift"
    MOVE_CASH = "move_cash"
    CLOSE_SHIFT = "close_shift"
    SEE_DRAWER = "see_drawer"
    CORRECT_SHIFT = "correct_shift"
    WITNESS_CORRECTION = "witness_correction"
    AGREE_DIFFERENCE = "agree_difference"
    HANDLE_COMPLAINTS = "handle_complaints"
    DECIDE_COMPLAINT = "decide_complaint"
    PAY_COMPENSATION = "pay_compensation"
    ERASE_COMPLAINT = "erase_complaint"
    RECEIVE_LABELS = "receive_labels"
    SUCCEED_CUSTOMER = "succeed_customer"
    MERGE_CUSTOMERS = "merge_customers"
    SETTLE_CONFLICT = "settle_conflict"
    RECORD_CONSENT = "record_consent"
    ISSUE_CARD = "issue_card"
    REVEAL_DATA = "reveal_data"
    SEE_ACCESS_LOG = "see_access_log"
    CHOOSE_DEVICES = "choose_devices"
    REPORT_DAY = "report_day"


_OF_EVERY_CLERK = frozenset(Act) - {
    Act.VOID_SHIPMENT,
    Act.CORRECT_SHIPMENT,
    Act.AGREE_ACCOUNT,
    Act.SEE_DRAWER,
    Act.CORRECT_SHIFT,
    Act.AGREE_DIFFERENCE,
    Act.DECIDE_COMPLAINT,
    Act.ERASE_COMPLAINT,
    Act.PAY_COMPENSATION,
    Act.RECEIVE_LABELS,
    Act.CHOOSE_DEVICES,
    Act.REPORT_DAY,
    Act.ERASE_CUSTOMER,
    Act.SUCCEED_CUSTOMER,
    Act.MERGE_CUSTOMERS,
    Act.SETTLE_CONFLICT,
    Act.SEE_ACCESS_LOG,
}

ALLOWED: dict[Role, frozenset[Act]] = {
    Role.CLERK: _OF_EVERY_CLERK,
    Role.SUPERVISOR: frozenset(Act),
}


@dataclass(eq=False)
class NotPermitted(UserError):
    """The signed-in person's role does not reach this far."""

    code: ClassVar[str] = "permission.supervisor_only"


def may(clerk: Clerk, act: Act) -> bool:
    """Whether ``clerk`` may do it; screens ask this to grey a key, services ``require`` it."""
    return act in ALLOWED[clerk.role]


def require(clerk: Clerk, act: Act) -> None:
    """Raises NotPermitted."""
    if not may(clerk, act):
        raise NotPermitted
