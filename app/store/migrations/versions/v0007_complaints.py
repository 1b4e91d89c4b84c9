"""Complaints, their time lines, and where their evidence lies.

The statements are frozen: they never follow the live tables.
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE complaint (
      number TEXT NOT NULL,
      item TEXT NOT NULL,
      item_known INTEGER NOT NULL,
      customer_uid BLOB,
      complaint_type TEXT NOT NULL,
      type_label TEXT NOT NULL,
      role TEXT NOT NULL,
      international INTEGER NOT NULL,
      accepted_on TEXT,
      transit_days INTEGER,
      delivered_on TEXT,
      received_ms INTEGER NOT NULL,
      received_on TEXT NOT NULL,
      window_until TEXT,
      timeliness TEXT NOT NULL,
      due_on TEXT NOT NULL,
      name TEXT DEFAULT '' NOT NULL,
      phone TEXT DEFAULT '' NOT NULL,
      address TEXT DEFAULT '' NOT NULL,
      authority TEXT DEFAULT '' NOT NULL,
      facts TEXT DEFAULT '' NOT NULL,
      remedy TEXT DEFAULT '' NOT NULL,
      state TEXT NOT NULL,
      owner INTEGER,
      owner_name TEXT DEFAULT '' NOT NULL,
      outcome TEXT DEFAULT '' NOT NULL,
      floor_vnd INTEGER DEFAULT '0' NOT NULL,
      compensation_vnd INTEGER DEFAULT '0' NOT NULL,
      paid_by TEXT DEFAULT '' NOT NULL,
      changed_ms INTEGER NOT NULL,
      clerk_name TEXT NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_complaint PRIMARY KEY (number),
      CONSTRAINT uq_complaint_seq UNIQUE (seq),
      CONSTRAINT ck_complaint_item_known_is_a_flag CHECK (item_known IN (0, 1)),
      CONSTRAINT ck_complaint_international_is_a_flag CHECK (international IN (0, 1)),
      CONSTRAINT ck_complaint_state_is_known
         CHECK (state IN ('received', 'investigating', 'decided', 'closed', 'reopened'))
    )
     STRICT
    """,
    "CREATE INDEX ix_complaint_customer_uid ON complaint (customer_uid)",
    "CREATE INDEX ix_complaint_item ON complaint (item)",
    "CREATE INDEX ix_complaint_state_due_on ON complaint (state, due_on)",
    """
    CREATE TABLE complaint_event (
      seq INTEGER NOT NULL,
      complaint TEXT NOT NULL,
      kind TEXT NOT NULL,
      state TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      clerk INTEGER NOT NULL,
      clerk_name TEXT NOT NULL,
      due_on TEXT NOT NULL,
      amount_vnd INTEGER DEFAULT '0' NOT NULL,
      detail TEXT DEFAULT '' NOT NULL,
      words TEXT DEFAULT '' NOT NULL,
      CONSTRAINT pk_complaint_event PRIMARY KEY (seq),
      CONSTRAINT fk_complaint_event_complaint_complaint
         FOREIGN KEY(complaint) REFERENCES complaint (number)
    )
     STRICT
    """,
    "CREATE INDEX ix_complaint_event_at_ms ON complaint_event (at_ms)",
    "CREATE INDEX ix_complaint_event_complaint ON complaint_event (complaint)",
    """
    CREATE TABLE complaint_words (
      seq INTEGER NOT NULL,
      complaint TEXT NOT NULL,
      CONSTRAINT pk_complaint_words PRIMARY KEY (seq),
      CONSTRAINT fk_complaint_words_complaint_complaint
         FOREIGN KEY(complaint) REFERENCES complaint (number)
    )
     STRICT
    """,
    "CREATE INDEX ix_complaint_words_complaint ON complaint_words (complaint)",
    """
    CREATE TABLE complaint_evidence (
      evidence BLOB NOT NULL,
      complaint TEXT NOT NULL,
      name TEXT NOT NULL,
      media TEXT NOT NULL,
      size INTEGER NOT NULL,
      sha256 BLOB NOT NULL,
      at_ms INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_complaint_evidence PRIMARY KEY (evidence),
      CONSTRAINT fk_complaint_evidence_complaint_complaint
         FOREIGN KEY(complaint) REFERENCES complaint (number)
    )
     STRICT
    """,
    "CREATE INDEX ix_complaint_evidence_complaint ON complaint_evidence (complaint)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    for table in ("complaint_evidence", "complaint_words", "complaint_event", "complaint"):
        op.execute(f"DROP TABLE {table}")
