"""What stands on the papers about money after the sale: slips, services, transfer codes."""

from collections.abc import Iterable
from dataclasses import replace

import sqlalchemy as sa

from app.clock import utc
from app.domain.documents import (
    AdjustmentContent,
    LabelContent,
    ServiceContent,
    SlipItem,
    TransferContent,
)
from app.domain.phones import national
from app.domain.vietqr import TransferRequest
from app.domain.weight import format_g
from app.journal.kinds.adjustments import Terms
from app.messages import paper_text
from app.queries.receipts import asked_for, issuer_of, label_of
from app.store.adjustments import (
    AdjustedItem,
    StoredPart,
    adjustment_by_number,
    awaited_parts,
    items_on_slip,
    parts_of,
    service_recorded,
)
from app.store.clock_notes import note_of_flags
from app.store.customers import customer_by_uid
from app.store.prints import Paper
from app.store.reference import reference_book
from app.store.sales import ReceiptUnknown, item_by_code, receipt_by_number
from app.store.station import here

_LONGEST_SHOWN = 40


def adjustment_content(connection: sa.Connection, number: str, copy: int = 0) -> AdjustmentContent:
    """The slip of a void, refund or correction. Raises ReceiptUnknown."""
    slip = adjustment_by_number(connection, number)
    receipt = receipt_by_number(connection, slip.receipt) if slip else None
    if slip is None or receipt is None:
        raise ReceiptUnknown(receipt=number[:_LONGEST_SHOWN])
    asked = asked_for(connection, Paper("adjustment", number, copy))
    customer = customer_by_uid(connection, slip.customer_uid)
    own = [part for part in parts_of(connection, slip.receipt) if part.subject == number]
    return AdjustmentContent(
        issuer=issuer_of(connection, here(connection).office, slip.at_ms),
        number=slip.number,
        what=slip.what,
        at=utc(slip.at_ms),
        clock_note=note_of_flags(slip.clock_flags),
        receipt_number=slip.receipt,
        receipt_proof=receipt.proof,
        accepted_at=utc(receipt.accepted_ms),
        customer_name=customer.full_name if customer else "",
        customer_number=customer.number if customer else "",
        items=tuple(_slip_item(connection, each) for each in items_on_slip(connection, number)),
        reason=slip.reason,
        amount_vnd=slip.amount_vnd,
        parts=labelled_parts(own),
        tendered_vnd=slip.tendered_vnd,
        change_vnd=slip.change_vnd,
        clerk_name=slip.clerk_name,
        counter=slip.counter,
        approver_name=slip.approver_name,
        copy=copy,
        copied_at=utc(asked.asked_ms) if copy else None,
        copied_by=asked.clerk_name if copy else "",
    )


def corrected_label_content(connection: sa.Connection, number: str, copy: int = 0) -> LabelContent:
    """The new label of a corrected item, which names the slip. Raises ReceiptUnknown."""
    items = items_on_slip(connection, number)
    if not items:
        raise ReceiptUnknown(receipt=number[:_LONGEST_SHOWN])
    asked = asked_for(connection, Paper("corrected_label", number, copy))
    return replace(
        label_of(connection, items[0].code),
        corrected_by=number,
        copy=copy,
        copied_at=utc(asked.asked_ms) if copy else None,
        copied_by=asked.clerk_name if copy else "",
    )


def service_content(connection: sa.Connection, number: str, copy: int = 0) -> ServiceContent:
    """The receipt of a service of another system. Raises ReceiptUnknown."""
    body = service_recorded(connection, number)
    receipt = receipt_by_number(connection, number)
    if body is None or receipt is None:
        raise ReceiptUnknown(receipt=number[:_LONGEST_SHOWN])
    asked = asked_for(connection, Paper("service", number, copy))
    customer = customer_by_uid(connection, receipt.customer_uid)
    own = [part for part in parts_of(connection, number) if part.subject == number]
    return ServiceContent(
        issuer=issuer_of(connection, body.office, receipt.accepted_ms),
        number=number,
        proof=receipt.proof,
        at=utc(receipt.accepted_ms),
        clock_note=note_of_flags(receipt.clock_flags),
        customer_name=customer.full_name if customer else "",
        customer_number=body.customer_number,
        service_label=body.service_label,
        direction=body.direction,
        details=(
            *((detail.label, detail.value) for detail in body.details),
            *period_told(body.period_from, body.period_to),
        ),
        amount_vnd=body.amount_vnd,
        fee_vnd=body.fee_vnd,
        vat_rate_bp=body.vat_rate_bp,
        vat_vnd=body.vat_vnd,
        due_vnd=body.due_vnd,
        parts=labelled_parts(own),
        tendered_vnd=body.tendered_vnd,
        change_vnd=body.change_vnd,
        clerk_name=body.clerk_name,
        counter=body.counter,
        copy=copy,
        copied_at=utc(asked.asked_ms) if copy else None,
        copied_by=asked.clerk_name if copy else "",
    )


