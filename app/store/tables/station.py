"""What headquarters gave this terminal: who it is, people, number leases, reference data."""

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

terminal = Table(
    "terminal",
    metadata,
    Column("terminal", Integer, primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("office", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("operator", Text, nullable=False),
    Column("tax_code", Text, nullable=False),
    Column("device_key", LargeBinary, nullable=False),
    Column("nonce", LargeBinary, nullable=False),
    Column("lookup_key", LargeBinary, nullable=False),
    Column("hq_keys", LargeBinary, nullable=False),  # public Ed25519 keys, 32 bytes each, joined
    Column("known_ms", WHOLE, nullable=False),  # the last time headquarters vouched for
    Column("reference_ms", WHOLE, nullable=False),  # believed when the boot's clock stood so:
    Column("reference_monotonic_ms", WHOLE, nullable=False),
    Column("reference_boot", Text, nullable=False),
    sqlite_strict=True,
)

clerk = Table(
    "clerk",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("pin_hash", Text, nullable=False),
    UniqueConstraint("code"),
    sqlite_strict=True,
)

pin_trial = Table(
    "pin_trial",
    metadata,
    Column("clerk", Integer, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("locked_until_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)

lease = Table(
    "lease",
    metadata,
    Column("lease_id", Text, primary_key=True),
    Column("kind", Text, nullable=False),  # customer, item, receipt
    Column("prefix", Text, nullable=False),
    Column("lo", WHOLE, nullable=False),
    Column("hi", WHOLE, nullable=False),
    Column("next", WHOLE, nullable=False),
    CheckConstraint("lo >= 0 AND lo <= hi", name="range_runs_forward"),
    CheckConstraint("next BETWEEN lo AND hi + 1", name="next_inside"),
    sqlite_strict=True,
)

headquarters_link = Table(
    "headquarters_link",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("feed_epoch", Text, nullable=False, server_default=""),
    Column("heard_ms", WHOLE, nullable=False, server_default="0"),
    Column("problem", Text, nullable=False, server_default=""),  # code of the last pass, "" is well
    CheckConstraint("id = 1", name="one_only"),
    sqlite_strict=True,
)

feed_cursor = Table(
    "feed_cursor",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("feed_epoch", Text, nullable=False),
    Column("pos", WHOLE, nullable=False),
    Column("began", WHOLE, nullable=False, server_default="0"),  # where the feed ended at first
    sqlite_strict=True,
)

first_download = Table(
    "first_download",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("manifest", LargeBinary, nullable=False),  # as it was signed and checked
    Column("next_part", Integer, nullable=False),
    sqlite_strict=True,
)

reference_file = Table(
    "reference_file",
    metadata,
    Column("name", Text, primary_key=True),
    Column("sha256", LargeBinary, nullable=False),
    Column("content", Text, nullable=False),
    sqlite_strict=True,
)
