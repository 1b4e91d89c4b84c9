"""Headquarters' tables about itself: its staff, what they settled, what it may have forgotten."""

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from app.store.tables.metadata import WHOLE
from sync.headquarters.tables import metadata

staff = Table(
    "staff",
    metadata,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("locked_until_ms", WHOLE, nullable=False, server_default="0"),
    Column("added_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)

conflict_decision = Table(
    "conflict_decision",
    metadata,
    Column("place", WHOLE, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("stands", Text, nullable=False),  # mine or theirs: the value in force when settled
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)

lease_floor = Table(
    "lease_floor",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("prefix", Text, primary_key=True),  # "": every prefix of which nothing was known
    Column("hi", WHOLE, nullable=False),  # up to here a forgotten range may have been lent
    sqlite_strict=True,
)

card_out = Table(
    "card_out",
    metadata,
    Column("card", LargeBinary, primary_key=True),  # a customer's card that staff revoked
    Column("at_ms", WHOLE, nullable=False),
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_strict=True,
)

EVERYTHING = metadata
"""The tables of both modules."""
