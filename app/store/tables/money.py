"""How money was given, what was changed after printing, other services, customers on account."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text

from app.store.tables.metadata import WHOLE, metadata

payment_part = Table(
    "payment_part",
    metadata,
    Column("subject", Text, primary_key=True),  # a receipt's number or a slip's
    Column("position", Integer, primary_key=True),
    Column("receipt", Text, nullable=False),
    Column("customer_uid", LargeBinary, nullable=False),
    Column("method", Text, nullable=False),  # cash, transfer, account, pending
    Column("amount_vnd", WHOLE, nullable=False),  # negative: given back
    Column("open_vnd", WHOLE, nullable=False),  # awaited still; negative: owed to the customer
    Column("at_ms", WHOLE, nullable=False),
    Column("memo", Text, nullable=False),
    Column("settled_ms", WHOLE),
    Column("settled_by", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("seq", WHOLE, nullable=False),
    sqlite_strict=True,
)
AWAITED = payment_part.c.open_vnd != 0
Index(None, payment_part.c.at_ms, sqlite_where=AWAITED, postgresql_where=AWAITED)
Index(None, payment_part.c.receipt)

adjustment = Table(
    "adjustment",
    metadata,
    Column("number", Text, primary_key=True),
    Column("receipt", Text, nullable=False),
    Column("customer_uid", LargeBinary, nullable=False),
    Column("what", Text, nullable=False),  # void, refund, correction
    Column("at_ms", WHOLE, nullable=False),
    Column("clock_flags", Integer, nullable=False),
    Column("clerk", WHOLE, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("approver", WHOLE, nullable=False),
    Column("approver_name", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("amount_vnd", WHOLE, nullable=False),  # collected; negative: given back
    Column("tendered_vnd", WHOLE, nullable=False),
    Column("change_vnd", WHOLE, nullable=False),
    Column("seq", WHOLE, nullable=False),
    CheckConstraint("what IN ('void', 'refund', 'correction')", name="what_is_known"),
    sqlite_strict=True,
)
Index(None, adjustment.c.receipt)
Index(None, adjustment.c.at_ms)

adjusted_item = Table(
    "adjusted_item",
    metadata,
    Column("number", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("at_ms", WHOLE, nullable=False),
    Column("was_vnd", WHOLE, nullable=False),
    Column("now_vnd", WHOLE, nullable=False),
    Column("was", LargeBinary),  # terms as JSON; none for a void
    Column("now", LargeBinary),
    Column("seq", WHOLE, nullable=False),
    sqlite_strict=True,
)
Index(None, adjusted_item.c.code)

service_record = Table(
    "service_record",
    metadata,
    Column("number", Text, primary_key=True),
    Column("customer_uid", LargeBinary, nullable=False),
    Column("at_ms", WHOLE, nullable=False),
    Column("service", Text, nullable=False),
    Column("service_label", Text, nullable=False),
    Column("direction", Text, nullable=False),  # in, out
    Column("amount_vnd", WHOLE, nullable=False),
    Column("fee_vnd", WHOLE, nullable=False),
    Column("period_from", Text, nullable=False),
    Column("period_to", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("status", Text, nullable=False),  # recorded, voided
    Column("detail", LargeBinary, nullable=False),  # the entry's body as it was recorded
    Column("seq", WHOLE, nullable=False),
    CheckConstraint("direction IN ('in', 'out')", name="direction_is_known"),
    sqlite_strict=True,
)
Index(None, service_record.c.customer_uid, service_record.c.at_ms)

credit_account = Table(
    "credit_account",
    metadata,
    Column("customer_uid", LargeBinary, primary_key=True),
    Column("contract", Text, nullable=False),
    Column("limit_vnd", WHOLE, nullable=False),
    Column("until", Text, nullable=False),  # the last day, YYYY-MM-DD
    Column("agreed_ms", WHOLE, nullable=False),
    Column("approver_name", Text, nullable=False),
    Column("seq", WHOLE, nullable=False),
    CheckConstraint("limit_vnd >= 0", name="limit_not_negative"),
    sqlite_strict=True,
)

credit_used = Table(
    "credit_used",
    metadata,
    Column("customer_uid", LargeBinary, primary_key=True),
    Column("used_vnd", WHOLE, nullable=False),
    sqlite_strict=True,
)
"""What customers owe on account by this journal alone."""

credit_heard = Table(
    "credit_heard",
    metadata,
    Column("customer_uid", LargeBinary, primary_key=True),
    Column("contract", Text, nullable=False),
    Column("limit_vnd", WHOLE, nullable=False),
    Column("until", Text, nullable=False),
    Column("agreed_ms", WHOLE, nullable=False),
    Column("elsewhere_vnd", WHOLE, nullable=False),  # owed by what other counters booked
    Column("heard_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)
"""What headquarters last said of an account; no entry of this journal, so never replayed."""
