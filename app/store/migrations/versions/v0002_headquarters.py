"""Headquarters at the other end: where it is, what it took, said and sent.

The statements are frozen: they never follow the live tables.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE entry_status (
      seq INTEGER NOT NULL,
      status TEXT NOT NULL,
      code TEXT NOT NULL,
      detail TEXT NOT NULL,
      CONSTRAINT pk_entry_status PRIMARY KEY (seq)
    )
     STRICT
    """,
    """
    CREATE TABLE customer_taken (
      uid BLOB NOT NULL,
      after_seq INTEGER NOT NULL,
      document BLOB NOT NULL,
      CONSTRAINT pk_customer_taken PRIMARY KEY (uid),
      CONSTRAINT fk_customer_taken_uid_customer FOREIGN KEY(uid) REFERENCES customer (uid)
    )
     STRICT
    """,
    """
    CREATE TABLE headquarters_link (
      id INTEGER NOT NULL,
      url TEXT NOT NULL,
      feed_epoch TEXT DEFAULT '' NOT NULL,
      heard_ms INTEGER DEFAULT '0' NOT NULL,
      problem TEXT DEFAULT '' NOT NULL,
      CONSTRAINT pk_headquarters_link PRIMARY KEY (id),
      CONSTRAINT ck_headquarters_link_one_only CHECK (id = 1)
    )
     STRICT
    """,
    """
    CREATE TABLE feed_cursor (
      scope TEXT NOT NULL,
      feed_epoch TEXT NOT NULL,
      pos INTEGER NOT NULL,
      CONSTRAINT pk_feed_cursor PRIMARY KEY (scope)
    )
     STRICT
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    for table in ("feed_cursor", "headquarters_link", "customer_taken", "entry_status"):
        op.execute(f"DROP TABLE {table}")
