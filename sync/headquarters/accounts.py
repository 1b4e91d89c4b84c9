"""Contract customers' accounts: whose have changed, and telling the counters of their province."""

from collections.abc import Collection, Iterable, Iterator

import msgspec
import sqlalchemy as sa

from app.domain import accounts
from app.journal.kinds import postings_of
from app.journal.kinds.body import Body
from app.journal.kinds.money import AccountAgreed
from app.store.accounts_heard import AccountRow
from app.store.tables.customers import customer
from app.store.tables.money import credit_account, credit_used
from sync.headquarters.customer_scopes import own_scopes
from sync.headquarters.feed import Item, batched


def accounts_of(bodies: Iterable[Body | None]) -> set[bytes]:
    """The customers whose account the bodies change."""
    return {
        uid
        for body in bodies
        if body is not None
        and (isinstance(body, AccountAgreed) or _moves_debt(body))
        and isinstance(uid := getattr(body, "customer_uid", None), bytes)
    }


def account_items(connection: sa.Connection, uids: Collection[bytes]) -> Iterator[Item]:
    """The accounts as they now stand. Debts without an agreement are not told."""
    for group in batched(uids):
        scopes = own_scopes(connection, group)
        for row in connection.execute(_ACCOUNTS.where(credit_account.c.customer_uid.in_(group))):
            told = AccountRow(
                row.customer_uid, row.contract, row.limit_vnd, row.until, row.agreed_ms,
                row.used_vnd or 0,
            )  # fmt: skip
            body = msgspec.msgpack.encode(told)
            for scope in sorted(scopes[row.customer_uid]):
                yield Item(scope, "account", row.customer_uid, body)


_ACCOUNTS = (
    sa.select(credit_account, customer.c.number, credit_used.c.used_vnd)
    .join(customer, customer.c.uid == credit_account.c.customer_uid)
    .join(credit_used, credit_used.c.customer_uid == credit_account.c.customer_uid, isouter=True)
    .order_by(credit_account.c.customer_uid)
)


def _moves_debt(body: Body) -> bool:
    return any(leg.account == accounts.RECEIVABLE for leg in postings_of(body))
