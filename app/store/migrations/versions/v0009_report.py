"""A day's entries are found by an index, however long the journal is."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE INDEX ix_journal_day ON journal (terminal, epoch, wall_ms, seq)")


def downgrade() -> None:
    op.execute("DROP INDEX ix_journal_day")
