"""Headquarters' tables about itself: its staff, what they settled, what it may have forgotten."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text

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

conflict_answer = Table(
    "conflict_answer",
    metadata,
    Column("place", WHOLE, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("by_place", WHOLE, nullable=False),  # of the counter's entry that settled it
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

duplicate = Table(
    "duplicate",
    metadata,
    Column("pair", Text, primary_key=True),  # both uids in hexadecimal, the lesser first
    Column("one", LargeBinary, nullable=False),
    Column("other", LargeBinary, nullable=False),
    Column("score", Integer, nullable=False),
    Column("reasons", Text, nullable=False),  # likenesses, separated by blanks; "" by hand
    Column("state", Text, nullable=False),  # proposed, merged, apart
    Column("loser", LargeBinary),  # who was merged into whom by headquarters
    Column("found_ms", WHOLE, nullable=False),
    Column("decided_ms", WHOLE, nullable=False, server_default="0"),
    Column("who", Text, nullable=False, server_default=""),  # "": at a counter
    Column("words", Text, nullable=False, server_default=""),
    CheckConstraint("state IN ('proposed', 'merged', 'apart')", name="state_is_known"),
    sqlite_strict=True,
)
Index(None, duplicate.c.state, duplicate.c.score)
Index(None, duplicate.c.one)
Index(None, duplicate.c.other)
"""Two customers that may be one, and what a person said of them."""

EVERYTHING = metadata
"""The tables of both modules."""
