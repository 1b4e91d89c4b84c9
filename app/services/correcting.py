"""Use case: correct an item after printing, priced by the tariff of the day it was taken in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

import sqlalchemy as sa

from app.domain import accounts
from app.domain.discretion import discreet
from app.domain.identities import Clerk
from app.domain.item_code import WrongItemCode, parse_item_code
from app.domain.limits import Amounts, chosen_value_added
from app.errors import UserError
from app.journal.entry import Entry
from app.journal.kinds.adjustments import ShipmentCorrected, Terms
from app.journal.kinds.money import PaymentCollected, PaymentRefunded
from app.journal.kinds.shipments import Line, ShipmentAccepted
from app.services.adjusting import (
    Adjusting,
    Asked,
    ItemNotHere,
    begin,
    cash_of,
    check_refund_method,
    check_status,
    debtor_of,
    found_receipt,
    owing_legs,
    refund,
)
from app.services.commands import CommandIdTaken, booked_body
from app.services.four_eyes import Approval, approved_by
from app.services.paying import Payer, Tender, pay
from app.services.permissions import Act, require
from app.services.quoting import priced
from app.services.receiving import Receiver, read_receiver
from app.services.shifts import shift_facts
from app.services.shipments import ItemDraft
from app.store.adjustments import current_item, status_of, terms_of, with_terms
from app.store.prints import Paper, owe
from app.store.reference import reference_book
from app.store.sales import StoredReceipt
from app.store.uow import UnitOfWork

_ENTRIES = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be different; None keeps what stands."""

    service: str | None = None
    actual_g: int | None = None
    size_cm: tuple[int, int, int] | None = None
    receiver: Receiver | None = None


@dataclass(frozen=True, slots=True)
class CorrectShipment:
    """``tender`` pays what the item got dearer, ``refund`` says how to give back what is over."""

    command_id: bytes
    code: str
    wanted: Wanted
    reason: str
    approval: Approval
    tender: Tender = field(default_factory=Tender)
    refund: str = "cash"


@dataclass(frozen=True, slots=True)
class QuotedCorrection:
    """``difference_vnd``: to collect from the sender now; negative: to give back."""

    code: str
    was: Terms
    now: Terms
    difference_vnd: int


@dataclass(frozen=True, slots=True)
class CorrectedShipment:
    """``collected_vnd`` and ``refunded_vnd``: one of them is 0. ``cash_vnd`` goes out in notes."""

    slip: str
    receipt: str
    code: str
    collected_vnd: int
    refunded_vnd: int
    cash_vnd: int
    change_vnd: int
    approver_name: str


@dataclass(eq=False)
class NothingToCorrect(UserError):
    """What is wanted is what stands."""

    code: ClassVar[str] = "correcting.nothing"


def quote_correction(code: str, wanted: Wanted, connection: sa.Connection) -> QuotedCorrection:
    """What the correction would come to. Raises as ``correct_shipment`` does before it books."""
    receipt = found_receipt(connection, code)
    return _quoted(connection, receipt, code, wanted)[1]


def correct_shipment(command: CorrectShipment, uow: UnitOfWork, clerk: Clerk) -> CorrectedShipment:
    """Book the difference, print slip and label; the original entry and receipt stay as they are.

    Raises the refusals of ``approved_by``, of ``app.services.adjusting``, of ``pay`` and of the
    price, NothingToCorrect, CommandIdTaken.
    """
    require(clerk, Act.ACCEPT_SHIPMENTS)
    check_refund_method(command.refund)
    approver = approved_by(command.approval, Act.CORRECT_SHIPMENT, uow)
    with uow:
        if booked := uow.booked_by(command.command_id):
            return _booked_before(booked)
        asked = Asked(command.code, command.reason, command.command_id)
        of = begin(uow, asked, clerk, approver)
        correction = _correction(of, command)
        settled = _settled(of, correction, command)
        facts = [*shift_facts(uow, clerk), correction, settled]
        uow.record(facts, command_id=command.command_id, clerk=clerk.id)
        papers = [Paper("adjustment", of.number), Paper("corrected_label", of.number)]
        owe(uow.connection, papers, uow.now_ms)
        uow.commit()
    return _answer(correction, settled)


def _booked_before(booked: Sequence[Entry]) -> CorrectedShipment:
    """Raises CommandIdTaken when that was something else."""
    if len(booked) < _ENTRIES:
        raise CommandIdTaken
    correction = booked_body(booked[-2], ShipmentCorrected)
    if booked[-1].kind == PaymentCollected.NUMBER:
        return _answer(correction, booked_body(booked[-1], PaymentCollected))
    return _answer(correction, booked_body(booked[-1], PaymentRefunded))


