"""Values that met at headquarters: as it tells of them, and what this journal answered."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text

from app.store.tables.metadata import WHOLE, metadata

conflict_heard = Table(
    "conflict_heard",
    metadata,
    Column("edit", LargeBinary, primary_key=True),  # id of the entry that came later
    Column("field", Text, primary_key=True),
    Column("uid", LargeBinary, nullable=False),
    Column("open", Integer, nullable=False),  # 0: headquarters knows who settled it
    Column("document", LargeBinary, nullable=False),  # as headquarters tells it
    CheckConstraint("open IN (0, 1)", name="open_is_a_flag"),
    sqlite_strict=True,
)
Index(None, conflict_heard.c.uid)
Index(None, conflict_heard.c.open)

conflict_settled = Table(
    "conflict_settled",
    metadata,
    Column("seq", WHOLE, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("edit", LargeBinary, nullable=False),
    Column("uid", LargeBinary, nullable=False),
    Column("stands", Text, nullable=False),  # mine, theirs
    Column("at_ms", WHOLE, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_strict=True,
)
Index(None, conflict_settled.c.edit)
Index(None, conflict_settled.c.uid)

FOLDED = (conflict_settled,)
