"""Parting with customers of headquarters who are no longer this counter's to know."""

from collections.abc import Collection

import sqlalchemy as sa

from app.store.bundles import Bundle
from app.store.bundles_heard import forget_documents, put_bundles
from app.store.conflicts_heard import forget_conflicts
from app.store.search_index import unindex_customer
from app.store.tables.cards import card
from app.store.tables.customers import customer, customer_alias, customer_base, customer_event
from app.store.tables.merges import customer_word
from app.store.tables.money import credit_account, credit_heard, service_record
from app.store.tables.shipments import shipment

_SPEAK_OF_THEM = (
    shipment.c.customer_uid,
    service_record.c.customer_uid,
    credit_account.c.customer_uid,
    customer_event.c.uid,
    customer_base.c.uid,
    card.c.uid,
)
"""Where the books of this counter name customers: who is named there stays."""

_AT_ONCE = 500


def part_with(connection: sa.Connection, uids: Collection[bytes]) -> int:
    """Forget those of whom the books of this counter say nothing; how many they were."""
    ordered = sorted(uids)
    return sum(
        _part_with(connection, ordered[start : start + _AT_ONCE])
        for start in range(0, len(ordered), _AT_ONCE)
    )


def _part_with(connection: sa.Connection, uids: list[bytes]) -> int:
    used = [sa.exists().where(column == customer.c.uid) for column in _SPEAK_OF_THEM]
    rows = connection.execute(
        sa.select(customer.c.id, customer.c.uid, customer.c.full_name, customer.c.phones).where(
            customer.c.uid.in_(uids), customer.c.source == "headquarters", ~sa.or_(*used)
        )
    ).all()
    left = [row.uid for row in rows]
    put_bundles(connection, [Bundle(uid) for uid in left])
    forget_documents(connection, left)
    forget_conflicts(connection, left)
    for column in (customer_alias.c.uid, customer_word.c.uid, credit_heard.c.customer_uid):
        connection.execute(sa.delete(column.table).where(column.in_(left)))
    for row in rows:
        unindex_customer(connection, row.id, row.full_name, row.phones.split())
        connection.execute(sa.delete(customer).where(customer.c.id == row.id))
    return len(rows)
