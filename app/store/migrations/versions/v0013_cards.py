"""Cards signed by headquarters; customers of other provinces that are kept for a while."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

UP = (
    """
    CREATE TABLE card (
      card BLOB NOT NULL,
      uid BLOB NOT NULL,
      number TEXT NOT NULL,
      document TEXT NOT NULL,
      copy INTEGER NOT NULL,
      issued_ms INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_card PRIMARY KEY (card)
    )
     STRICT
    """,
    "CREATE INDEX ix_card_uid ON card (uid)",
    """
    CREATE TABLE card_revoked (
      card BLOB NOT NULL,
      uid BLOB NOT NULL,
      at_ms INTEGER NOT NULL,
      reason TEXT NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_card_revoked PRIMARY KEY (card)
    )
     STRICT
    """,
    "CREATE INDEX ix_card_revoked_uid ON card_revoked (uid)",
    """
    CREATE TABLE signed_card (
      card BLOB NOT NULL,
      uid BLOB NOT NULL,
      digits TEXT NOT NULL,
      CONSTRAINT pk_signed_card PRIMARY KEY (card)
    )
     STRICT
    """,
    "CREATE INDEX ix_signed_card_uid ON signed_card (uid)",
    """
    CREATE TABLE card_key (
      "key" INTEGER NOT NULL,
      public BLOB NOT NULL,
      CONSTRAINT pk_card_key PRIMARY KEY ("key")
    )
     STRICT
    """,
    """
    CREATE TABLE card_shut_out (
      card BLOB NOT NULL,
      at_ms INTEGER NOT NULL,
      CONSTRAINT pk_card_shut_out PRIMARY KEY (card)
    )
     STRICT
    """,
    """
    CREATE TABLE card_wait (
      card BLOB NOT NULL,
      document TEXT NOT NULL,
      number TEXT NOT NULL,
      copy INTEGER NOT NULL,
      CONSTRAINT pk_card_wait PRIMARY KEY (card)
    )
     STRICT
    """,
    """
    CREATE TABLE pinned_customer (
      uid BLOB NOT NULL,
      until_ms INTEGER NOT NULL,
      CONSTRAINT pk_pinned_customer PRIMARY KEY (uid)
    )
     STRICT
    """,
    """
    INSERT INTO card
      SELECT substr(j.entry_id, 9), c.uid, d.subject, d.kind, d.copy, d.asked_ms, d.seq
      FROM document d JOIN journal j ON j.seq = d.seq JOIN customer c ON c.number = d.subject
      WHERE d.kind IN ('customer_card', 'card_sheet')
    """,
)
TABLES = (
    "card",
    "card_revoked",
    "signed_card",
    "card_key",
    "card_shut_out",
    "card_wait",
    "pinned_customer",
)


def upgrade() -> None:
    """Add the tables; cards issued so far get their names."""
    for statement in UP:
        op.execute(statement)


def downgrade() -> None:
    """What was issued stands in the journal; signatures come again."""
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
