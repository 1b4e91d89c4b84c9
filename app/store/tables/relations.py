"""What stands beside a customer's record: organisation, links, holders, consents, views."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table, Text

from app.store.tables.cards import signed_card
from app.store.tables.conflicts import conflict_settled
from app.store.tables.merges import customer_merge, customer_word, merge_fact, merge_undone
from app.store.tables.metadata import WHOLE, metadata

organisation = Table(
    "organisation",
    metadata,
    Column("uid", LargeBinary, primary_key=True),
    Column("form", Text, nullable=False),  # company, branch, agency
    Column("tax_code", Text, nullable=False),
    Column("parent", LargeBinary),
    Column("seq", WHOLE, nullable=False),
    CheckConstraint("parent IS NULL OR parent <> uid", name="not_its_own_parent"),
    sqlite_strict=True,
)
Index(None, organisation.c.tax_code)
Index(None, organisation.c.parent, sqlite_where=organisation.c.parent.is_not(None))

customer_link = Table(
    "customer_link",
    metadata,
    Column("link", LargeBinary, primary_key=True),
    Column("person", LargeBinary, nullable=False),
    Column("organisation", LargeBinary, nullable=False),
    Column("role", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("since_ms", WHOLE, nullable=False),
    Column("ended_ms", WHOLE),
    Column("seq", WHOLE, nullable=False),
    sqlite_strict=True,
)
Index(None, customer_link.c.person)
Index(None, customer_link.c.organisation)

customer_address = Table(
    "customer_address",
    metadata,
    Column("address", LargeBinary, primary_key=True),
    Column("uid", LargeBinary, nullable=False),
    Column("use", Text, nullable=False),  # old, pickup, delivery, billing
    Column("street", Text, nullable=False),
    Column("commune", Text, nullable=False),
    Column("scheme", Text, nullable=False),
    Column("as_written", Text, nullable=False),
    Column("line", Text, nullable=False),
    Column("printed", Integer, nullable=False),
    Column("since_ms", WHOLE, nullable=False),
    Column("dropped_ms", WHOLE),
    Column("seq", WHOLE, nullable=False),
    CheckConstraint("printed IN (0, 1)", name="printed_is_a_flag"),
    sqlite_strict=True,
)
Index(None, customer_address.c.uid)

customer_holder = Table(
    "customer_holder",
    metadata,
    Column("seq", WHOLE, primary_key=True),
    Column("uid", LargeBinary, nullable=False),
    Column("former", Text, nullable=False),  # who held the number until then
    Column("holder", Text, nullable=False),  # and who after
    Column("at_ms", WHOLE, nullable=False),
    Column("reason", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("approver", Text, nullable=False),
    sqlite_strict=True,
)
Index(None, customer_holder.c.uid)

customer_standing = Table(
    "customer_standing",
    metadata,
    Column("uid", LargeBinary, primary_key=True),
    Column("standing", Text, nullable=False),  # prospect, active, dormant
    Column("reason", Text, nullable=False),
    Column("since_ms", WHOLE, nullable=False),
    Column("seq", WHOLE, nullable=False),
    sqlite_strict=True,
)

consent = Table(
    "consent",
    metadata,
    Column("seq", WHOLE, primary_key=True),
    Column("uid", LargeBinary, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("given", Integer, nullable=False),  # 1 given, 0 withdrawn
    Column("text_version", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("clerk_name", Text, nullable=False),
    Column("at_ms", WHOLE, nullable=False),
    CheckConstraint("given IN (0, 1)", name="given_is_a_flag"),
    sqlite_strict=True,
)
Index(None, consent.c.uid)

customer_view = Table(
    "customer_view",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at_ms", WHOLE, nullable=False),
    Column("clerk", Text, nullable=False),  # code of the clerk
    Column("number", Text, nullable=False),
    Column("what", Text, nullable=False),  # page, reveal
    Column("fields", Text, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_strict=True,
)
Index(None, customer_view.c.number, customer_view.c.at_ms)
Index(None, customer_view.c.clerk, customer_view.c.at_ms)
Index(None, customer_view.c.at_ms)
"""Who looked at whom: this computer's own log, no part of the books."""

OF_A_CUSTOMER = (
    (organisation, organisation.c.uid),
    (customer_link, customer_link.c.person),
    (customer_link, customer_link.c.organisation),
    (customer_address, customer_address.c.uid),
    (customer_holder, customer_holder.c.uid),
    (customer_standing, customer_standing.c.uid),
    (customer_word, customer_word.c.uid),
    (consent, consent.c.uid),
    (signed_card, signed_card.c.uid),
    (conflict_settled, conflict_settled.c.uid),
)
"""What lawful erasure empties beside the record, by the column that names the customer."""

FOLDED = (
    organisation, customer_link, customer_address, customer_holder, customer_standing,
    merge_fact, merge_undone, customer_merge, customer_word, consent,
)  # fmt: skip
