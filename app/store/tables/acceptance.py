"""Rolls of printed labels, folded from the journal, and baskets that are not paid for yet."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from app.store.tables.metadata import WHOLE, metadata

label_roll = Table(
    "label_roll",
    metadata,
    Column("prefix", Text, primary_key=True),
    Column("lo", WHOLE, primary_key=True),
    Column("hi", WHOLE, nullable=False),
    Column("office", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("received_ms", WHOLE, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("seq", WHOLE, nullable=False),
    CheckConstraint("lo >= 0 AND lo <= hi", name="roll_runs_forward"),
    sqlite_strict=True,
)

basket_draft = Table(
    "basket_draft",
    metadata,
    Column("slot", Integer, primary_key=True),
    Column("command_id", LargeBinary, nullable=False),
    Column("customer", Text, nullable=False),  # the customer's number
    Column("clerk_name", Text, nullable=False),  # who began it
    Column("began_ms", WHOLE, nullable=False),
    Column("changed_ms", WHOLE, nullable=False),
    Column("content", LargeBinary, nullable=False),  # app.domain.drafts.BasketContent as JSON
    UniqueConstraint("command_id"),
    CheckConstraint("slot BETWEEN 1 AND 5", name="five_baskets"),
    sqlite_strict=True,
)
"""Rows of this computer alone: no entry stands behind them, headquarters never sees them."""
