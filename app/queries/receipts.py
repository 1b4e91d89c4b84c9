"""Reading transactions and what stands on their papers, always as booked, never computed again."""

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from app.clock import utc
from app.domain.discretion import discreet
from app.domain.documents import Issuer, LabelContent, PrintedItem, ReceiptContent
from app.domain.phones import mask_phone
from app.domain.scanning import Shape, recognise
from app.journal.kinds.shipments import ShipmentAccepted
from app.messages import paper_text, text
from app.queries.standing import LastTransaction, PrintedState
from app.store.adjustments import current_item, parts_of
from app.store.clock_notes import note_of_flags
from app.store.customers import customer_by_uid
from app.store.drawer import shift_of
from app.store.prints import Paper, paper_of
from app.store.reference import reference_book
from app.store.sales import (
    ReceiptUnknown,
    StoredReceipt,
    items_of,
    newest_receipt,
    price_lines,
    receipt_by_number,
    receipt_by_proof,
    receipt_of_item,
)
from app.store.station import here
from app.store.tables.prints import print_job
from app.store.tables.shipments import document

_SHOWN_STATES = {
    "sending": "printing",
    "sent": "printing",
    "printed": "printed",
    "doubtful": "doubtful",
}
_LONGEST_SHOWN = 40


def last_transaction(connection: sa.Connection) -> LastTransaction | None:
    """ "Giao dịch gần nhất": what was booked last; None before the first."""
    stored = newest_receipt(connection)
    return None if stored is None else _transaction(connection, stored)


def transaction(connection: sa.Connection, code: str) -> LastTransaction:
    """By receipt number, proof code or the number of one of its items. Raises ReceiptUnknown."""
    found = recognise(code)
    if found.problem is not None:
        raise found.problem
    stored = _receipt(connection, found.shape, found.value)
    if stored is None:
        raise ReceiptUnknown(receipt=discreet(code))
    return _transaction(connection, stored)


def receipt_content(connection: sa.Connection, number: str, copy: int = 0) -> ReceiptContent:
    """A receipt, or its n-th copy with who asked for it and when. Raises ReceiptUnknown."""
    stored = receipt_by_number(connection, number)
    if stored is None:
        raise ReceiptUnknown(receipt=number[:_LONGEST_SHOWN])
    items = items_of(connection, number)
    asked = asked_for(connection, Paper("receipt", number, copy))
    customer = customer_by_uid(connection, stored.customer_uid)
    sender = items[0].sender
    shift = shift_of(connection, stored.seq)
    return ReceiptContent(
        issuer=issuer_of(connection, items[0].office, stored.accepted_ms),
        number=stored.number,
        proof=stored.proof,
        accepted_at=utc(stored.accepted_ms),
        clock_note=note_of_flags(stored.clock_flags),
        sender_name=sender.name,
        sender_number=customer.number if customer else "",
        sender_phone_masked=mask_phone(sender.phone) if sender.phone else "",
        items=tuple(map(printed_item, items)),
        total_vnd=stored.due_vnd,
        tendered_vnd=stored.tendered_vnd,
        change_vnd=stored.change_vnd,
        payment_label=_way(connection, stored),
        tariff_title=" · ".join(dict.fromkeys(item.tariff_title for item in items)),
        clerk_name=stored.clerk_name,
        counter=stored.counter,
        complaint_note=paper_text("receipt.complaint_note"),
        copy=copy,
        copied_at=utc(asked.asked_ms) if copy else None,
        copied_by=asked.clerk_name if copy else "",
        parts=_ways(connection, stored),
        shift=shift.serial if shift else 0,
    )


def _way(connection: sa.Connection, stored: StoredReceipt) -> str:
    """How it was paid, in a word; a transfer with what the customer writes into it."""
    memo = next((part.memo for part in parts_of(connection, stored.number) if part.memo), "")
    return paper_text(f"receipt.method.{stored.method}", memo=memo)


def _ways(connection: sa.Connection, stored: StoredReceipt) -> tuple[tuple[str, int], ...]:
    """Each way in which it was paid, when cash was not the only one; cash as it was tendered."""
    if stored.method == "cash":
        return ()
    paid = [part for part in parts_of(connection, stored.number) if part.subject == stored.number]
    return tuple(
        (
            paper_text(f"receipt.method.{part.method}", memo=part.memo),
            part.amount_vnd + (stored.change_vnd if part.method == "cash" else 0),
        )
        for part in paid
    )


def label_content(connection: sa.Connection, code: str, copy: int = 0) -> LabelContent:
    """The label of one item, or its n-th copy. Raises ReceiptUnknown."""
    asked = asked_for(connection, Paper("label", code, copy))
    return replace(
        label_of(connection, code),
        copy=copy,
        copied_at=utc(asked.asked_ms) if copy else None,
        copied_by=asked.clerk_name if copy else "",
    )


