"""Values that met at headquarters, and what people chose."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

UP = (
    """
    CREATE TABLE conflict_heard (
      edit BLOB NOT NULL,
      field TEXT NOT NULL,
      uid BLOB NOT NULL,
      open INTEGER NOT NULL,
      document BLOB NOT NULL,
      CONSTRAINT pk_conflict_heard PRIMARY KEY (edit, field),
      CONSTRAINT ck_conflict_heard_open_is_a_flag CHECK (open IN (0, 1))
    )
     STRICT
    """,
    "CREATE INDEX ix_conflict_heard_uid ON conflict_heard (uid)",
    "CREATE INDEX ix_conflict_heard_open ON conflict_heard (open)",
    """
    CREATE TABLE conflict_settled (
      seq INTEGER NOT NULL,
      field TEXT NOT NULL,
      edit BLOB NOT NULL,
      uid BLOB NOT NULL,
      stands TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      clerk_name TEXT NOT NULL,
      reason TEXT NOT NULL,
      CONSTRAINT pk_conflict_settled PRIMARY KEY (seq, field)
    )
     STRICT
    """,
    "CREATE INDEX ix_conflict_settled_edit ON conflict_settled (edit)",
    "CREATE INDEX ix_conflict_settled_uid ON conflict_settled (uid)",
)
TABLES = ("conflict_heard", "conflict_settled")


def upgrade() -> None:
    """Add the tables; headquarters tells of conflicts when the scope is read again."""
    for statement in UP:
        op.execute(statement)


def downgrade() -> None:
    """Answers stand in the journal; conflicts come again."""
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
