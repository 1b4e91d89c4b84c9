"""Use case: take printed items back the day they were taken in, or give their price back later."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain import accounts
from app.domain.discretion import discreet
from app.domain.identities import Clerk
from app.domain.item_code import WrongItemCode, parse_item_code
from app.errors import UserError
from app.journal.kinds.adjustments import ShipmentVoided
from app.journal.kinds.money import PaymentRefunded
from app.services.adjusting import (
    Adjusting,
    Asked,
    ItemNotHere,
    begin,
    cash_of,
    check_refund_method,
    check_status,
    debtor_of,
    owing_legs,
    refund,
)
from app.services.commands import CommandIdTaken, booked_body
from app.services.four_eyes import Approval, approved_by
from app.services.permissions import Act, require
from app.services.shifts import shift_facts
from app.store.adjustments import codes_of, current_item, status_of
from app.store.prints import Paper, owe
from app.store.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class VoidShipments:
    """``code`` names a receipt (all that is left of it) or one item; ``items`` name several.

    ``later``: the day is over, so that nothing is undone, only the price given back.
    """

    command_id: bytes
    code: str
    reason: str
    approval: Approval
    items: tuple[str, ...] = ()
    refund: str = "cash"
    later: bool = False


@dataclass(frozen=True, slots=True)
class VoidedShipments:
    """``refunded_vnd`` is the whole; ``cash_vnd`` of it goes out of the drawer now."""

    slip: str
    receipt: str
    what: str
    items: tuple[str, ...]
    refunded_vnd: int
    cash_vnd: int
    transfer_vnd: int
    approver_name: str


@dataclass(eq=False)
class DayIsOver(UserError):
    """A void undoes what was done today; what is older is refunded by an entry of its own."""

    code: ClassVar[str] = "voiding.day_is_over"
    receipt: str


@dataclass(eq=False)
class DayNotOver(UserError):
    """The receipt is of today: it is voided, so that its sale does not count."""

    code: ClassVar[str] = "voiding.day_not_over"
    receipt: str


@dataclass(eq=False)
class NothingLeft(UserError):
    """Every item of the receipt was voided or given up before."""

    code: ClassVar[str] = "voiding.nothing_left"
    receipt: str


def void_shipments(command: VoidShipments, uow: UnitOfWork, clerk: Clerk) -> VoidedShipments:
    """Take items back with their money and print the slip; numbers are never given out again.

    Raises the refusals of ``approved_by`` and of ``app.services.adjusting``, DayIsOver,
    DayNotOver, NothingLeft, CommandIdTaken.
    """
    require(clerk, Act.ACCEPT_SHIPMENTS)
    check_refund_method(command.refund)
    approver = approved_by(command.approval, Act.VOID_SHIPMENT, uow)
    with uow:
        if booked := uow.booked_by(command.command_id):
            return _answer(booked_body(booked[-1], PaymentRefunded), command)
        asked = Asked(command.code, command.reason, command.command_id)
        of = begin(uow, asked, clerk, approver)
        codes = _codes(of, command)
        _check_day(of, later=command.later)
        what = "refund" if command.later else "void"
        voids = [_void(of, code, what) for code in codes]
        due_vnd = sum(
            leg.amount_vnd for v in voids for leg in v.postings if leg.account == accounts.BASKET
        )
        settled = refund(of, what, codes, -due_vnd, command.refund)
        facts = [*shift_facts(uow, clerk), *voids, settled]
        uow.record(facts, command_id=command.command_id, clerk=clerk.id)
        owe(uow.connection, [Paper("adjustment", of.number)], uow.now_ms)
        uow.commit()
    return _answer(settled, command)


def _codes(of: Adjusting, command: VoidShipments) -> list[str]:
    """The items meant. Raises ItemNotHere, ItemGone, ItemUnderway, NothingLeft."""
    receipt = of.receipt.number
    named = [_item(code, receipt) for code in command.items or _named_item(command.code)]
    for code in named:
        check_status(code, status_of(of.uow.connection, code), receipt)
    standing = codes_of(of.uow.connection, receipt)
    if any(code not in dict(standing) for code in named):
        raise ItemNotHere(item=command.items[0], receipt=receipt)
    if named:
        return list(dict.fromkeys(named))
    left = [(code, status) for code, status in standing if status not in {"voided", "refunded"}]
    if not left:
        raise NothingLeft(receipt=receipt)
    for code, status in left:
        check_status(code, status, receipt)
    return [code for code, _ in left]


def _named_item(code: str) -> tuple[str, ...]:
    """The item when ``code`` is one, nothing when it names a receipt."""
    try:
        return (parse_item_code(code).text,)
    except WrongItemCode:
        return ()


def _item(code: str, receipt: str) -> str:
    try:
        return parse_item_code(code).text
    except WrongItemCode as error:
        raise ItemNotHere(item=discreet(code), receipt=receipt) from error


def _check_day(of: Adjusting, *, later: bool) -> None:
    if later and of.same_day:
        raise DayNotOver(receipt=of.receipt.number)
    if not later and not of.same_day:
        raise DayIsOver(receipt=of.receipt.number)


def _void(of: Adjusting, code: str, what: str) -> ShipmentVoided:
    item = current_item(of.uow.connection, code)
    assert item is not None, "an item with a status stands in the store"
    return ShipmentVoided(
        number=of.number,
        code=code,
        receipt=of.receipt.number,
        customer_uid=of.receipt.customer_uid,
        reason=of.reason,
        clerk_name=of.clerk.name,
        approver=of.approver.id,
        approver_name=of.approver.name,
        postings=owing_legs(item, debtor_of(item), -1),
        what=what,
        total_vnd=item.total_vnd,
    )


def _answer(body: PaymentRefunded, command: VoidShipments) -> VoidedShipments:
    if body.what != ("refund" if command.later else "void"):
        raise CommandIdTaken
    return VoidedShipments(
        slip=body.number,
        receipt=body.receipt,
        what=body.what,
        items=tuple(body.items),
        refunded_vnd=body.amount_vnd,
        cash_vnd=cash_of(body),
        transfer_vnd=sum(part.amount_vnd for part in body.parts if part.method == "transfer"),
        approver_name=body.approver_name,
    )
