"""Keys to find customers by: B-tree prefixes first, whole-text over distinct names behind.

``search_key`` holds folded text; ``kind`` is one of the constants below.
"""

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint

from app.store.tables.metadata import after_create_on_sqlite, metadata

NAME, INITIALS, PHONE, ADDRESS = 1, 2, 3, 4

search_key = Table(
    "search_key",
    metadata,
    Column("kind", Integer, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("customer", Integer, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

distinct_name = Table(
    "distinct_name",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("folded", Text, nullable=False),
    UniqueConstraint("folded"),
    sqlite_strict=True,
)

NAME_WORDS = """
CREATE VIRTUAL TABLE name_words USING fts5(
  folded, content='', detail=none, columnsize=0,
  prefix='1 2 3 4 5 6 7', tokenize='ascii'
)
"""
after_create_on_sqlite(NAME_WORDS)
