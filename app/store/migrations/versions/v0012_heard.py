"""Objects of headquarters that were taken, and those that a newer program is to read again."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
    op.execute(
        """
        CREATE TABLE taken_document (
          entity TEXT NOT NULL,
          "key" BLOB NOT NULL,
          after_seq INTEGER NOT NULL,
          document BLOB NOT NULL,
          CONSTRAINT pk_taken_document PRIMARY KEY (entity, "key")
        )
         STRICT
        """
    )
    op.execute(
        """
        CREATE TABLE feed_unknown (
          scope TEXT NOT NULL,
          entity TEXT NOT NULL,
          rows INTEGER NOT NULL,
          CONSTRAINT pk_feed_unknown PRIMARY KEY (scope, entity)
        )
         STRICT
        """
    )


def downgrade() -> None:
    """Rows that headquarters sent stay; only what they were is forgotten."""
    op.execute("DROP TABLE feed_unknown")
    op.execute("DROP TABLE taken_document")
