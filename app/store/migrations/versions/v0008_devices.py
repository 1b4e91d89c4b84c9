"""The queue of each printer: what was handed over and is awaited, and how each printer stood.

The statements are frozen: they never follow the live tables.
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_KEPT = "id, document, subject, copy, state, pdf, sha256, printer, problem, attempts, changed_ms"

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
      changed_ms INTEGER NOT NULL,{more}
      CONSTRAINT pk_print_job PRIMARY KEY (id),
      CONSTRAINT uq_print_job_document_subject_copy UNIQUE (document, subject, copy),
      CONSTRAINT fk_print_job_document_subject_copy_document
        FOREIGN KEY(document, subject, copy)
        REFERENCES document (kind, subject, copy),
      CONSTRAINT ck_print_job_state_is_known
        CHECK (state IN ({states}))
    )
     STRICT
    """

_STATES = "'due', 'ready', 'sending', 'printed', 'doubtful', 'lost'"
_STATES_NOW = "'due', 'ready', 'sending', 'sent', 'printed', 'doubtful', 'lost'"
_MORE_NOW = """
      ticket TEXT DEFAULT '' NOT NULL,
      sent_ms INTEGER DEFAULT '0' NOT NULL,"""

_INDEX = "CREATE INDEX ix_print_job_state ON print_job (state) WHERE state != 'printed'"

_PRINTER_STATE = """
    CREATE TABLE printer_state (
      printer TEXT NOT NULL,
      code TEXT NOT NULL,
      problem TEXT NOT NULL,
      seen_ms INTEGER NOT NULL,
      CONSTRAINT pk_printer_state PRIMARY KEY (printer)
    )
     STRICT
    """


def upgrade() -> None:
    _rebuild(_PRINT_JOB.format(states=_STATES_NOW, more=_MORE_NOW))
    op.execute(_PRINTER_STATE)


def downgrade() -> None:
    op.execute("DROP TABLE printer_state")
    op.execute("UPDATE print_job SET state = 'sending' WHERE state = 'sent'")
    _rebuild(_PRINT_JOB.format(states=_STATES, more=""))


def _rebuild(table: str) -> None:
    """SQLite changes no constraint in place. Nothing refers to this table."""
    op.execute("DROP INDEX ix_print_job_state")
    op.execute("ALTER TABLE print_job RENAME TO print_job_before")
    op.execute(table)
    op.execute(f"INSERT INTO print_job ({_KEPT}) SELECT {_KEPT} FROM print_job_before")  # noqa: S608 - our own words
    op.execute("DROP TABLE print_job_before")
    op.execute(_INDEX)
