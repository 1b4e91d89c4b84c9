"""What left a scope: since when a scope is read, and what came while it was read again."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Scopes that are read go on from where they stand."""
    op.execute("ALTER TABLE feed_cursor ADD COLUMN began INTEGER DEFAULT '0' NOT NULL")
    op.execute(
        """
        CREATE TABLE feed_seen (
          scope TEXT NOT NULL,
          uid BLOB NOT NULL,
          CONSTRAINT pk_feed_seen PRIMARY KEY (scope, uid)
        )
         STRICT
        """
    )


def downgrade() -> None:
    """A reading that was begun anew ends as any other."""
    op.execute("DROP TABLE feed_seen")
    op.execute("ALTER TABLE feed_cursor DROP COLUMN began")
