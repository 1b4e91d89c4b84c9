"""Shifts, cash moved and counted; papers that belong to a shift and to no receipt.

The statements are frozen: they never follow the live tables.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE shift (
      number TEXT NOT NULL,
      drawer TEXT NOT NULL,
      serial INTEGER NOT NULL,
      opening TEXT NOT NULL,
      opened_seq INTEGER NOT NULL,
      opened_ms INTEGER NOT NULL,
      clerk INTEGER NOT NULL,
      clerk_name TEXT NOT NULL,
      float_vnd INTEGER NOT NULL,
      opened BLOB NOT NULL,
      closed_seq INTEGER,
      closed_ms INTEGER,
      closed_by TEXT,
      closed_hash BLOB,
      expected_vnd INTEGER,
      counted_vnd INTEGER,
      difference_vnd INTEGER,
      agreed_by TEXT,
      left_vnd INTEGER,
      closed BLOB,
      CONSTRAINT pk_shift PRIMARY KEY (number),
      CONSTRAINT uq_shift_drawer_serial UNIQUE (drawer, serial),
      CONSTRAINT uq_shift_opened_seq UNIQUE (opened_seq),
      CONSTRAINT ck_shift_closed_whole CHECK ((closed_seq IS NULL) = (closed IS NULL))
    )
     STRICT
    """,
    """
    CREATE INDEX ix_shift_closed_ms ON shift (closed_ms)
    """,
    """
    CREATE UNIQUE INDEX uq_shift_open ON shift (drawer) WHERE closed_seq IS NULL
    """,
    """
    CREATE TABLE cash_movement (
      seq INTEGER NOT NULL,
      shift TEXT NOT NULL,
      moved_ms INTEGER NOT NULL,
      movement TEXT NOT NULL,
      purpose TEXT NOT NULL,
      amount_vnd INTEGER NOT NULL,
      reason TEXT NOT NULL,
      clerk_name TEXT NOT NULL,
      CONSTRAINT pk_cash_movement PRIMARY KEY (seq),
      CONSTRAINT ck_cash_movement_never_negative CHECK (amount_vnd >= 0)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_cash_movement_shift ON cash_movement (shift)
    """,
    """
    CREATE TABLE cash_count (
      seq INTEGER NOT NULL,
      shift TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      counted_ms INTEGER NOT NULL,
      counted_vnd INTEGER NOT NULL,
      expected_vnd INTEGER NOT NULL,
      difference_vnd INTEGER NOT NULL,
      clerk_name TEXT NOT NULL,
      detail BLOB NOT NULL,
      CONSTRAINT pk_cash_count PRIMARY KEY (seq),
      CONSTRAINT uq_cash_count_shift_ordinal UNIQUE (shift, ordinal),
      CONSTRAINT ck_cash_count_adds_up CHECK (counted_vnd - expected_vnd = difference_vnd)
    )
     STRICT
    """,
    """
    CREATE TABLE shift_correction (
      seq INTEGER NOT NULL,
      shift TEXT NOT NULL,
      position INTEGER NOT NULL,
      corrected_ms INTEGER NOT NULL,
      counted_was_vnd INTEGER NOT NULL,
      counted_vnd INTEGER NOT NULL,
      difference_vnd INTEGER NOT NULL,
      reason TEXT NOT NULL,
      clerk_name TEXT NOT NULL,
      approved_by TEXT NOT NULL,
      CONSTRAINT pk_shift_correction PRIMARY KEY (seq),
      CONSTRAINT uq_shift_correction_shift_position UNIQUE (shift, position)
    )
     STRICT
    """,
)

_DOCUMENT = """
    CREATE TABLE document (
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      copy INTEGER NOT NULL,
      receipt TEXT NOT NULL,
      asked_ms INTEGER NOT NULL,
      clerk_name TEXT NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_document PRIMARY KEY (kind, subject, copy){of_receipt}
    )
     STRICT
    """
_OF_RECEIPT = """,
      CONSTRAINT fk_document_receipt_receipt FOREIGN KEY(receipt) REFERENCES receipt (number)"""

_PRINT_JOB = """
    CREATE TABLE print_job (
      id INTEGER NOT NULL,
      document TEXT NOT NULL,
      subject TEXT NOT NULL,
      copy INTEGER NOT NULL,
      state TEXT NOT NULL,
      pdf BLOB,
      sha256 BLOB,
      printer TEXT,
      problem TEXT DEFAULT '' NOT NULL,
      attempts INTEGER DEFAULT '0' NOT NULL,
      changed_ms INTEGER NOT NULL,
      CONSTRAINT pk_print_job PRIMARY KEY (id),
      CONSTRAINT uq_print_job_document_subject_copy UNIQUE (document, subject, copy),
      CONSTRAINT fk_print_job_document_subject_copy_document
        FOREIGN KEY(document, subject, copy)
        REFERENCES document (kind, subject, copy),
      CONSTRAINT ck_print_job_state_is_known
        CHECK (state IN ('due', 'ready', 'sending', 'printed', 'doubtful', 'lost'))
    )
     STRICT
    """


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
    _rebuild(of_receipt="")


def downgrade() -> None:
    op.execute("DELETE FROM print_job WHERE document NOT IN ('receipt', 'label')")
    op.execute("DELETE FROM document WHERE kind NOT IN ('receipt', 'label')")
    _rebuild(of_receipt=_OF_RECEIPT)
    for table in ("shift_correction", "cash_count", "cash_movement", "shift"):
        op.execute(f"DROP TABLE {table}")


def _rebuild(*, of_receipt: str) -> None:
    """SQLite changes no constraint in place, and the print journal refers to the documents."""
    op.execute("DROP INDEX ix_document_receipt")
    op.execute("DROP INDEX ix_print_job_state")
    op.execute("ALTER TABLE document RENAME TO document_before")
    op.execute("ALTER TABLE print_job RENAME TO print_job_before")
    op.execute(_DOCUMENT.format(of_receipt=of_receipt))
    op.execute("INSERT INTO document SELECT * FROM document_before")
    op.execute(_PRINT_JOB)
    op.execute("INSERT INTO print_job SELECT * FROM print_job_before")
    op.execute("DROP TABLE print_job_before")
    op.execute("DROP TABLE document_before")
    op.execute("CREATE INDEX ix_document_receipt ON document (receipt)")
    op.execute("CREATE INDEX ix_print_job_state ON print_job (state) WHERE state != 'printed'")
