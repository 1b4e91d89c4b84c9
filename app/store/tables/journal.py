"""The journal and what stands beside it: head, erasures, push state, exceptions.

Triggers abort every UPDATE and DELETE of an entry. The one exception is lawful erasure: a body may
become NULL when a ``customer.erased`` entry has named its sequence in ``erasure`` before.
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

from app.store.tables.metadata import WHOLE, after_create_on_sqlite, metadata

journal = Table(
    "journal",
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
    UniqueConstraint("entry_id"),
    UniqueConstraint("command_id"),
    CheckConstraint("seq > 0", name="seq_positive"),
    CheckConstraint("length(hash) = 32 AND length(prev) = 32", name="hashes_whole"),
    sqlite_strict=True,
)
Index("ix_journal_day", journal.c.terminal, journal.c.epoch, journal.c.wall_ms, journal.c.seq)

journal_head = Table(
    "journal_head",
    metadata,
    Column("terminal", WHOLE, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", WHOLE, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("hlc", WHOLE, nullable=False),
    Column("wall_ms", WHOLE, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    sqlite_strict=True,
)

erasure = Table(
    "erasure",
    metadata,
    Column("seq", WHOLE, primary_key=True),
    Column("by_seq", WHOLE, nullable=False),
    sqlite_strict=True,
)

push_state = Table(
    "push_state",
    metadata,
    Column("terminal", WHOLE, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("acked_seq", WHOLE, nullable=False, server_default="0"),
    Column("acked_hash", LargeBinary),
    Column("receipt", LargeBinary),
    Column("backed_up_seq", WHOLE, nullable=False, server_default="0"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("next_try_ms", WHOLE, nullable=False, server_default="0"),
    Column("last_error", Text),
    sqlite_strict=True,
)

entry_status = Table(
    "entry_status",
    metadata,
    Column("seq", WHOLE, primary_key=True),
    Column("status", Text, nullable=False),  # quarantined, blocked, deferred: never a plain entry
    Column("code", Text, nullable=False),
    Column("detail", Text, nullable=False),
    sqlite_strict=True,
)

NO_DELETE = """
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal entries are never deleted'); END
"""

NO_UPDATE = """
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
WHEN NOT (
  NEW.body IS NULL AND OLD.body IS NOT NULL
  AND EXISTS (SELECT 1 FROM erasure WHERE erasure.seq = OLD.seq)
  AND NEW.terminal = OLD.terminal AND NEW.epoch = OLD.epoch AND NEW.seq = OLD.seq
  AND NEW.prev = OLD.prev AND NEW.entry_id = OLD.entry_id
  AND NEW.command_id IS OLD.command_id AND NEW.txn_id = OLD.txn_id AND NEW.flags = OLD.flags
  AND NEW.kind = OLD.kind AND NEW.kind_version = OLD.kind_version AND NEW.hlc = OLD.hlc
  AND NEW.wall_ms = OLD.wall_ms AND NEW.clerk = OLD.clerk
  AND NEW.body_hash = OLD.body_hash AND NEW.hash = OLD.hash
)
BEGIN SELECT RAISE(ABORT, 'journal entries are never changed'); END
"""

after_create_on_sqlite(NO_DELETE)
after_create_on_sqlite(NO_UPDATE)