def _correction(of: Adjusting, command: CorrectShipment) -> ShipmentCorrected:
    connection = of.uow.connection
    item, quoted = _quoted(connection, of.receipt, command.code, command.wanted)
    owed = debtor_of(item)
    return ShipmentCorrected(
        number=of.number,
        code=quoted.code,
        receipt=of.receipt.number,
        customer_uid=of.receipt.customer_uid,
        reason=of.reason,
        clerk_name=of.clerk.name,
        approver=of.approver.id,
        approver_name=of.approver.name,
        postings=[
            *owing_legs(item, owed, -1),
            *owing_legs(with_terms(item, quoted.now), owed, 1),
        ],
        was=quoted.was,
        now=quoted.now,
    )


def _quoted(
    connection: sa.Connection, receipt: StoredReceipt, code: str, wanted: Wanted
) -> tuple[ShipmentAccepted, QuotedCorrection]:
    """The item as it stands, and what it would become."""
    try:
        named = parse_item_code(code).text
    except WrongItemCode as error:
        raise ItemNotHere(item=discreet(code), receipt=receipt.number) from error
    check_status(named, status_of(connection, named), receipt.number)
    item = current_item(connection, named)
    assert item is not None, "an item with a status stands in the store"
    was, now = terms_of(item), _terms(connection, item, wanted, receipt.accepted_ms)
    if was == now:
        raise NothingToCorrect
    at_counter = debtor_of(item) == accounts.BASKET
    difference_vnd = now.total_vnd - was.total_vnd if at_counter else 0
    return item, QuotedCorrection(named, was, now, difference_vnd)


def _terms(
    connection: sa.Connection, item: ShipmentAccepted, wanted: Wanted, accepted_ms: int
) -> Terms:
    """Priced with what was valid when the item was taken in, whatever holds today."""
    book = reference_book(connection, accepted_ms)
    service = book.service(wanted.service or item.service)
    receiver = item.receiver if wanted.receiver is None else read_receiver(wanted.receiver, book)
    size_cm = wanted.size_cm or _size(item.size_cm)
    draft = ItemDraft(
        service=service.code,
        contents=item.contents,
        actual_g=item.actual_g if wanted.actual_g is None else wanted.actual_g,
        receiver=Receiver(receiver.name, receiver.phone, receiver.street, receiver.commune),
        size_cm=size_cm,
        declared_vnd=item.declared_vnd,
        cod_vnd=item.cod_vnd,
        value_added=tuple(item.value_added),
    )
    quote = priced(draft, book, item.office, accepted_ms)
    amounts = Amounts(item.declared_vnd, item.cod_vnd)
    added = chosen_value_added(service, item.value_added, amounts, book.value_added)
    return Terms(
        receiver=receiver,
        service=service.code,
        service_label=service.label,
        actual_g=draft.actual_g,
        size_cm=list(size_cm) if size_cm else None,
        volumetric_g=quote.volumetric_g,
        charged_g=quote.charged_g,
        value_added=[row.code for row in added],
        value_added_labels=[row.label for row in added],
        zone=quote.zone,
        tariff=quote.tariff,
        tariff_title=quote.tariff_title,
        lines=[Line(line.rule, line.label, line.amount_vnd) for line in quote.lines],
        net_vnd=quote.net_vnd,
        vat_rate_bp=quote.vat_rate_bp,
        vat_vnd=quote.vat_vnd,
        total_vnd=quote.total_vnd,
    )


def _size(size_cm: list[int] | None) -> tuple[int, int, int] | None:
    return (size_cm[0], size_cm[1], size_cm[2]) if size_cm else None


def _settled(
    of: Adjusting, correction: ShipmentCorrected, command: CorrectShipment
) -> PaymentCollected | PaymentRefunded:
    """What the basket owes after the correction is paid, or given back."""
    due_vnd = sum(leg.amount_vnd for leg in correction.postings if leg.account == accounts.BASKET)
    if due_vnd <= 0:
        return refund(of, "correction", [correction.code], -due_vnd, command.refund)
    payer = Payer(of.receipt.customer_uid, of.command_id)
    paid = pay(due_vnd, command.tender, payer, of.uow)
    return PaymentCollected(
        number=of.number,
        receipt=of.receipt.number,
        customer_uid=of.receipt.customer_uid,
        what="correction",
        items=[correction.code],
        amount_vnd=due_vnd,
        parts=paid.parts,
        reason=of.reason,
        clerk_name=of.clerk.name,
        counter=of.counter,
        approver=of.approver.id,
        approver_name=of.approver.name,
        postings=paid.postings,
        tendered_vnd=paid.tendered_vnd,
        change_vnd=paid.change_vnd,
    )


def _answer(
    correction: ShipmentCorrected, settled: PaymentCollected | PaymentRefunded
) -> CorrectedShipment:
    collected = isinstance(settled, PaymentCollected)
    return CorrectedShipment(
        slip=correction.number,
        receipt=correction.receipt,
        code=correction.code,
        collected_vnd=settled.amount_vnd if collected else 0,
        refunded_vnd=0 if collected else settled.amount_vnd,
        cash_vnd=0 if collected else cash_of(settled),
        change_vnd=settled.change_vnd if isinstance(settled, PaymentCollected) else 0,
        approver_name=settled.approver_name,
    )
