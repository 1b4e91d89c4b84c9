"""The counter's first schema: journal, customers, items, money, paper, station, search.

The statements are frozen: they never follow the live tables.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE customer (
      id INTEGER NOT NULL,
      uid BLOB NOT NULL,
      number TEXT NOT NULL,
      full_name TEXT NOT NULL,
      birth_date TEXT,
      sex TEXT,
      citizen_number TEXT,
      citizen_lookup BLOB,
      citizen_source TEXT,
      citizen_issued_on TEXT,
      phones TEXT NOT NULL,
      street TEXT NOT NULL,
      commune TEXT NOT NULL,
      scheme TEXT NOT NULL,
      alert_note TEXT NOT NULL,
      office TEXT NOT NULL,
      source TEXT NOT NULL,
      registered_ms INTEGER NOT NULL,
      version INTEGER NOT NULL,
      erased INTEGER DEFAULT '0' NOT NULL,
      last_seen_ms INTEGER DEFAULT '0' NOT NULL,
      shipments INTEGER DEFAULT '0' NOT NULL,
      CONSTRAINT pk_customer PRIMARY KEY (id),
      CONSTRAINT uq_customer_uid UNIQUE (uid),
      CONSTRAINT uq_customer_number UNIQUE (number),
      CONSTRAINT ck_customer_erased_is_a_flag CHECK (erased IN (0, 1)),
      CONSTRAINT ck_customer_source_is_known CHECK (source IN ('here', 'headquarters'))
    )
     STRICT
    """,
    """
    CREATE INDEX ix_customer_citizen_lookup ON customer (citizen_lookup)
      WHERE citizen_lookup IS NOT NULL
    """,
    """
    CREATE TABLE customer_event (
      seq INTEGER NOT NULL,
      uid BLOB NOT NULL,
      kind TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      clerk INTEGER NOT NULL,
      fields TEXT NOT NULL,
      CONSTRAINT pk_customer_event PRIMARY KEY (seq)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_customer_event_uid ON customer_event (uid)
    """,
    """
    CREATE TABLE journal (
      terminal INTEGER NOT NULL,
      epoch INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      prev BLOB NOT NULL,
      entry_id BLOB NOT NULL,
      command_id BLOB,
      txn_id BLOB NOT NULL,
      flags INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      kind_version INTEGER NOT NULL,
      hlc INTEGER NOT NULL,
      wall_ms INTEGER NOT NULL,
      clerk INTEGER NOT NULL,
      body BLOB,
      body_hash BLOB NOT NULL,
      hash BLOB NOT NULL,
      CONSTRAINT pk_journal PRIMARY KEY (terminal, epoch, seq),
      CONSTRAINT uq_journal_entry_id UNIQUE (entry_id),
      CONSTRAINT uq_journal_command_id UNIQUE (command_id),
      CONSTRAINT ck_journal_seq_positive CHECK (seq > 0),
      CONSTRAINT ck_journal_hashes_whole CHECK (length(hash) = 32 AND length(prev) = 32)
    )
     STRICT
    """,
    """
    CREATE TABLE journal_head (
      terminal INTEGER NOT NULL,
      epoch INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      hash BLOB NOT NULL,
      hlc INTEGER NOT NULL,
      wall_ms INTEGER NOT NULL,
      signature BLOB NOT NULL,
      CONSTRAINT pk_journal_head PRIMARY KEY (terminal, epoch)
    )
     STRICT
    """,
    """
    CREATE TABLE erasure (
      seq INTEGER NOT NULL,
      by_seq INTEGER NOT NULL,
      CONSTRAINT pk_erasure PRIMARY KEY (seq)
    )
     STRICT
    """,
    """
    CREATE TABLE push_state (
      terminal INTEGER NOT NULL,
      epoch INTEGER NOT NULL,
      acked_seq INTEGER DEFAULT '0' NOT NULL,
      acked_hash BLOB,
      receipt BLOB,
      backed_up_seq INTEGER DEFAULT '0' NOT NULL,
      attempts INTEGER DEFAULT '0' NOT NULL,
      next_try_ms INTEGER DEFAULT '0' NOT NULL,
      last_error TEXT,
      CONSTRAINT pk_push_state PRIMARY KEY (terminal, epoch)
    )
     STRICT
    """,
    """
    CREATE TABLE search_key (
      kind INTEGER NOT NULL,
      "key" TEXT NOT NULL,
      customer INTEGER NOT NULL,
      CONSTRAINT pk_search_key PRIMARY KEY (kind, "key", customer)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE distinct_name (
      id INTEGER NOT NULL,
      folded TEXT NOT NULL,
      CONSTRAINT pk_distinct_name PRIMARY KEY (id),
      CONSTRAINT uq_distinct_name_folded UNIQUE (folded)
    )
     STRICT
    """,
    """
    CREATE TABLE receipt (
      number TEXT NOT NULL,
      proof TEXT NOT NULL,
      customer_uid BLOB NOT NULL,
      accepted_ms INTEGER NOT NULL,
      clock_flags INTEGER NOT NULL,
      clerk INTEGER NOT NULL,
      clerk_name TEXT NOT NULL,
      counter TEXT NOT NULL,
      method TEXT NOT NULL,
      due_vnd INTEGER NOT NULL,
      tendered_vnd INTEGER NOT NULL,
      change_vnd INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_receipt PRIMARY KEY (number),
      CONSTRAINT uq_receipt_proof UNIQUE (proof),
      CONSTRAINT ck_receipt_cash_adds_up CHECK (tendered_vnd - change_vnd = due_vnd)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_receipt_customer_uid_accepted_ms ON receipt (customer_uid, accepted_ms)
    """,
    """
    CREATE TABLE shipment (
      code TEXT NOT NULL,
      receipt TEXT NOT NULL,
      position INTEGER NOT NULL,
      customer_uid BLOB NOT NULL,
      accepted_ms INTEGER NOT NULL,
      service TEXT NOT NULL,
      service_label TEXT NOT NULL,
      receiver_name TEXT NOT NULL,
      receiver_province TEXT NOT NULL,
      charged_g INTEGER NOT NULL,
      cod_vnd INTEGER NOT NULL,
      total_vnd INTEGER NOT NULL,
      status TEXT NOT NULL,
      detail BLOB NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_shipment PRIMARY KEY (code),
      CONSTRAINT uq_shipment_receipt_position UNIQUE (receipt, position),
      CONSTRAINT ck_shipment_weighs_something CHECK (charged_g > 0)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_shipment_customer_uid_accepted_ms ON shipment (customer_uid, accepted_ms)
    """,
    """
    CREATE TABLE posting (
      seq INTEGER NOT NULL,
      leg INTEGER NOT NULL,
      txn_id BLOB NOT NULL,
      account TEXT NOT NULL,
      amount_vnd INTEGER NOT NULL,
      CONSTRAINT pk_posting PRIMARY KEY (seq, leg)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_posting_account ON posting (account)
    """,
    """
    CREATE TABLE terminal (
      terminal INTEGER NOT NULL,
      epoch INTEGER NOT NULL,
      office TEXT NOT NULL,
      counter TEXT NOT NULL,
      operator TEXT NOT NULL,
      tax_code TEXT NOT NULL,
      device_key BLOB NOT NULL,
      nonce BLOB NOT NULL,
      lookup_key BLOB NOT NULL,
      hq_keys BLOB NOT NULL,
      known_ms INTEGER NOT NULL,
      reference_ms INTEGER NOT NULL,
      reference_monotonic_ms INTEGER NOT NULL,
      reference_boot TEXT NOT NULL,
      CONSTRAINT pk_terminal PRIMARY KEY (terminal)
    )
     STRICT
    """,
    """
    CREATE TABLE clerk (
      id INTEGER NOT NULL,
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      pin_hash TEXT NOT NULL,
      CONSTRAINT pk_clerk PRIMARY KEY (id),
      CONSTRAINT uq_clerk_code UNIQUE (code)
    )
     STRICT
    """,
    """
    CREATE TABLE pin_trial (
      clerk INTEGER NOT NULL,
      failures INTEGER NOT NULL,
      locked_until_ms INTEGER NOT NULL,
      CONSTRAINT pk_pin_trial PRIMARY KEY (clerk)
    )
     STRICT
    """,
    """
    CREATE TABLE lease (
      lease_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      prefix TEXT NOT NULL,
      lo INTEGER NOT NULL,
      hi INTEGER NOT NULL,
      next INTEGER NOT NULL,
      CONSTRAINT pk_lease PRIMARY KEY (lease_id),
      CONSTRAINT ck_lease_range_runs_forward CHECK (lo >= 0 AND lo <= hi),
      CONSTRAINT ck_lease_next_inside CHECK (next BETWEEN lo AND hi + 1)
    )
     STRICT
    """,
    """
    CREATE TABLE reference_file (
      name TEXT NOT NULL,
      sha256 BLOB NOT NULL,
      content TEXT NOT NULL,
      CONSTRAINT pk_reference_file PRIMARY KEY (name)
    )
     STRICT
    """,
    """
    CREATE TABLE customer_alias (
      kind TEXT NOT NULL,
      code TEXT NOT NULL,
      uid BLOB NOT NULL,
      CONSTRAINT pk_customer_alias PRIMARY KEY (kind, code, uid),
      CONSTRAINT fk_customer_alias_uid_customer FOREIGN KEY(uid) REFERENCES customer (uid)
    )
     STRICT
    """,
    """
    CREATE TABLE customer_base (
      uid BLOB NOT NULL,
      document BLOB NOT NULL,
      CONSTRAINT pk_customer_base PRIMARY KEY (uid),
      CONSTRAINT fk_customer_base_uid_customer FOREIGN KEY(uid) REFERENCES customer (uid)
    )
     STRICT
    """,
    """
    CREATE TABLE document (
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      copy INTEGER NOT NULL,
      receipt TEXT NOT NULL,
      asked_ms INTEGER NOT NULL,
      clerk_name TEXT NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_document PRIMARY KEY (kind, subject, copy),
      CONSTRAINT fk_document_receipt_receipt FOREIGN KEY(receipt) REFERENCES receipt (number)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_document_receipt ON document (receipt)
    """,
    """
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
    """,
    """
    CREATE INDEX ix_print_job_state ON print_job (state) WHERE state != 'printed'
    """,
    """
    CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'journal entries are never deleted'); END
    """,
    """
    CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    WHEN NOT (
      NEW.body IS NULL AND OLD.body IS NOT NULL
      AND EXISTS (SELECT 1 FROM erasure WHERE erasure.seq = OLD.seq)
      AND NEW.terminal = OLD.terminal AND NEW.epoch = OLD.epoch AND NEW.seq = OLD.seq
      AND NEW.prev = OLD.prev AND NEW.entry_id = OLD.entry_id
      AND NEW.command_id IS OLD.command_id AND NEW.txn_id = OLD.txn_id AND NEW.flags = OLD.flags
      AND NEW.kind = OLD.kind AND NEW.kind_version = OLD.kind_version AND NEW.hlc = OLD.hlc
      AND NEW.wall_ms = OLD.wall_ms AND NEW.clerk = OLD.clerk
      AND NEW.body_hash = OLD.body_hash AND NEW.hash = OLD.hash
    )
    BEGIN SELECT RAISE(ABORT, 'journal entries are never changed'); END
    """,
    """
    CREATE VIRTUAL TABLE name_words USING fts5(
      folded, content='', detail=none, columnsize=0,
      prefix='1 2 3 4 5 6 7', tokenize='ascii'
    )
    """,
)

TABLES = (
    "name_words",
    "print_job",
    "document",
    "customer_base",
    "customer_alias",
    "terminal",
    "shipment",
    "search_key",
    "reference_file",
    "receipt",
    "push_state",
    "posting",
    "pin_trial",
    "lease",
    "journal_head",
    "journal",
    "erasure",
    "distinct_name",
    "customer_event",
    "customer",
    "clerk",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    for name in TABLES:
        op.execute(f"DROP TABLE {name}")
