"""Contract customers' accounts: whose have changed, and telling the counters of their province."""

from collections.abc import Collection, Iterable

import msgspec
import sqlalchemy as sa

from app.domain import accounts
from app.journal.kinds import postings_of
from app.journal.kinds.body import Body
from app.journal.kinds.money import AccountAgreed
from app.store.accounts_heard import AccountRow
from app.store.tables.customers import customer
from app.store.tables.money import credit_account, credit_used
from sync.headquarters.database import lock_feed, upsert
from sync.headquarters.feed import last_position, province_scope
from sync.headquarters.tables import feed


def accounts_of(bodies: Iterable[Body | None]) -> set[bytes]:
    """The customers whose account the bodies change."""
    return {
        uid
        for body in bodies
        if body is not None
        and (isinstance(body, AccountAgreed) or _moves_debt(body))
        and isinstance(uid := getattr(body, "customer_uid", None), bytes)
    }


def publish_accounts(connection: sa.Connection, uids: Collection[bytes]) -> None:
    """Let the accounts as they now stand be read by all counters of the customer's province.

    Takes the feed's lock: nothing but the feed may follow. Debts without an agreement are not told.
    """
    if not uids:
        return
    rows = connection.execute(
        sa.select(credit_account, customer.c.number, credit_used.c.used_vnd)
        .join(customer, customer.c.uid == credit_account.c.customer_uid)
        .join(
            credit_used, credit_used.c.customer_uid == credit_account.c.customer_uid, isouter=True
        )
        .where(credit_account.c.customer_uid.in_(uids))
    ).all()
    if not rows:
        return
    lock_feed(connection)
    last = last_position(connection)
    values = [
        {
            "pos": last + place,
            "scope": province_scope(row.number[:2]),
            "entity": "account",
            "uid": row.customer_uid,
            "version": last + place,
            "body": msgspec.msgpack.encode(
                AccountRow(
                    row.customer_uid, row.contract, row.limit_vnd, row.until, row.agreed_ms,
                    row.used_vnd or 0,
                )
            ),
        }
        for place, row in enumerate(rows, start=1)
    ]  # fmt: skip
    upsert(connection, feed, values, "scope", "entity", "uid")


def _moves_debt(body: Body) -> bool:
    return any(leg.account == accounts.RECEIVABLE for leg in postings_of(body))
