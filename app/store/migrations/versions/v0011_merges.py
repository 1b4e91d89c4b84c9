"""Merges become facts with an identity; each number's own words stand beside its record."""

from collections.abc import Iterator

import msgspec
import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

UP = (
    """
    CREATE TABLE merge_fact (
      merge BLOB NOT NULL,
      hlc INTEGER NOT NULL,
      terminal INTEGER NOT NULL,
      epoch INTEGER NOT NULL,
      winner BLOB NOT NULL,
      loser BLOB NOT NULL,
      taken TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      reason TEXT NOT NULL,
      clerk_name TEXT NOT NULL,
      approver TEXT NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_merge_fact PRIMARY KEY (merge),
      CONSTRAINT ck_merge_fact_two_customers CHECK (loser <> winner)
    )
     STRICT
    """,
    "CREATE INDEX ix_merge_fact_hlc ON merge_fact (hlc)",
    "CREATE INDEX ix_merge_fact_loser ON merge_fact (loser)",
    "CREATE INDEX ix_merge_fact_winner ON merge_fact (winner)",
    """
    CREATE TABLE merge_undone (
      merge BLOB NOT NULL,
      undoing BLOB NOT NULL,
      hlc INTEGER NOT NULL,
      at_ms INTEGER NOT NULL,
      reason TEXT NOT NULL,
      clerk_name TEXT NOT NULL,
      approver TEXT NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_merge_undone PRIMARY KEY (merge, undoing)
    )
     STRICT
    """,
    """
    CREATE TABLE customer_word (
      uid BLOB NOT NULL,
      field TEXT NOT NULL,
      hlc INTEGER NOT NULL,
      mark BLOB NOT NULL,
      document BLOB NOT NULL,
      CONSTRAINT pk_customer_word PRIMARY KEY (uid, field)
    )
     STRICT
    """,
    """
    INSERT INTO merge_fact
      SELECT j.entry_id, j.hlc, j.terminal, j.epoch, e.winner, e.loser,
        coalesce((SELECT group_concat(value, ' ') FROM json_each(j.body, '$.taken')), ''),
        e.at_ms, e.reason, e.clerk_name, e.approver, e.seq
      FROM merge_event e JOIN journal j ON j.seq = e.seq WHERE e.kind = 'merged'
    """,
    """
    INSERT INTO merge_undone
      SELECT f.merge, j.entry_id, j.hlc, e.at_ms, e.reason, e.clerk_name, e.approver, e.seq
      FROM merge_event e JOIN journal j ON j.seq = e.seq
      JOIN merge_fact f ON f.winner = e.winner AND f.loser = e.loser AND f.seq < e.seq
      WHERE e.kind = 'unmerged'
    """,
)

DOWN = (
    """
    CREATE TABLE merge_event (
      seq INTEGER NOT NULL,
      kind TEXT NOT NULL,
      winner BLOB NOT NULL,
      loser BLOB NOT NULL,
      at_ms INTEGER NOT NULL,
      reason TEXT NOT NULL,
      clerk_name TEXT NOT NULL,
      approver TEXT NOT NULL,
      CONSTRAINT pk_merge_event PRIMARY KEY (seq)
    )
     STRICT
    """,
    "CREATE INDEX ix_merge_event_loser ON merge_event (loser)",
    "CREATE INDEX ix_merge_event_winner ON merge_event (winner)",
    """
    CREATE TABLE customer_layer (
      uid BLOB NOT NULL,
      field TEXT NOT NULL,
      seq INTEGER NOT NULL,
      at_ms INTEGER NOT NULL,
      document BLOB NOT NULL,
      CONSTRAINT pk_customer_layer PRIMARY KEY (uid, field, seq)
    )
     STRICT
    """,
    """
    INSERT INTO merge_event
      SELECT seq, 'merged', winner, loser, at_ms, reason, clerk_name, approver
      FROM merge_fact WHERE seq > 0
    """,
    """
    INSERT INTO merge_event
      SELECT u.seq, 'unmerged', f.winner, f.loser, u.at_ms, u.reason, u.clerk_name, u.approver
      FROM merge_undone u JOIN merge_fact f ON f.merge = u.merge
      WHERE u.seq > 0 GROUP BY u.seq
    """,
    "DROP TABLE merge_fact",
    "DROP TABLE merge_undone",
    "DROP TABLE customer_word",
)

FIELDS = {
    "full_name": ("full_name",),
    "birth_date": ("birth_date",),
    "sex": ("sex",),
    "citizen": ("citizen_number", "citizen_lookup", "citizen_source", "citizen_issued_on"),
    "phones": ("phones",),
    "address": ("street", "commune", "scheme"),
    "alert_note": ("alert_note",),
}
SUCCEEDED = "full_name birth_date sex phones citizen"

SAID = """
  SELECT e.uid, e.kind, e.fields, j.hlc, j.entry_id
  FROM customer_event e JOIN journal j ON j.seq = e.seq
  LEFT JOIN customer_taken t ON t.uid = e.uid
  WHERE e.kind IN ('edited', 'succeeded') AND e.seq > coalesce(t.after_seq, 0)
  ORDER BY e.seq
"""
OWN_LAYERS = """
  SELECT uid, field, document FROM customer_layer
  WHERE seq NOT IN (SELECT seq FROM merge_event) ORDER BY at_ms, seq
"""


def upgrade() -> None:
    """Take over what was merged; what was edited gets its time from the journal."""
    for statement in UP:
        op.execute(statement)
    connection = op.get_bind()
    words = {key: (0, b"", value) for key, value in _own_layers(connection)}
    for uid, field, hlc, mark in list(_said(connection)):
        before = words.get((uid, field))
        value = before[2] if before else _of_row(connection, uid, field)
        words[uid, field] = (hlc, mark, value)
    rows = [
        {"uid": uid, "field": field, "hlc": hlc, "mark": mark, "document": document}
        for (uid, field), (hlc, mark, document) in words.items()
    ]
    if rows:
        connection.execute(
            sa.text("INSERT INTO customer_word VALUES (:uid, :field, :hlc, :mark, :document)"), rows
        )
    op.execute("DROP TABLE customer_layer")
    op.execute("DROP TABLE merge_event")


def downgrade() -> None:
    """Merges stay; what was shown by one stays shown, and is no longer lifted by its undoing."""
    for statement in DOWN:
        op.execute(statement)


def _own_layers(connection: sa.Connection) -> Iterator[tuple[tuple[bytes, str], bytes]]:
    for row in connection.execute(sa.text(OWN_LAYERS)):
        yield (row.uid, row.field), row.document


def _said(connection: sa.Connection) -> Iterator[tuple[bytes, str, int, bytes]]:
    for row in connection.execute(sa.text(SAID)):
        edited = set((row.fields if row.kind == "edited" else SUCCEEDED).split())
        for field, columns in FIELDS.items():
            if edited & {field, *columns}:
                yield row.uid, field, row.hlc, row.entry_id


def _of_row(connection: sa.Connection, uid: bytes, field: str) -> bytes:
    columns = FIELDS[field]
    query = sa.text(f"SELECT {', '.join(columns)} FROM customer WHERE uid = :uid")  # noqa: S608 - our own names
    row = connection.execute(query, {"uid": uid}).one()
    return msgspec.msgpack.encode(dict(zip(columns, row, strict=True)))