def label_of(connection: sa.Connection, code: str) -> LabelContent:
    """What the label of an item says today, corrections in it. Raises ReceiptUnknown."""
    item = current_item(connection, code)
    stored = receipt_by_number(connection, item.receipt) if item else None
    if item is None or stored is None:
        raise ReceiptUnknown(receipt=code[:_LONGEST_SHOWN])
    return LabelContent(
        issuer=issuer_of(connection, item.office, stored.accepted_ms),
        item=printed_item(item),
        accepted_at=utc(stored.accepted_ms),
        sender_name=item.sender.name,
        sender_phone=item.sender.phone,
        sender_address=item.sender.address,
        receipt_number=item.receipt,
    )


def _sender_name(items: Sequence[ShipmentAccepted]) -> str:
    """Who sent the items; "" for a receipt without any."""
    return items[0].sender.name if items else ""


def _receipt(connection: sa.Connection, shape: Shape, value: str) -> StoredReceipt | None:
    if shape is Shape.PROOF:
        return receipt_by_proof(connection, value)
    number = receipt_of_item(connection, value) if shape is Shape.ITEM else value
    return receipt_by_number(connection, number) if number else None


def _transaction(connection: sa.Connection, stored: StoredReceipt) -> LastTransaction:
    items = items_of(connection, stored.number)
    customer = customer_by_uid(connection, stored.customer_uid)
    return LastTransaction(
        receipt=stored.number,
        proof=stored.proof,
        customer=customer.number if customer else "",
        customer_name=customer.full_name if customer else _sender_name(items),
        accepted_at=utc(stored.accepted_ms),
        items=tuple(item.code for item in items),
        total_vnd=stored.due_vnd,
        change_vnd=stored.change_vnd,
        documents=papers_of(connection, stored.number),
    )


def papers_of(connection: sa.Connection, number: str) -> tuple[PrintedState, ...]:
    """Every paper of a receipt or a shift; of an original given up for lost, its copy."""
    of_job = (
        (document.c.kind == print_job.c.document)
        & (document.c.subject == print_job.c.subject)
        & (document.c.copy == print_job.c.copy)
    )
    rows = connection.execute(
        sa.select(
            print_job.c.id,
            print_job.c.document,
            print_job.c.subject,
            print_job.c.copy,
            print_job.c.state,
            print_job.c.problem,
        )
        .join(document, of_job)
        .where(document.c.receipt == number, print_job.c.state != "lost")
        .order_by(print_job.c.id)
    )
    return tuple(
        PrintedState(
            job=row.id,
            title=text(f"print.title.{row.document}", subject=row.subject),
            state=_shown(row.state, row.problem),
            copy=row.copy,
            problem=row.problem,
            file=paper_of(row.document, row.subject, row.copy).title,
        )
        for row in rows
    )


def _shown(state: str, problem: str) -> str:
    """A document that stands still at its printer is told like one that could not go there."""
    held_up = problem and state in ("due", "ready", "sent")
    return "failed" if held_up else _SHOWN_STATES.get(state, "waiting")


def asked_for(connection: sa.Connection, paper: Paper) -> sa.Row[int, str]:
    """Who asked for this paper, and when. Raises ReceiptUnknown."""
    row = connection.execute(
        sa.select(document.c.asked_ms, document.c.clerk_name).where(
            document.c.kind == paper.kind,
            document.c.subject == paper.subject,
            document.c.copy == paper.copy,
        )
    ).one_or_none()
    if row is None:
        raise ReceiptUnknown(receipt=paper.title[:_LONGEST_SHOWN])
    return row


def issuer_of(connection: sa.Connection, office_code: str, at_ms: int) -> Issuer:
    """The head of every document: the office as it was known at ``at_ms``."""
    station = here(connection)
    office = reference_book(connection, at_ms).office(office_code)
    return Issuer(
        operator=station.operator,
        tax_code=station.tax_code,
        office_code=office.code,
        office_name=office.name,
        office_address=office.address,
        hotline=office.hotline,
    )


def printed_item(item: ShipmentAccepted) -> PrintedItem:
    return PrintedItem(
        code=item.code,
        service=item.service,
        service_label=item.service_label,
        value_added=tuple(item.value_added_labels),
        contents=item.contents,
        actual_g=item.actual_g,
        volumetric_g=item.volumetric_g,
        charged_g=item.charged_g,
        declared_vnd=item.declared_vnd,
        cod_vnd=item.cod_vnd,
        receiver_name=item.receiver.name,
        receiver_phone=item.receiver.phone,
        receiver_address=item.receiver.address,
        receiver_province=item.receiver.province,
        lines=price_lines(item),
        vat_rate_bp=item.vat_rate_bp,
        vat_vnd=item.vat_vnd,
        total_vnd=item.total_vnd,
    )
