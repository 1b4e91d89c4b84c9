"""Which files of evidence headquarters holds."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

UP = """
    CREATE TABLE evidence_sent (
      evidence BLOB NOT NULL,
      feed_epoch TEXT NOT NULL,
      whole INTEGER NOT NULL,
      at_ms INTEGER NOT NULL,
      CONSTRAINT pk_evidence_sent PRIMARY KEY (evidence),
      CONSTRAINT ck_evidence_sent_whole_is_a_flag CHECK (whole IN (0, 1))
    )
     STRICT
    """


def upgrade() -> None:
    """Add the table; every file is offered once."""
    op.execute(UP)


def downgrade() -> None:
    """What headquarters holds it says when it is asked again."""
    op.execute("DROP TABLE evidence_sent")
