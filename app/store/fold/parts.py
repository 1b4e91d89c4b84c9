"""Folding how money was given: one row for each part, open while a transfer is awaited."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from app.domain import accounts
from app.journal.entry import Entry
from app.journal.kinds.body import Posting
from app.journal.kinds.money import PaymentPart
from app.store.fold.money import book_postings
from app.store.prepared import Adding
from app.store.tables.money import credit_used, payment_part

_ADD = Adding(payment_part)
_TAKE_OFF = (
    sa.update(payment_part)
    .where(
        payment_part.c.subject == sa.bindparam("given"),
        payment_part.c.method == "transfer",
        sa.or_(
            sa.bindparam("taken") * (payment_part.c.open_vnd - sa.bindparam("taken")) > 0,
            payment_part.c.open_vnd == sa.bindparam("taken"),
        ),
    )
    .values(open_vnd=payment_part.c.open_vnd - sa.bindparam("taken"))
)
_USE_MORE = (
    sa.update(credit_used)
    .where(credit_used.c.customer_uid == sa.bindparam("of_uid"))
    .values(used_vnd=credit_used.c.used_vnd + sa.bindparam("more"))
)


class Given(msgspec.Struct, frozen=True):
    """What the parts belong to; ``sign`` is -1 for money given back."""

    subject: str
    receipt: str
    customer_uid: bytes
    sign: int = 1


def book_money(
    connection: sa.Connection,
    entry: Entry,
    given: Given,
    parts: Sequence[PaymentPart],
    legs: Sequence[Posting],
) -> None:
    """Postings, parts, and what the customer owes on account from now on."""
    book_postings(connection, entry, legs)
    rows = [
        {
            "subject": given.subject,
            "position": position,
            "receipt": given.receipt,
            "customer_uid": given.customer_uid,
            "method": part.method,
            "amount_vnd": given.sign * part.amount_vnd,
            "open_vnd": given.sign * part.amount_vnd if part.method == "transfer" else 0,
            "at_ms": entry.wall_ms,
            "memo": part.memo,
            "settled_ms": None,
            "settled_by": "",
            "reference": "",
            "seq": entry.seq,
        }
        for position, part in enumerate(parts, 1)
    ]
    _ADD.add(connection, *rows)
    for part in parts:
        if part.method == "pending":
            _take_off(connection, part.of, -given.sign * part.amount_vnd)
    _use_credit(connection, given.customer_uid, legs)


def _take_off(connection: sa.Connection, subject: str, taken_vnd: int) -> None:
    """Less is awaited than before, or (a negative sum) less is owed. Raises KeyError for more."""
    taken = connection.execute(_TAKE_OFF, {"given": subject, "taken": taken_vnd})
    if taken.rowcount != 1:
        raise KeyError(subject)


def _use_credit(connection: sa.Connection, uid: bytes, legs: Sequence[Posting]) -> None:
    more = sum(leg.amount_vnd for leg in legs if leg.account == accounts.RECEIVABLE)
    if not more:
        return
    if connection.execute(_USE_MORE, {"of_uid": uid, "more": more}).rowcount == 0:
        connection.execute(sa.insert(credit_used).values(customer_uid=uid, used_vnd=more))
