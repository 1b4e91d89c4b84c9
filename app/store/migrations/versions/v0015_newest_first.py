"""What is read newest first is found without reading the rest: complaints, and views of a day."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the indexes."""
    op.execute("CREATE INDEX ix_complaint_received_ms ON complaint (received_ms)")
    op.execute("CREATE INDEX ix_customer_view_at_ms ON customer_view (at_ms)")


def downgrade() -> None:
    """Only slower."""
    op.execute("DROP INDEX ix_customer_view_at_ms")
    op.execute("DROP INDEX ix_complaint_received_ms")
