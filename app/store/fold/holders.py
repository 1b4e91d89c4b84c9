"""Folding who holds a number, and how the customer stands."""

import sqlalchemy as sa

from app.domain.relations import Standing
from app.journal.entry import Entry
from app.journal.kinds.holders import CustomerSucceeded, StandingSet
from app.store.fold.customers import citizen_columns, keep_base, remember_event, say
from app.store.tables.customers import customer, customer_alias
from app.store.tables.relations import customer_holder, customer_standing


def customer_succeeded(connection: sa.Connection, entry: Entry, body: CustomerSucceeded) -> None:
    """The record is the new holder's; the number and everything sent under it stay."""
    keep_base(connection, body.uid)
    row = connection.execute(sa.select(customer).where(customer.c.uid == body.uid)).one()
    values = {
        "full_name": body.full_name,
        "birth_date": body.birth_date,
        "sex": body.sex,
        "phones": " ".join(body.phones),
        **citizen_columns(body.citizen),
    }
    say(connection, entry, row, values)
    # The former holder's old paper no longer leads to what is another person's record.
    of_paper = (customer_alias.c.kind == "old_id") & (customer_alias.c.uid == body.uid)
    connection.execute(sa.delete(customer_alias).where(of_paper))
    if body.citizen is not None and body.citizen.old_lookup is not None:
        alias = {"kind": "old_id", "code": body.citizen.old_lookup.hex(), "uid": body.uid}
        connection.execute(sa.insert(customer_alias).values(**alias))
    connection.execute(
        sa.insert(customer_holder).values(
            seq=entry.seq,
            uid=body.uid,
            former=body.former,
            holder=body.full_name,
            at_ms=entry.wall_ms,
            reason=body.reason,
            document=body.document,
            clerk_name=body.clerk_name,
            approver=body.approver,
        )
    )
    remember_event(connection, entry, body.uid, "succeeded")


def standing_set(connection: sa.Connection, entry: Entry, body: StandingSet) -> None:
    """The latest word stands."""
    connection.execute(sa.delete(customer_standing).where(customer_standing.c.uid == body.uid))
    connection.execute(
        sa.insert(customer_standing).values(
            uid=body.uid,
            standing=Standing(body.standing).value,
            reason=body.reason,
            since_ms=entry.wall_ms,
            seq=entry.seq,
        )
    )
    remember_event(connection, entry, body.uid, f"standing_{body.standing}")
