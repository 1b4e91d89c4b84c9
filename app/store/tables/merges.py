"""Which customers are one, and whose word each field of a record is."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text

from app.store.tables.metadata import WHOLE, metadata

merge_fact = Table(
    "merge_fact",
    metadata,
    Column("merge", LargeBinary, primary_key=True),  # the entry's id; headquarters' own: a new id
    Column("hlc", WHOLE, nullable=False),
    Column("terminal", WHOLE, nullable=False),  # 0: headquarters said it
    Column("epoch", Integer, nullable=False),
    Column("winner", LargeBinary, nullable=False),
    Column("loser", LargeBinary, nullable=False),
    Column("taken", Text, nullable=False),  # names of fields, separated by blanks
    Column("at_ms", WHOLE, nullable=False),
    Column("reason", Text, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("approver", Text, nullable=False),
    Column("seq", WHOLE, nullable=False),  # of the entry; 0: not from this store's journals
    CheckConstraint("loser <> winner", name="two_customers"),
    sqlite_strict=True,
)
Index(None, merge_fact.c.winner)
Index(None, merge_fact.c.loser)
Index(None, merge_fact.c.hlc)

merge_undone = Table(
    "merge_undone",
    metadata,
    Column("merge", LargeBinary, primary_key=True),
    Column("undoing", LargeBinary, primary_key=True),  # the entry's id; one may undo several
    Column("hlc", WHOLE, nullable=False),
    Column("at_ms", WHOLE, nullable=False),
    Column("reason", Text, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("approver", Text, nullable=False),
    Column("seq", WHOLE, nullable=False),
    sqlite_strict=True,
)
"""A merge named here is undone for ever, even if it is heard of only afterwards."""

customer_merge = Table(
    "customer_merge",
    metadata,
    Column("loser", LargeBinary, primary_key=True),
    Column("winner", LargeBinary, nullable=False),
    Column("at_ms", WHOLE, nullable=False),
    Column("seq", WHOLE, nullable=False),
    CheckConstraint("loser <> winner", name="two_customers"),
    sqlite_strict=True,
)
Index(None, customer_merge.c.winner)
"""What the facts come to: who leads to whom."""

customer_word = Table(
    "customer_word",
    metadata,
    Column("uid", LargeBinary, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("hlc", WHOLE, nullable=False),
    Column("mark", LargeBinary, nullable=False),  # the entry's id; both empty: as registered
    Column("document", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""A number's own value of a field that was ever edited, or under which another's is shown."""
