"""A counter asks for one customer of another province. Who asked for whom stands in the log."""

from typing import Any

import sqlalchemy as sa

from app.store.merges import relatives_of, root_of
from app.store.tables.customers import customer, customer_alias
from sync.foreign import CustomerAnswer, CustomerQuery
from sync.headquarters.accounts import account_items
from sync.headquarters.answers import no_customer, wrong_token
from sync.headquarters.besides import beside_items
from sync.headquarters.conflicts import conflict_items
from sync.headquarters.customer_scopes import everywhere_known
from sync.headquarters.customer_telling import customer_items, merge_items
from sync.headquarters.database import Database
from sync.headquarters.feed import province_scope, publish, terminal_scope
from sync.headquarters.greeting import token_owner
from sync.headquarters.ingest import find_writer
from sync.headquarters.keys import HeadquartersKeys
from sync.headquarters.pins import hold
from sync.headquarters.publishing import write_log
from sync.wire import pack, unpack

_SHOWN = 16
"""Hexadecimal digits of a hash that stand in the log."""


def answer_query(
    database: Database, keys: HeadquartersKeys, body: bytes, token: bytes, now_ms: int
) -> bytes:
    """The customer's rows as they now stand, packed. Raises Refused."""
    query = unpack(body, CustomerQuery)
    whose = token_owner(keys, token, now_ms)
    with database.writing() as connection:
        stands = find_writer(connection, whose.terminal, whose.epoch)
        if stands.revoked_after is not None:
            raise wrong_token()
        found = _found(connection, query)
        said = f"{whose.terminal}/{whose.epoch} {query.clerk}: "
        write_log(connection, now_ms, "customer_fetched", said + _asked_for(query, found))
        answer = None if found is None else _answer(connection, stands, found, now_ms)
    if answer is None:  # after the commit: the question stays in the log
        raise no_customer()
    return pack(answer)


def _answer(
    connection: sa.Connection, stands: sa.Row[Any], found: sa.Row[bytes, str], now_ms: int
) -> CustomerAnswer:
    """What the writer gets now and, of somebody of another province, hears of from now on."""
    home = province_scope(stands.province)
    everyone = relatives_of(connection, [found.uid])
    pinned = home not in everywhere_known(connection, [found.uid])[found.uid]
    if pinned:
        hold(connection, stands, found.uid, now_ms)
    scope = terminal_scope(stands.terminal, stands.epoch) if pinned else home
    tellers = (customer_items, merge_items, beside_items, account_items, conflict_items)
    items = [item for tell in tellers for item in tell(connection, everyone) if item.scope == scope]
    if pinned:
        publish(connection, items)
    rows = [(item.entity, item.body) for item in items]
    return CustomerAnswer(
        uid=found.uid, number=found.number, hq_ms=now_ms, rows=rows, pinned=pinned
    )


def _asked_for(query: CustomerQuery, found: sa.Row[bytes, str] | None) -> str:
    """For the log: of a hash as much as tells it from others, and whom it led to."""
    if query.number:
        return query.number
    led_to = f" > {found.number}" if found is not None else ""
    return f"#{query.lookup.hex()[:_SHOWN]}{led_to}"


def _found(connection: sa.Connection, query: CustomerQuery) -> sa.Row[bytes, str] | None:
    named = sa.select(customer.c.uid, customer.c.number)
    if query.number:
        return connection.execute(named.where(customer.c.number == query.number)).one_or_none()
    if not query.lookup:
        return None
    older = sa.select(customer_alias.c.uid).where(
        customer_alias.c.kind == "old_id", customer_alias.c.code == query.lookup.hex()
    )
    for bearing in (customer.c.citizen_lookup == query.lookup, customer.c.uid.in_(older)):
        bearers = named.where(bearing, customer.c.erased == 0).order_by(
            customer.c.last_seen_ms.desc(), customer.c.number
        )
        bearer = connection.execute(bearers.limit(1)).one_or_none()
        if bearer is not None:
            shown = root_of(connection, bearer.uid)
            return connection.execute(named.where(customer.c.uid == shown)).one()
    return None
