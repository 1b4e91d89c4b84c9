"""Headquarters' tables: those that the fold fills, as at the counter, and its own beside them.

The fold's rows name an entry by one number. At a counter that is the entry's sequence; here it is
the entry's *place*: the writer's own number × 2^40 + sequence, unique among all writers.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from app.store.tables.acceptance import label_roll
from app.store.tables.cards import AT_HEADQUARTERS as CARDS
from app.store.tables.complaints import FOLDED as COMPLAINTS
from app.store.tables.conflicts import FOLDED as CONFLICTS
from app.store.tables.customers import customer, customer_alias, customer_base, customer_event
from app.store.tables.journal import erasure
from app.store.tables.metadata import WHOLE
from app.store.tables.metadata import metadata as counter_metadata
from app.store.tables.money import (
    adjusted_item,
    adjustment,
    credit_account,
    credit_used,
    payment_part,
    service_record,
)
from app.store.tables.relations import FOLDED as RELATIONS
from app.store.tables.search import distinct_name, search_key
from app.store.tables.shifts import cash_count, cash_movement, shift, shift_correction
from app.store.tables.shipments import document, posting, receipt, shipment
from app.store.tables.station import lease

FOLDED = (
    customer, customer_alias, customer_base, customer_event, erasure, search_key, distinct_name,
    receipt, shipment, posting, document, lease, shift, cash_movement, cash_count,
    shift_correction, label_roll, *RELATIONS, *CARDS, *COMPLAINTS, *CONFLICTS,
    payment_part, adjustment, adjusted_item, service_record, credit_account, credit_used,
)  # fmt: skip

metadata = MetaData(naming_convention=counter_metadata.naming_convention)
for _table in FOLDED:
    _copy = _table.to_metadata(metadata)
    if _table in (receipt, posting, document):
        _copy.indexes.clear()  # for the lists of counters: here nobody asks, and each row pays

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

writer = Table(
    "writer",
    metadata,
    Column("terminal", WHOLE, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("number", WHOLE, nullable=False),  # counts writers; the upper bits of their places
    Column("office", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("province", Text, nullable=False),
    Column("device_key", LargeBinary, nullable=False),
    Column("nonce", LargeBinary, nullable=False),
    Column("enrolled_ms", WHOLE, nullable=False),
    Column("head_seq", WHOLE, nullable=False, server_default="0"),
    Column("head_hash", LargeBinary, nullable=False),
    Column("head_signature", LargeBinary),
    Column("frozen", Integer, nullable=False, server_default="0"),
    Column("last_seen_ms", WHOLE, nullable=False, server_default="0"),
    Column("pending", WHOLE, nullable=False, server_default="0"),
    Column("oldest_ms", WHOLE, nullable=False, server_default="0"),
    Column("clock_off_ms", WHOLE, nullable=False, server_default="0"),
    Column("app_version", Text, nullable=False, server_default=""),
    Column("revoked_after", WHOLE),  # sequence; what came after it is held. NULL: not revoked
    Column("revoked_ms", WHOLE),
    Column("revoked_reason", Text),
    UniqueConstraint("number"),
    sqlite_strict=True,
)

entry = Table(
    "entry",
    metadata,
    Column("terminal", WHOLE, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", WHOLE, primary_key=True),
    Column("prev", LargeBinary, nullable=False),
    Column("entry_id", LargeBinary, nullable=False),
    Column("command_id", LargeBinary),
    Column("txn_id", LargeBinary, nullable=False),
    Column("flags", Integer, nullable=False),
    Column("kind", Integer, nullable=False),
    Column("kind_version", Integer, nullable=False),
    Column("hlc", WHOLE, nullable=False),
    Column("wall_ms", WHOLE, nullable=False),
    Column("clerk", WHOLE, nullable=False),
    Column("body", LargeBinary),
    Column("body_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("received_ms", WHOLE, nullable=False),
    CheckConstraint("seq > 0", name="seq_positive"),
    sqlite_strict=True,
)
Index("ix_entry_day", entry.c.terminal, entry.c.epoch, entry.c.wall_ms, entry.c.seq)

effect = Table(
    "effect",
    metadata,
    Column("place", WHOLE, primary_key=True),
    Column("status", Text, nullable=False),  # applied, quarantined, blocked, deferred, waived
    Column("command_id", LargeBinary),  # of what was applied: each books once in the country
    UniqueConstraint("command_id"),
    sqlite_strict=True,
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("place", WHOLE, primary_key=True),  # of the transaction's first entry
    Column("terminal", WHOLE, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", WHOLE, nullable=False),
    Column("status", Text, nullable=False),  # quarantined, blocked, deferred
    Column("code", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("since_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)
Index(None, quarantine.c.terminal, quarantine.c.epoch)

released = Table(
    "released",
    metadata,
    Column("place", WHOLE, primary_key=True),  # a transaction that a person vouched for
    Column("at_ms", WHOLE, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_strict=True,
)

held_entity = Table(
    "held_entity",
    metadata,
    Column("entity", Text, primary_key=True),  # "customer:…" in hexadecimal, "item:…", "receipt:…"
    Column("place", WHOLE, primary_key=True),  # the transaction that waits, or for which others do
    sqlite_strict=True,
)

conflict = Table(
    "conflict",
    metadata,
    Column("place", WHOLE, primary_key=True),  # of the edit that came later
    Column("field", Text, primary_key=True),
    Column("uid", LargeBinary, nullable=False),
    Column("base", Text, nullable=False),  # JSON: what the clerk of that edit saw
    Column("mine", Text, nullable=False),  # and wanted
    Column("theirs", Text, nullable=False),  # what stood here instead
    Column("winner", Text, nullable=False),  # mine or theirs, until a person decides
    sqlite_strict=True,
)
Index(None, conflict.c.uid)

fork_evidence = Table(
    "fork_evidence",
    metadata,
    Column("terminal", WHOLE, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", WHOLE, primary_key=True),
    Column("hash_ours", LargeBinary, primary_key=True),
    Column("hash_theirs", LargeBinary, primary_key=True),
    Column("raw", LargeBinary, nullable=False),  # the push as it came, with its signature
    Column("seen_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)

feed = Table(
    "feed",
    metadata,
    Column("pos", WHOLE, primary_key=True, autoincrement=False),
    Column("scope", Text, nullable=False),  # "P:01": a province
    Column("entity", Text, nullable=False),
    Column("uid", LargeBinary, nullable=False),
    Column("version", WHOLE, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("scope", "entity", "uid"),
    sqlite_strict=True,
)
Index(None, feed.c.scope, feed.c.pos)

snapshot = Table(
    "snapshot",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("snapshot", Text, nullable=False),
    Column("feed_epoch", Text, nullable=False),
    Column("manifest", LargeBinary, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    sqlite_strict=True,
)

snapshot_part = Table(
    "snapshot_part",
    metadata,
    Column("snapshot", Text, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_strict=True,
)

lease_grant = Table(
    "lease_grant",
    metadata,
    Column("lease_id", Text, primary_key=True),
    Column("terminal", WHOLE, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("lo", WHOLE, nullable=False),
    Column("hi", WHOLE, nullable=False),
    Column("granted_ms", WHOLE, nullable=False),
    UniqueConstraint("kind", "prefix", "lo"),
    sqlite_strict=True,
)
Index(None, lease_grant.c.terminal, lease_grant.c.epoch)

enrolment_code = Table(
    "enrolment_code",
    metadata,
    Column("office", Text, primary_key=True),
    Column("counter", Text, primary_key=True),
    Column("secret", LargeBinary, nullable=False),  # stretched from the code, which is not kept
    Column("valid_until_ms", WHOLE, nullable=False),
    Column("tries_left", Integer, nullable=False),
    Column("used_by", LargeBinary),  # the device key that became this counter
    sqlite_strict=True,
)

published_file = Table(
    "published_file",
    metadata,
    Column("name", Text, primary_key=True),
    Column("content", Text, nullable=False),
    Column("published_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)

person = Table(
    "person",
    metadata,
    Column("id", WHOLE, primary_key=True),
    Column("office", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("pin_hash", Text, nullable=False),
    UniqueConstraint("office", "code"),
    sqlite_strict=True,
)

hq_log = Table(
    "hq_log",
    metadata,
    Column("number", WHOLE, primary_key=True, autoincrement=False),
    Column("at_ms", WHOLE, nullable=False),
    Column("what", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("hash", LargeBinary, nullable=False),  # over the one before: lines cannot be taken out
    sqlite_strict=True,
)
