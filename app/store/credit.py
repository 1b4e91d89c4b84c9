"""How a contract customer's account stands: the agreement that holds, and what is owed on it."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.store.tables.money import credit_account, credit_heard, credit_used


@dataclass(frozen=True, slots=True)
class StoredCredit:
    """``used_vnd``: owed by this counter's own books and by what headquarters last said of others.

    ``until`` is the last day, YYYY-MM-DD; ``heard_ms`` 0 when headquarters has said nothing yet.
    """

    contract: str
    limit_vnd: int
    until: str
    approver_name: str
    used_vnd: int
    heard_ms: int

    @property
    def free_vnd(self) -> int:
        """What may still be put on the account; never below nothing."""
        return max(0, self.limit_vnd - self.used_vnd)


def credit_of(connection: sa.Connection, uid: bytes) -> StoredCredit | None:
    """None for a customer who has no agreement. The newer of the two that are known holds."""
    own = connection.execute(
        sa.select(credit_account).where(credit_account.c.customer_uid == uid)
    ).one_or_none()
    heard = connection.execute(
        sa.select(credit_heard).where(credit_heard.c.customer_uid == uid)
    ).one_or_none()
    used_vnd = (
        connection.scalar(
            sa.select(credit_used.c.used_vnd).where(credit_used.c.customer_uid == uid)
        )
        or 0
    )
    if heard is not None and (own is None or heard.agreed_ms > own.agreed_ms):
        holds, approver = heard, ""
    elif own is not None:
        holds, approver = own, own.approver_name
    else:
        return None
    return StoredCredit(
        contract=holds.contract,
        limit_vnd=holds.limit_vnd,
        until=holds.until,
        approver_name=approver,
        used_vnd=used_vnd + (heard.elsewhere_vnd if heard is not None else 0),
        heard_ms=heard.heard_ms if heard is not None else 0,
    )
