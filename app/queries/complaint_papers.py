"""What stands on the slip of a complaint: the case as it was when it was received."""

from datetime import date

import sqlalchemy as sa

from app.clock import utc
from app.domain.complaint_clock import Timeliness
from app.domain.complaint_number import counter_of
from app.domain.documents import ComplaintContent
from app.domain.phones import mask_phone
from app.messages import paper_text
from app.queries.receipts import issuer_of
from app.store.books import entry_at
from app.store.clock_notes import note_of_flags
from app.store.complaints import StoredComplaint, complaint_by_number, first_term
from app.store.sales import item_by_code
from app.store.tables.shipments import document

LONGEST_FACTS = 400
"""Of what was said, as much as a slip has room for; the whole stands in the case."""


def complaint_content(connection: sa.Connection, number: str, copy: int = 0) -> ComplaintContent:
    """The slip, or its n-th copy with who asked for it and when. Raises ComplaintUnknown."""
    stored = complaint_by_number(connection, number)
    asked = connection.execute(
        sa.select(document.c.asked_ms, document.c.clerk_name).where(
            document.c.kind == "complaint",
            document.c.subject == stored.number,
            document.c.copy == copy,
        )
    ).one()
    entry = entry_at(connection, stored.seq)
    office, _, counter = counter_of(stored.number).partition("-")
    item = item_by_code(connection, stored.item) if stored.item_known else None
    return ComplaintContent(
        issuer=issuer_of(connection, office, stored.received_ms),
        number=stored.number,
        received_at=utc(stored.received_ms),
        clock_note=note_of_flags(entry.flags) if entry else "",
        due_on=first_term(connection, stored.number),
        timeliness_note=_timeliness(stored),
        late=stored.timeliness == Timeliness.LATE,
        type_label=stored.type_label,
        item=stored.item or paper_text("paper.complaint.no_item"),
        item_note=item.service_label if item else _unknown(stored),
        name=stored.name,
        role_label=_role(stored),
        phone_masked=mask_phone(stored.phone) if stored.phone else "",
        facts=_short(stored.facts),
        remedy=_short(stored.remedy),
        clerk_name=stored.clerk_name,
        counter=counter,
        copy=copy,
        copied_at=utc(asked.asked_ms) if copy else None,
        copied_by=asked.clerk_name if copy else "",
    )


def _timeliness(stored: StoredComplaint) -> str:
    until = f"{date.fromisoformat(stored.window_until):%d/%m/%Y}" if stored.window_until else ""
    return paper_text(f"paper.complaint.{stored.timeliness}", until=until)


def _unknown(stored: StoredComplaint) -> str:
    return paper_text("paper.complaint.unknown_item") if stored.item else ""


def _role(stored: StoredComplaint) -> str:
    role = paper_text(f"complaint.role.{stored.role}")
    return f"{role} · {stored.authority}" if stored.authority else role


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_FACTS else words[: LONGEST_FACTS - 1].rstrip() + "…"
