"""What was heard from headquarters and is not this writer's: kept so that a replay has it too."""

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from app.store.tables.metadata import WHOLE, metadata

taken_document = Table(
    "taken_document",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("key", LargeBinary, primary_key=True),
    Column("after_seq", WHOLE, nullable=False),  # own entries up to here are in the document
    Column("document", LargeBinary, nullable=False),  # the newest version that was taken
    sqlite_strict=True,
)

feed_seen = Table(
    "feed_seen",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("uid", LargeBinary, primary_key=True),  # a customer that came; "": it is being read
    sqlite_strict=True,
)

feed_unknown = Table(
    "feed_unknown",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("rows", Integer, nullable=False),  # passed over; read again by a program that knows it
    sqlite_strict=True,
)
