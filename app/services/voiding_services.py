"""Use case: take a service of another system back the day it was recorded."""

from app.domain import accounts
from app.domain.identities import Clerk
from app.journal.kinds.body import Posting
from app.journal.kinds.money import PaymentCollected, PaymentPart, PaymentRefunded
from app.journal.kinds.other_services import ServiceRecorded, ServiceVoided
from app.services.adjusting import Adjusting, Asked, begin, cash_of, check_refund_method, refund
from app.services.commands import booked_body
from app.services.four_eyes import approved_by
from app.services.paying import legs
from app.services.permissions import Act, require
from app.services.shifts import shift_facts
from app.services.voiding import DayIsOver, NothingLeft, VoidedShipments, VoidShipments
from app.store.adjustments import parts_of, service_by_number, service_recorded
from app.store.prints import Paper, owe
from app.store.sales import ReceiptUnknown
from app.store.uow import UnitOfWork

_PAYMENT = frozenset(
    {accounts.BASKET, accounts.DRAWER, accounts.TRANSFER_PENDING, accounts.TRANSFER_OWED}
)
_TAKES = {"cash": accounts.DRAWER, "pending": accounts.TRANSFER_OWED}


def void_service(command: VoidShipments, uow: UnitOfWork, clerk: Clerk) -> VoidedShipments:
    """Money that came goes back; money that went out is taken back in notes.

    Raises the refusals of ``approved_by`` and of ``begin``, DayIsOver, NothingLeft.
    """
    require(clerk, Act.RECORD_SERVICE)
    check_refund_method(command.refund)
    approver = approved_by(command.approval, Act.VOID_SHIPMENT, uow)
    with uow:
        if booked := uow.booked_by(command.command_id):
            last = booked[-1]
            if last.kind == PaymentCollected.NUMBER:
                return _answer(booked_body(last, PaymentCollected))
            return _answer(booked_body(last, PaymentRefunded))
        asked = Asked(command.code, command.reason, command.command_id)
        of = begin(uow, asked, clerk, approver)
        recorded = _recorded(of)
        settled = _settled(of, recorded.due_vnd, command.refund)
        facts = [*shift_facts(uow, clerk), _voided(of, recorded), settled]
        uow.record(facts, command_id=command.command_id, clerk=clerk.id)
        owe(uow.connection, [Paper("adjustment", of.number)], uow.now_ms)
        uow.commit()
    return _answer(settled)


def _recorded(of: Adjusting) -> ServiceRecorded:
    stored = service_by_number(of.uow.connection, of.receipt.number)
    if stored is None:
        raise ReceiptUnknown(receipt=of.receipt.number)
    if stored.status != "recorded":
        raise NothingLeft(receipt=of.receipt.number)
    if not of.same_day:
        raise DayIsOver(receipt=of.receipt.number)
    body = service_recorded(of.uow.connection, of.receipt.number)
    assert body is not None, "a stored service keeps its body"
    return body


def _voided(of: Adjusting, recorded: ServiceRecorded) -> ServiceVoided:
    """What it had booked but for the money itself, the other way round."""
    owed = [leg for leg in recorded.postings if not _moves_money(leg)]
    return ServiceVoided(
        number=of.number,
        receipt=of.receipt.number,
        customer_uid=of.receipt.customer_uid,
        reason=of.reason,
        clerk_name=of.clerk.name,
        approver=of.approver.id,
        approver_name=of.approver.name,
        postings=[
            *legs((accounts.BASKET, -recorded.due_vnd)),
            *(Posting(leg.account, -leg.amount_vnd) for leg in owed),
        ],
    )


def _moves_money(leg: Posting) -> bool:
    """Whether a leg is the payment itself: notes, transfers, a debt that grew."""
    if leg.account == accounts.RECEIVABLE:
        return leg.amount_vnd > 0
    return leg.account in _PAYMENT


def _settled(of: Adjusting, due_vnd: int, method: str) -> PaymentRefunded | PaymentCollected:
    if due_vnd >= 0:
        return refund(of, "void", [], due_vnd, method)
    parts = _taken_back(of, -due_vnd)
    return PaymentCollected(
        number=of.number,
        receipt=of.receipt.number,
        customer_uid=of.receipt.customer_uid,
        what="void",
        items=[],
        amount_vnd=-due_vnd,
        parts=parts,
        reason=of.reason,
        clerk_name=of.clerk.name,
        counter=of.counter,
        approver=of.approver.id,
        approver_name=of.approver.name,
        postings=legs(
            (accounts.BASKET, due_vnd),
            *((_TAKES[part.method], part.amount_vnd) for part in parts),
        ),
        tendered_vnd=-due_vnd,
        change_vnd=0,
    )


def _taken_back(of: Adjusting, amount_vnd: int) -> list[PaymentPart]:
    """What was never sent is not owed any more; the rest comes back in notes."""
    parts: list[PaymentPart] = []
    left_vnd = amount_vnd
    for part in parts_of(of.uow.connection, of.receipt.number):
        if taken_vnd := min(left_vnd, max(0, -part.open_vnd)):
            parts.append(PaymentPart(method="pending", amount_vnd=taken_vnd, of=part.subject))
            left_vnd -= taken_vnd
    if left_vnd:
        parts.append(PaymentPart(method="cash", amount_vnd=left_vnd))
    return parts


def _answer(body: PaymentRefunded | PaymentCollected) -> VoidedShipments:
    sign = 1 if isinstance(body, PaymentRefunded) else -1
    return VoidedShipments(
        slip=body.number,
        receipt=body.receipt,
        what=body.what,
        items=(),
        refunded_vnd=sign * body.amount_vnd,
        cash_vnd=sign * cash_of(body),
        transfer_vnd=sum(part.amount_vnd for part in body.parts if part.method == "transfer"),
        approver_name=body.approver_name,
    )
