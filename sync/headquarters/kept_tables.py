"""Tables of what headquarters keeps for its counters beside the books."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from app.store.tables.metadata import WHOLE
from sync.headquarters.staff_tables import EVERYTHING

backed_up_head = Table(
    "backed_up_head",
    EVERYTHING,
    Column("terminal", WHOLE, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", WHOLE, nullable=False),  # up to here the last whole copy holds the journal
    Column("at_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)

carried_hello = Table(
    "carried_hello",
    EVERYTHING,
    Column("terminal", WHOLE, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("hello", LargeBinary, nullable=False),  # as the counter signed it, on a stick
    Column("cursors", LargeBinary, nullable=False),
    Column("head_seq", WHOLE, nullable=False),
    Column("taken_ms", WHOLE, nullable=False),
    Column("stood", Text, nullable=False, server_default=""),  # to what the reply was said
    Column("reply", LargeBinary),  # told again, so that no second ranges of numbers are lent
    Column("answered_ms", WHOLE),
    sqlite_strict=True,
)

pin = Table(
    "pin",
    EVERYTHING,
    Column("terminal", WHOLE, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("uid", LargeBinary, primary_key=True),  # of another province, known to this writer
    Column("until_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)
Index(None, pin.c.uid)
Index(None, pin.c.until_ms)

tombstone = Table(
    "tombstone",
    EVERYTHING,
    Column("scope", Text, primary_key=True),
    Column("uid", LargeBinary, primary_key=True),  # of the feed's row that says what went
    Column("at_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)
Index(None, tombstone.c.at_ms)

feed_horizon = Table(
    "feed_horizon",
    EVERYTHING,
    Column("scope", Text, primary_key=True),
    Column("pos", WHOLE, nullable=False),  # tombstones up to here are no longer kept; "": given out
    sqlite_strict=True,
)

evidence_piece = Table(
    "evidence_piece",
    EVERYTHING,
    Column("evidence", LargeBinary, primary_key=True),
    Column("start", WHOLE, primary_key=True),
    Column("size", WHOLE, nullable=False),  # before it was sealed
    Column("sealed", LargeBinary, nullable=False),
    sqlite_strict=True,
)

evidence_whole = Table(
    "evidence_whole",
    EVERYTHING,
    Column("evidence", LargeBinary, primary_key=True),  # all of it came, and its hash fits
    Column("at_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)

ALL = EVERYTHING
"""The tables of all modules."""
