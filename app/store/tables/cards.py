"""Customer cards: issued and revoked in the books; signed, and shut out, by headquarters."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from app.store.tables.metadata import WHOLE, metadata

card = Table(
    "card",
    metadata,
    Column("card", LargeBinary, primary_key=True),  # the last eight bytes of the entry's id
    Column("uid", LargeBinary, nullable=False),
    Column("number", Text, nullable=False),
    Column("document", Text, nullable=False),  # customer_card, card_sheet
    Column("copy", Integer, nullable=False),
    Column("issued_ms", WHOLE, nullable=False),
    Column("seq", WHOLE, nullable=False),
    sqlite_strict=True,
)
Index(None, card.c.uid)

card_revoked = Table(
    "card_revoked",
    metadata,
    Column("card", LargeBinary, primary_key=True),
    Column("uid", LargeBinary, nullable=False),
    Column("at_ms", WHOLE, nullable=False),
    Column("reason", Text, nullable=False),
    Column("seq", WHOLE, nullable=False),
    sqlite_strict=True,
)
Index(None, card_revoked.c.uid)

FOLDED = (card, card_revoked)

signed_card = Table(
    "signed_card",
    metadata,
    Column("card", LargeBinary, primary_key=True),
    Column("uid", LargeBinary, nullable=False),
    Column("digits", Text, nullable=False),  # what stands in its QR
    sqlite_strict=True,
)
Index(None, signed_card.c.uid)

AT_HEADQUARTERS = (*FOLDED, signed_card)

card_key = Table(
    "card_key",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("public", LargeBinary, nullable=False),  # Ed25519, vouched for by a key of headquarters
    sqlite_strict=True,
)

card_shut_out = Table(
    "card_shut_out",
    metadata,
    Column("card", LargeBinary, primary_key=True),
    Column("at_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)

card_wait = Table(
    "card_wait",
    metadata,
    Column("card", LargeBinary, primary_key=True),  # is printed after the next pass of the sync
    Column("document", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("copy", Integer, nullable=False),
    sqlite_strict=True,
)

pinned_customer = Table(
    "pinned_customer",
    metadata,
    Column("uid", LargeBinary, primary_key=True),  # of another province, kept here for a while
    Column("until_ms", WHOLE, nullable=False),
    sqlite_strict=True,
)
