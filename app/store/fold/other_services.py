"""Folding services of other systems: one history of the customer holds them with the items."""

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.other_services import ServiceRecorded, ServiceVoided
from app.store.fold.money import Issued, issue
from app.store.fold.parts import Given, book_money
from app.store.tables.money import service_record


def service_recorded(connection: sa.Connection, entry: Entry, body: ServiceRecorded) -> None:
    """A receipt like every other, the record behind it, and its money."""
    issued = Issued(
        number=body.number,
        customer_uid=body.customer_uid,
        clerk_name=body.clerk_name,
        counter=body.counter,
        method=body.method,
        due_vnd=body.due_vnd,
        tendered_vnd=body.tendered_vnd,
        change_vnd=body.change_vnd,
        papers=(("service", body.number),),
    )
    issue(connection, entry, issued)
    connection.execute(
        sa.insert(service_record).values(
            number=body.number,
            customer_uid=body.customer_uid,
            at_ms=entry.wall_ms,
            service=body.service,
            service_label=body.service_label,
            direction=body.direction,
            amount_vnd=body.amount_vnd,
            fee_vnd=body.fee_vnd,
            period_from=body.period_from,
            period_to=body.period_to,
            reference=body.reference,
            status="recorded",
            detail=entry.body,
            seq=entry.seq,
        )
    )
    sign = 1 if body.due_vnd >= 0 else -1
    given = Given(body.number, body.number, body.customer_uid, sign)
    book_money(connection, entry, given, body.parts, body.postings)


def service_voided(connection: sa.Connection, entry: Entry, body: ServiceVoided) -> None:
    """Raises KeyError for a record that is not here or was voided before."""
    changed = connection.execute(
        sa.update(service_record)
        .where(service_record.c.number == body.receipt, service_record.c.status == "recorded")
        .values(status="voided")
    )
    if changed.rowcount != 1:
        raise KeyError(body.receipt)
    given = Given(body.number, body.receipt, body.customer_uid)
    book_money(connection, entry, given, (), body.postings)
