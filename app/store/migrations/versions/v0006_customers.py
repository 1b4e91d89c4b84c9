"""What stands beside a customer's record: organisation, links, holders, merges, consents, views.

The statements are frozen: they never follow the live tables.
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE organisation (
      uid BLOB NOT NULL,
      form TEXT NOT NULL,
      tax_code TEXT NOT NULL,
      parent BLOB,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_organisation PRIMARY KEY (uid),
      CONSTRAINT ck_organisation_not_its_own_parent CHECK (parent IS NULL OR parent <> uid)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_organisation_parent ON organisation (parent) WHERE parent IS NOT NULL
    """,
    """
    CREATE INDEX ix_organisation_tax_code ON organisation (tax_code)
    """,
    """
    CREATE TABLE customer_link (
      link BLOB NOT NULL,
      person BLOB NOT NULL,
      organisation BLOB NOT NULL,
      role TEXT NOT NULL,
      note TEXT NOT NULL,
      since_ms INTEGER NOT NULL,
      ended_ms INTEGER,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_customer_link PRIMARY KEY (link)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_customer_link_organisation ON customer_link (organisation)
    """,
    """
    CREATE INDEX ix_customer_link_person ON customer_link (person)
    """,
    """
    CREATE TABLE customer_address (
      address BLOB NOT NULL,
      uid BLOB NOT NULL,
      use TEXT NOT NULL,
      street TEXT NOT NULL,
      commune TEXT NOT NULL,
      scheme TEXT NOT NULL,
      as_written TEXT NOT NULL,
      line TEXT NOT NULL,
      printed INTEGER NOT NULL,
      since_ms INTEGER NOT NULL,
      dropped_ms INTEGER,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_customer_address PRIMARY KEY (address),
      CONSTRAINT ck_customer_address_printed_is_a_flag CHECK (printed IN (0, 1))
    )
     STRICT
    """,
    """
    CREATE INDEX ix_customer_address_uid ON customer_address (uid)
    """,
    """
    CREATE TABLE customer_holder (
      seq INTEGER NOT NULL,
      uid BLOB NOT NULL,
      former TEXT NOT NULL,
      holder TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      reason TEXT NOT NULL,
      document TEXT NOT NULL,
      clerk_name TEXT NOT NULL,
      approver TEXT NOT NULL,
      CONSTRAINT pk_customer_holder PRIMARY KEY (seq)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_customer_holder_uid ON customer_holder (uid)
    """,
    """
    CREATE TABLE customer_standing (
      uid BLOB NOT NULL,
      standing TEXT NOT NULL,
      reason TEXT NOT NULL,
      since_ms INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_customer_standing PRIMARY KEY (uid)
    )
     STRICT
    """,
    """
    CREATE TABLE customer_merge (
      loser BLOB NOT NULL,
      winner BLOB NOT NULL,
      at_ms INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      CONSTRAINT pk_customer_merge PRIMARY KEY (loser),
      CONSTRAINT ck_customer_merge_two_customers CHECK (loser <> winner)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_customer_merge_winner ON customer_merge (winner)
    """,
    """
    CREATE TABLE merge_event (
      seq INTEGER NOT NULL,
      kind TEXT NOT NULL,
      winner BLOB NOT NULL,
      loser BLOB NOT NULL,
      at_ms INTEGER NOT NULL,
      reason TEXT NOT NULL,
      clerk_name TEXT NOT NULL,
      approver TEXT NOT NULL,
      CONSTRAINT pk_merge_event PRIMARY KEY (seq)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_merge_event_loser ON merge_event (loser)
    """,
    """
    CREATE INDEX ix_merge_event_winner ON merge_event (winner)
    """,
    """
    CREATE TABLE customer_layer (
      uid BLOB NOT NULL,
      field TEXT NOT NULL,
      seq INTEGER NOT NULL,
      at_ms INTEGER NOT NULL,
      document BLOB NOT NULL,
      CONSTRAINT pk_customer_layer PRIMARY KEY (uid, field, seq)
    )
     STRICT
    """,
    """
    CREATE TABLE consent (
      seq INTEGER NOT NULL,
      uid BLOB NOT NULL,
      purpose TEXT NOT NULL,
      given INTEGER NOT NULL,
      text_version TEXT NOT NULL,
      language TEXT NOT NULL,
      channel TEXT NOT NULL,
      clerk_name TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      CONSTRAINT pk_consent PRIMARY KEY (seq),
      CONSTRAINT ck_consent_given_is_a_flag CHECK (given IN (0, 1))
    )
     STRICT
    """,
    """
    CREATE INDEX ix_consent_uid ON consent (uid)
    """,
    """
    CREATE TABLE customer_view (
      id INTEGER NOT NULL,
      at_ms INTEGER NOT NULL,
      clerk TEXT NOT NULL,
      number TEXT NOT NULL,
      what TEXT NOT NULL,
      fields TEXT NOT NULL,
      reason TEXT NOT NULL,
      CONSTRAINT pk_customer_view PRIMARY KEY (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_customer_view_clerk_at_ms ON customer_view (clerk, at_ms)
    """,
    """
    CREATE INDEX ix_customer_view_number_at_ms ON customer_view (number, at_ms)
    """,
)

TABLES = (
    "organisation",
    "customer_link",
    "customer_address",
    "customer_holder",
    "customer_standing",
    "customer_merge",
    "merge_event",
    "customer_layer",
    "consent",
    "customer_view",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    for table in TABLES:
        op.execute(f"DROP TABLE {table}")
