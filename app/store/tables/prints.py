"""The durable print journal of this computer: what is on paper, what waits, what is in doubt.

Each printer has its own queue in it: the waiting jobs of the documents it prints.
"""

import sqlalchemy as sa
from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from app.store.tables.metadata import WHOLE, metadata

print_job = Table(
    "print_job",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("copy", Integer, nullable=False),
    Column("state", Text, nullable=False),  # lost: never came out; a marked copy took its place
    Column("pdf", LargeBinary),
    Column("sha256", LargeBinary),
    Column("printer", Text),
    Column("problem", Text, nullable=False, server_default=""),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("changed_ms", WHOLE, nullable=False),
    Column("ticket", Text, nullable=False, server_default=""),  # the print system's own number
    Column("sent_ms", WHOLE, nullable=False, server_default="0"),
    UniqueConstraint("document", "subject", "copy"),
    ForeignKeyConstraint(
        ["document", "subject", "copy"], ["document.kind", "document.subject", "document.copy"]
    ),
    CheckConstraint(
        "state IN ('due', 'ready', 'sending', 'sent', 'printed', 'doubtful', 'lost')",
        name="state_is_known",
    ),
    sqlite_strict=True,
)
UNFINISHED = print_job.c.state != sa.literal_column("'printed'")
"""Said in a question, it lets the index below answer: years of printed paper are not walked."""

Index(None, print_job.c.state, sqlite_where=UNFINISHED)

printer_state = Table(
    "printer_state",
    metadata,
    Column("printer", Text, primary_key=True),
    Column("code", Text, nullable=False),  # the code of its last fault; "" when it took its work
    Column("problem", Text, nullable=False),
    Column("seen_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)
"""How each printer stood when it was last asked: known again after a crash."""
