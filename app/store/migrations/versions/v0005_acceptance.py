"""Rolls of printed labels, and baskets that are not paid for yet.

The statements are frozen: they never follow the live tables.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE label_roll (
      prefix TEXT NOT NULL,
      lo INTEGER NOT NULL,
      hi INTEGER NOT NULL,
      office TEXT NOT NULL,
      counter TEXT NOT NULL,
      received_ms INTEGER NOT NULL,
      clerk_name TEXT NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_label_roll PRIMARY KEY (prefix, lo),
      CONSTRAINT ck_label_roll_roll_runs_forward CHECK (lo >= 0 AND lo <= hi)
    )
     STRICT
    """,
    """
    CREATE TABLE basket_draft (
      slot INTEGER NOT NULL,
      command_id BLOB NOT NULL,
      customer TEXT NOT NULL,
      clerk_name TEXT NOT NULL,
      began_ms INTEGER NOT NULL,
      changed_ms INTEGER NOT NULL,
      content BLOB NOT NULL,
      CONSTRAINT pk_basket_draft PRIMARY KEY (slot),
      CONSTRAINT uq_basket_draft_command_id UNIQUE (command_id),
      CONSTRAINT ck_basket_draft_five_baskets CHECK (slot BETWEEN 1 AND 5)
    )
     STRICT
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    for table in ("basket_draft", "label_roll"):
        op.execute(f"DROP TABLE {table}")
