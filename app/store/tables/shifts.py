"""Shifts of a drawer as folded from the journal: opened, moved, counted, closed, corrected.

What was earned in a shift stands in no column: it is summed from postings between ``opened_seq``
and ``closed_seq``.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from app.store.tables.metadata import WHOLE, metadata

shift = Table(
    "shift",
    metadata,
    Column("number", Text, primary_key=True),
    Column("drawer", Text, nullable=False),  # office and counter; a later epoch is another drawer
    Column("serial", Integer, nullable=False),
    Column("opening", Text, nullable=False),  # counted, handed_over, automatic
    Column("opened_seq", WHOLE, nullable=False),
    Column("opened_ms", WHOLE, nullable=False),
    Column("clerk", WHOLE, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("float_vnd", WHOLE, nullable=False),
    Column("opened", LargeBinary, nullable=False),  # the entry's body as it was recorded
    Column("closed_seq", WHOLE),
    Column("closed_ms", WHOLE),
    Column("closed_by", Text),
    Column("closed_hash", LargeBinary),
    Column("expected_vnd", WHOLE),
    Column("counted_vnd", WHOLE),  # as corrected last
    Column("difference_vnd", WHOLE),  # the same
    Column("agreed_by", Text),  # "" while the difference is in dispute
    Column("left_vnd", WHOLE),
    Column("closed", LargeBinary),  # the entry's body as it was recorded
    UniqueConstraint("drawer", "serial"),
    UniqueConstraint("opened_seq"),
    CheckConstraint("(closed_seq IS NULL) = (closed IS NULL)", name="closed_whole"),
    sqlite_strict=True,
)
IS_OPEN = shift.c.closed_seq.is_(None)
Index("uq_shift_open", shift.c.drawer, unique=True, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)
Index(None, shift.c.closed_ms)

cash_movement = Table(
    "cash_movement",
    metadata,
    Column("seq", WHOLE, primary_key=True),
    Column("shift", Text, nullable=False),
    Column("moved_ms", WHOLE, nullable=False),
    Column("movement", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("amount_vnd", WHOLE, nullable=False),
    Column("reason", Text, nullable=False),
    Column("clerk_name", Text, nullable=False),
    CheckConstraint("amount_vnd >= 0", name="never_negative"),
    sqlite_strict=True,
)
Index(None, cash_movement.c.shift)

cash_count = Table(
    "cash_count",
    metadata,
    Column("seq", WHOLE, primary_key=True),
    Column("shift", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("counted_ms", WHOLE, nullable=False),
    Column("counted_vnd", WHOLE, nullable=False),
    Column("expected_vnd", WHOLE, nullable=False),
    Column("difference_vnd", WHOLE, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("detail", LargeBinary, nullable=False),  # the entry's body as it was recorded
    UniqueConstraint("shift", "ordinal"),
    CheckConstraint("counted_vnd - expected_vnd = difference_vnd", name="adds_up"),
    sqlite_strict=True,
)

shift_correction = Table(
    "shift_correction",
    metadata,
    Column("seq", WHOLE, primary_key=True),
    Column("shift", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("corrected_ms", WHOLE, nullable=False),
    Column("counted_was_vnd", WHOLE, nullable=False),
    Column("counted_vnd", WHOLE, nullable=False),
    Column("difference_vnd", WHOLE, nullable=False),
    Column("reason", Text, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("approved_by", Text, nullable=False),
    UniqueConstraint("shift", "position"),
    sqlite_strict=True,
)
