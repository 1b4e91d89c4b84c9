"""Items, receipts, money and documents as folded from the journal."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from app.store.tables.metadata import WHOLE, metadata

receipt = Table(
    "receipt",
    metadata,
    Column("number", Text, primary_key=True),
    Column("proof", Text, nullable=False),
    Column("customer_uid", LargeBinary, nullable=False),
    Column("accepted_ms", WHOLE, nullable=False),
    Column("clock_flags", Integer, nullable=False),
    Column("clerk", WHOLE, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("due_vnd", WHOLE, nullable=False),
    Column("tendered_vnd", WHOLE, nullable=False),
    Column("change_vnd", WHOLE, nullable=False),
    Column("seq", WHOLE, nullable=False),
    UniqueConstraint("proof"),
    CheckConstraint("tendered_vnd - change_vnd = due_vnd", name="cash_adds_up"),
    sqlite_strict=True,
)
Index(None, receipt.c.customer_uid, receipt.c.accepted_ms)
Index(None, receipt.c.accepted_ms)

shipment = Table(
    "shipment",
    metadata,
    Column("code", Text, primary_key=True),
    Column("receipt", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("customer_uid", LargeBinary, nullable=False),
    Column("accepted_ms", WHOLE, nullable=False),
    Column("service", Text, nullable=False),
    Column("service_label", Text, nullable=False),
    Column("receiver_name", Text, nullable=False),
    Column("receiver_province", Text, nullable=False),
    Column("charged_g", Integer, nullable=False),
    Column("cod_vnd", WHOLE, nullable=False),
    Column("total_vnd", WHOLE, nullable=False),
    Column("status", Text, nullable=False),
    Column("detail", LargeBinary, nullable=False),  # the entry's body as it was recorded
    Column("seq", WHOLE, nullable=False),
    UniqueConstraint("receipt", "position"),
    CheckConstraint("charged_g > 0", name="weighs_something"),
    sqlite_strict=True,
)
Index(None, shipment.c.customer_uid, shipment.c.accepted_ms)

posting = Table(
    "posting",
    metadata,
    Column("seq", WHOLE, primary_key=True),
    Column("leg", Integer, primary_key=True),
    Column("txn_id", LargeBinary, nullable=False),
    Column("account", Text, nullable=False),
    Column("amount_vnd", WHOLE, nullable=False),
    sqlite_strict=True,
)
Index(None, posting.c.account)

document = Table(
    "document",
    metadata,
    Column("kind", Text, primary_key=True),  # receipt, label, shift: see app.domain.documents
    Column("subject", Text, primary_key=True),  # number of receipt or shift, item code
    Column("copy", Integer, primary_key=True),  # 0 is the original
    Column("receipt", Text, nullable=False),  # whose paper it is: a receipt, a shift
    Column("asked_ms", WHOLE, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("seq", WHOLE, nullable=False),
    sqlite_strict=True,
)
Index(None, document.c.receipt)
