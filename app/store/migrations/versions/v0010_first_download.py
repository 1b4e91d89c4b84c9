"""How far the first download of a scope has come."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.execute(
        """
        CREATE TABLE first_download (
          scope TEXT NOT NULL,
          manifest BLOB NOT NULL,
          next_part INTEGER NOT NULL,
          CONSTRAINT pk_first_download PRIMARY KEY (scope)
        )
         STRICT
        """
    )


def downgrade() -> None:
    """What was downloaded stays; only how far it came is forgotten."""
    op.execute("DROP TABLE first_download")
