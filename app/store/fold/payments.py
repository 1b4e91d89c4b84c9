"""Folding payments: received in one way or several, confirmed, and what was agreed on account."""

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.money import (
    AccountAgreed,
    AnyPaymentReceived,
    CashPaymentReceived,
    PaymentConfirmed,
    PaymentPart,
    PaymentReceived,
)
from app.store.fold.money import book_postings, receipt_issued
from app.store.fold.parts import Given, book_money
from app.store.tables.money import credit_account, payment_part


def cash_payment_received(
    connection: sa.Connection, entry: Entry, body: CashPaymentReceived
) -> None:
    """Version 1: what was due is the one part, in cash."""
    parts = [PaymentPart(method="cash", amount_vnd=body.due_vnd)] if body.due_vnd else []
    _received(connection, entry, body, parts)


def payment_received(connection: sa.Connection, entry: Entry, body: PaymentReceived) -> None:
    """The receipt with its papers, and each way in which it was paid."""
    _received(connection, entry, body, body.parts)


def _received(
    connection: sa.Connection, entry: Entry, body: AnyPaymentReceived, parts: list[PaymentPart]
) -> None:
    receipt_issued(connection, entry, body)
    given = Given(body.receipt, body.receipt, body.customer_uid)
    book_money(connection, entry, given, parts, body.postings)


def payment_confirmed(connection: sa.Connection, entry: Entry, body: PaymentConfirmed) -> None:
    """The part is awaited no longer. Raises KeyError when it was not, or not with this sum."""
    settled = connection.execute(
        sa.update(payment_part)
        .where(
            payment_part.c.subject == body.subject,
            payment_part.c.position == body.position,
            payment_part.c.open_vnd == body.amount_vnd,
            payment_part.c.open_vnd != 0,
        )
        .values(
            open_vnd=0,
            settled_ms=entry.wall_ms,
            settled_by=body.by,
            reference=body.reference,
        )
    )
    if settled.rowcount != 1:
        raise KeyError(body.subject)
    book_postings(connection, entry, body.postings)


def account_agreed(connection: sa.Connection, entry: Entry, body: AccountAgreed) -> None:
    """The newest agreement holds, in whatever order the agreements of several counters arrive."""
    stands = connection.execute(
        sa.select(credit_account.c.agreed_ms, credit_account.c.seq).where(
            credit_account.c.customer_uid == body.customer_uid
        )
    ).one_or_none()
    if stands is not None and (stands.agreed_ms, stands.seq) > (entry.wall_ms, entry.seq):
        return
    values = {
        "contract": body.contract,
        "limit_vnd": body.limit_vnd,
        "until": body.until,
        "agreed_ms": entry.wall_ms,
        "approver_name": body.approver_name,
        "seq": entry.seq,
    }
    if stands is None:
        connection.execute(
            sa.insert(credit_account).values(customer_uid=body.customer_uid, **values)
        )
        return
    here = credit_account.c.customer_uid == body.customer_uid
    connection.execute(sa.update(credit_account).where(here).values(**values))
