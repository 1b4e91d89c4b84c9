"""Complaints, what happened to them, and where their evidence lies, as folded from the journal."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from app.store.tables.metadata import WHOLE, metadata

complaint = Table(
    "complaint",
    metadata,
    Column("number", Text, primary_key=True),
    Column("item", Text, nullable=False),  # "" when no number was known
    Column("item_known", Integer, nullable=False),
    Column("customer_uid", LargeBinary),  # who complains, when that is a customer
    Column("complaint_type", Text, nullable=False),
    Column("type_label", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("international", Integer, nullable=False),
    Column("accepted_on", Text),
    Column("transit_days", Integer),
    Column("delivered_on", Text),
    Column("received_ms", WHOLE, nullable=False),
    Column("received_on", Text, nullable=False),  # the day that the running term began on
    Column("window_until", Text),
    Column("timeliness", Text, nullable=False),
    Column("due_on", Text, nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("phone", Text, nullable=False, server_default=""),
    Column("address", Text, nullable=False, server_default=""),
    Column("authority", Text, nullable=False, server_default=""),
    Column("facts", Text, nullable=False, server_default=""),
    Column("remedy", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False),
    Column("owner", WHOLE),
    Column("owner_name", Text, nullable=False, server_default=""),
    Column("outcome", Text, nullable=False, server_default=""),
    Column("floor_vnd", WHOLE, nullable=False, server_default="0"),
    Column("compensation_vnd", WHOLE, nullable=False, server_default="0"),
    Column("paid_by", Text, nullable=False, server_default=""),  # cash, centre; "" not paid
    Column("changed_ms", WHOLE, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("seq", WHOLE, nullable=False),
    UniqueConstraint("seq"),
    CheckConstraint("item_known IN (0, 1)", name="item_known_is_a_flag"),
    CheckConstraint("international IN (0, 1)", name="international_is_a_flag"),
    CheckConstraint(
        "state IN ('received', 'investigating', 'decided', 'closed', 'reopened')",
        name="state_is_known",
    ),
    sqlite_strict=True,
)
Index(None, complaint.c.state, complaint.c.due_on)
Index(None, complaint.c.item)
Index(None, complaint.c.customer_uid)
Index(None, complaint.c.received_ms)

complaint_event = Table(
    "complaint_event",
    metadata,
    Column("seq", WHOLE, primary_key=True),
    Column("complaint", Text, ForeignKey("complaint.number"), nullable=False),
    Column("kind", Text, nullable=False),  # received, evidence, and the steps
    Column("state", Text, nullable=False),  # where the case stood afterwards
    Column("at_ms", WHOLE, nullable=False),
    Column("clerk", WHOLE, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("due_on", Text, nullable=False),  # as it stood after this
    Column("amount_vnd", WHOLE, nullable=False, server_default="0"),
    Column("detail", Text, nullable=False, server_default=""),  # owner, outcome, payer, file name
    Column("words", Text, nullable=False, server_default=""),
    sqlite_strict=True,
)
Index(None, complaint_event.c.complaint)
Index(None, complaint_event.c.at_ms)

complaint_words = Table(
    "complaint_words",
    metadata,
    Column("seq", WHOLE, primary_key=True),  # an entry that holds words about people
    Column("complaint", Text, ForeignKey("complaint.number"), nullable=False),
    sqlite_strict=True,
)
Index(None, complaint_words.c.complaint)

complaint_evidence = Table(
    "complaint_evidence",
    metadata,
    Column("evidence", LargeBinary, primary_key=True),
    Column("complaint", Text, ForeignKey("complaint.number"), nullable=False),
    Column("name", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("size", WHOLE, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("at_ms", WHOLE, nullable=False),
    Column("seq", WHOLE, nullable=False),
    sqlite_strict=True,
)
Index(None, complaint_evidence.c.complaint)

evidence_sent = Table(
    "evidence_sent",
    metadata,
    Column("evidence", LargeBinary, primary_key=True),
    Column("feed_epoch", Text, nullable=False),
    Column("whole", Integer, nullable=False),
    Column("at_ms", WHOLE, nullable=False),
    CheckConstraint("whole IN (0, 1)", name="whole_is_a_flag"),
    sqlite_strict=True,
)
"""Own files that headquarters holds (1) or did not want when it was offered them (0)."""

FOLDED = (complaint, complaint_event, complaint_words, complaint_evidence)
"""What entries about complaints are folded into."""
