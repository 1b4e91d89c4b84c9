"""Customers as folded from the journal, or as headquarters sent them."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from app.store.tables.metadata import WHOLE, metadata

customer = Table(
    "customer",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", LargeBinary, nullable=False),
    Column("number", Text, nullable=False),
    Column("full_name", Text, nullable=False),
    Column("birth_date", Text),
    Column("sex", Text),
    Column("citizen_number", Text),
    Column("citizen_lookup", LargeBinary),
    Column("citizen_source", Text),
    Column("citizen_issued_on", Text),
    Column("phones", Text, nullable=False),  # E.164, separated by blanks
    Column("street", Text, nullable=False),
    Column("commune", Text, nullable=False),
    Column("scheme", Text, nullable=False),
    Column("alert_note", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("source", Text, nullable=False),  # here: registered by this writer; headquarters
    Column("registered_ms", WHOLE, nullable=False),
    Column("version", Integer, nullable=False),
    Column("erased", Integer, nullable=False, server_default="0"),
    Column("last_seen_ms", WHOLE, nullable=False, server_default="0"),
    Column("shipments", Integer, nullable=False, server_default="0"),
    UniqueConstraint("uid"),
    UniqueConstraint("number"),
    CheckConstraint("erased IN (0, 1)", name="erased_is_a_flag"),
    CheckConstraint("source IN ('here', 'headquarters')", name="source_is_known"),
    sqlite_strict=True,
)
Index(None, customer.c.citizen_lookup, sqlite_where=customer.c.citizen_lookup.is_not(None))

customer_alias = Table(
    "customer_alias",
    metadata,
    Column("kind", Text, primary_key=True),  # old_id: keyed hash of a nine-digit number, in hex
    Column("code", Text, primary_key=True),
    Column("uid", LargeBinary, ForeignKey("customer.uid"), primary_key=True),
    sqlite_strict=True,
)

customer_base = Table(
    "customer_base",
    metadata,
    Column("uid", LargeBinary, ForeignKey("customer.uid"), primary_key=True),
    Column("document", LargeBinary, nullable=False),  # headquarters' version, before own edits
    sqlite_strict=True,
)

customer_taken = Table(
    "customer_taken",
    metadata,
    Column("uid", LargeBinary, ForeignKey("customer.uid"), primary_key=True),
    Column("after_seq", WHOLE, nullable=False),  # own entries up to here are in the document
    Column("document", LargeBinary, nullable=False),  # headquarters' version that was taken over
    sqlite_strict=True,
)

customer_event = Table(
    "customer_event",
    metadata,
    Column("seq", WHOLE, primary_key=True),
    Column("uid", LargeBinary, nullable=False),
    Column("kind", Text, nullable=False),  # registered, edited
    Column("at_ms", WHOLE, nullable=False),
    Column("clerk", WHOLE, nullable=False),
    Column("fields", Text, nullable=False),  # names of the changed fields, separated by blanks
    sqlite_strict=True,
)
Index(None, customer_event.c.uid)
