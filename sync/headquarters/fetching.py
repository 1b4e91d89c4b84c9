"""A counter asks for one customer of another province. Who asked for whom stands in the log."""

import sqlalchemy as sa

from app.store.tables.customers import customer
from sync.foreign import CustomerAnswer, CustomerQuery
from sync.headquarters.answers import no_customer, wrong_token
from sync.headquarters.besides import beside_items
from sync.headquarters.customer_telling import customer_items
from sync.headquarters.database import Database
from sync.headquarters.greeting import token_owner
from sync.headquarters.ingest import find_writer
from sync.headquarters.keys import HeadquartersKeys
from sync.headquarters.publishing import write_log
from sync.wire import pack, unpack


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
        found = _found(connection, query.number)
        said = f"{whose.terminal}/{whose.epoch} {query.clerk}: "
        write_log(connection, now_ms, "customer_fetched", said + query.number)
        if found is None:
            answer = None
        else:
            rows = {
                item.entity: item.body
                for teller in (customer_items, beside_items)
                for item in teller(connection, {found.uid})
            }
            answer = CustomerAnswer(
                uid=found.uid, number=found.number, hq_ms=now_ms, rows=list(rows.items())
            )
    if answer is None:  # after the commit: the question stays in the log
        raise no_customer()
    return pack(answer)


def _found(connection: sa.Connection, number: str) -> sa.Row[bytes, str] | None:
    return connection.execute(
        sa.select(customer.c.uid, customer.c.number).where(customer.c.number == number)
    ).one_or_none()
