"""Tables of voids, corrections, payments and other services.

Receipts of before were all paid in cash: each gets its one part, as the fold gives it today.
The statements are frozen: they never follow the live tables.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE payment_part (
      subject TEXT NOT NULL,
      position INTEGER NOT NULL,
      receipt TEXT NOT NULL,
      customer_uid BLOB NOT NULL,
      method TEXT NOT NULL,
      amount_vnd INTEGER NOT NULL,
      open_vnd INTEGER NOT NULL,
      at_ms INTEGER NOT NULL,
      memo TEXT NOT NULL,
      settled_ms INTEGER,
      settled_by TEXT NOT NULL,
      reference TEXT NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_payment_part PRIMARY KEY (subject, position)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_payment_part_at_ms ON payment_part (at_ms) WHERE open_vnd != 0
    """,
    """
    CREATE INDEX ix_payment_part_receipt ON payment_part (receipt)
    """,
    """
    CREATE TABLE adjustment (
      number TEXT NOT NULL,
      receipt TEXT NOT NULL,
      customer_uid BLOB NOT NULL,
      what TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      clock_flags INTEGER NOT NULL,
      clerk INTEGER NOT NULL,
      clerk_name TEXT NOT NULL,
      counter TEXT NOT NULL,
      approver INTEGER NOT NULL,
      approver_name TEXT NOT NULL,
      reason TEXT NOT NULL,
      amount_vnd INTEGER NOT NULL,
      tendered_vnd INTEGER NOT NULL,
      change_vnd INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_adjustment PRIMARY KEY (number),
      CONSTRAINT ck_adjustment_what_is_known CHECK (what IN ('void', 'refund', 'correction'))
    )
     STRICT
    """,
    """
    CREATE INDEX ix_adjustment_at_ms ON adjustment (at_ms)
    """,
    """
    CREATE INDEX ix_adjustment_receipt ON adjustment (receipt)
    """,
    """
    CREATE TABLE adjusted_item (
      number TEXT NOT NULL,
      code TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      was_vnd INTEGER NOT NULL,
      now_vnd INTEGER NOT NULL,
      was BLOB,
      now BLOB,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_adjusted_item PRIMARY KEY (number, code)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_adjusted_item_code ON adjusted_item (code)
    """,
    """
    CREATE TABLE service_record (
      number TEXT NOT NULL,
      customer_uid BLOB NOT NULL,
      at_ms INTEGER NOT NULL,
      service TEXT NOT NULL,
      service_label TEXT NOT NULL,
      direction TEXT NOT NULL,
      amount_vnd INTEGER NOT NULL,
      fee_vnd INTEGER NOT NULL,
      period_from TEXT NOT NULL,
      period_to TEXT NOT NULL,
      reference TEXT NOT NULL,
      status TEXT NOT NULL,
      detail BLOB NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_service_record PRIMARY KEY (number),
      CONSTRAINT ck_service_record_direction_is_known CHECK (direction IN ('in', 'out'))
    )
     STRICT
    """,
    """
    CREATE INDEX ix_service_record_customer_uid_at_ms ON service_record (customer_uid, at_ms)
    """,
    """
    CREATE TABLE credit_account (
      customer_uid BLOB NOT NULL,
      contract TEXT NOT NULL,
      limit_vnd INTEGER NOT NULL,
      until TEXT NOT NULL,
      agreed_ms INTEGER NOT NULL,
      approver_name TEXT NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_credit_account PRIMARY KEY (customer_uid),
      CONSTRAINT ck_credit_account_limit_not_negative CHECK (limit_vnd >= 0)
    )
     STRICT
    """,
    """
    CREATE TABLE credit_used (
      customer_uid BLOB NOT NULL,
      used_vnd INTEGER NOT NULL,
      CONSTRAINT pk_credit_used PRIMARY KEY (customer_uid)
    )
     STRICT
    """,
    """
    CREATE TABLE credit_heard (
      customer_uid BLOB NOT NULL,
      contract TEXT NOT NULL,
      limit_vnd INTEGER NOT NULL,
      until TEXT NOT NULL,
      agreed_ms INTEGER NOT NULL,
      elsewhere_vnd INTEGER NOT NULL,
      heard_ms INTEGER NOT NULL,
      CONSTRAINT pk_credit_heard PRIMARY KEY (customer_uid)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_receipt_accepted_ms ON receipt (accepted_ms)
    """,
    """
    INSERT INTO payment_part
      SELECT number, 1, number, customer_uid, 'cash', due_vnd, 0, accepted_ms, '', NULL, '', '', seq
      FROM receipt WHERE due_vnd != 0
    """,
)

TABLES = (
    "credit_heard",
    "credit_used",
    "credit_account",
    "service_record",
    "adjusted_item",
    "adjustment",
    "payment_part",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP INDEX ix_receipt_accepted_ms")
    for name in TABLES:
        op.execute(f"DROP TABLE {name}")