def transfer_content(connection: sa.Connection, subject: str, copy: int = 0) -> TransferContent:
    """The VietQR code of what is still awaited. Raises ReceiptUnknown when nothing is."""
    asked = asked_for(connection, Paper("transfer_code", subject, copy))
    request = transfer_request(connection, subject, asked.asked_ms)
    station = here(connection)
    if request is None:
        raise ReceiptUnknown(receipt=subject[:_LONGEST_SHOWN])
    return TransferContent(
        issuer=issuer_of(connection, station.office, asked.asked_ms),
        number=subject,
        bank=request.account.bank,
        account=request.account.number,
        holder=request.account.holder,
        amount_vnd=request.amount_vnd,
        memo=request.memo,
        payload=request.payload,
        asked_at=utc(asked.asked_ms),
        clerk_name=asked.clerk_name,
        counter=station.counter,
    )


def transfer_request(connection: sa.Connection, subject: str, at_ms: int) -> TransferRequest | None:
    """What the customer is asked to transfer; None when nothing is awaited, or no account known."""
    office = reference_book(connection, at_ms).office(here(connection).office)
    for part in awaited_parts(connection):
        if part.subject == subject and part.open_vnd > 0 and office.account is not None:
            return TransferRequest(office.account, part.open_vnd, part.memo)
    return None


def labelled_parts(parts: Iterable[StoredPart]) -> tuple[tuple[str, int], ...]:
    """Each way with its sum, said in the words of paper; a transfer says whether it is awaited."""
    return tuple(
        (paper_text(f"slip.method.{_way(part)}", memo=part.memo), part.amount_vnd) for part in parts
    )


def _way(part: StoredPart) -> str:
    if part.method != "transfer":
        return part.method
    if part.open_vnd:
        return "transfer_awaited" if part.open_vnd > 0 else "transfer_owed"
    return "transfer"


def _slip_item(connection: sa.Connection, item: AdjustedItem) -> SlipItem:
    accepted = item_by_code(connection, item.code)
    label = accepted.service_label if accepted else ""
    if item.was is None or item.now is None:
        return SlipItem(item.code, label, item.was_vnd, item.now_vnd)
    changes = tuple(changes_told(item.was, item.now))
    return SlipItem(item.code, item.now.service_label, item.was_vnd, item.now_vnd, changes)


def changes_told(was: Terms, now: Terms) -> Iterable[tuple[str, str, str]]:
    """What a correction changed: label, before, after; only what differs."""
    for code, before, after in (
        ("service", was.service_label, now.service_label),
        ("weight", format_g(was.actual_g), format_g(now.actual_g)),
        ("charged", format_g(was.charged_g), format_g(now.charged_g)),
        ("name", was.receiver.name, now.receiver.name),
        ("phone", national(was.receiver.phone), national(now.receiver.phone)),
        ("address", was.receiver.address, now.receiver.address),
    ):
        if before != after:
            yield paper_text(f"slip.change.{code}"), before, after


def period_told(first: str, last: str) -> tuple[tuple[str, str], ...]:
    """``12/2026`` or ``01/2027 – 06/2027`` under its label; nothing without a period."""
    if not first:
        return ()
    told = " – ".join(dict.fromkeys(f"{month[5:]}/{month[:4]}" for month in (first, last)))
    return ((paper_text("slip.period"), told),)
