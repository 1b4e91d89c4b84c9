"""The complaint form as it stands, and what is still missing of it; Qt-free."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.complaints import Role
from app.queries.complaint_subjects import ComplaintSubject, Contact, ItemSubject
from app.services.complaint_refusals import DeliveryDayImpossible
from app.services.complaints import FileComplaint
from ui.typed import one_line

FIELDS = ("item", "complaint_type", "role", "name", "phone", "address", "authority",
          "delivered_on", "facts", "remedy", "evidence")  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Entered:
    """What the clerk has in the fields. ``delivered_on`` as typed: 20/11, 20/11/2026."""

    code: str = ""
    complaint_type: str = ""
    role: str = Role.SENDER
    name: str = ""
    phone: str = ""
    address: str = ""
    authority: str = ""
    delivered_on: str = ""
    facts: str = ""
    remedy: str = ""


_NOTHING = ComplaintSubject()


@dataclass(frozen=True, slots=True)
class About:
    """What the form is about: the subject, and which of its items."""

    subject: ComplaintSubject = _NOTHING
    at: int = 0

    @property
    def item(self) -> ItemSubject | None:
        """The item chosen; None without one."""
        items = self.subject.items
        return items[self.at] if self.at < len(items) else None

    @property
    def code(self) -> str:
        """Its number; one that is not ours counts too."""
        return self.item.code if self.item else self.subject.unknown


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file that may be added, once the case is there."""

    path: Path
    name: str
    size: int


def party_of(about: About, role: str) -> Contact | None:
    """Who stands on the item in this role; a customer who came with their number is the sender."""
    if about.item is not None and role == Role.SENDER:
        return about.item.sender
    if about.item is not None and role == Role.ADDRESSEE:
        return about.item.addressee
    return about.subject.contact if role != Role.REPRESENTATIVE else None


def delivery_day(typed: str, today: date) -> date | None:
    """``20/11`` (the last one), ``20/11/2026`` or ``20112026``; None for nothing.

    Raises DeliveryDayImpossible.
    """
    parts = [part for part in typed.replace("-", "/").replace(".", "/").split("/") if part]
    if len(parts) == 1 and parts[0].isdecimal() and len(parts[0]) in _PACKED:
        parts = [parts[0][:2], parts[0][2:4], *([parts[0][4:]] if parts[0][4:] else [])]
    if not parts:
        return None
    try:
        day, month, *year = (int(part) for part in parts)
        found = date(year[0] if year else today.year, month, day)
        return found.replace(year=today.year - 1) if not year and found > today else found
    except (ValueError, IndexError) as error:
        raise DeliveryDayImpossible from error


_PACKED = (4, 8)


def command_of(command_id: bytes, about: About, entered: Entered, today: date) -> FileComplaint:
    """The form as the counter takes it. Raises DeliveryDayImpossible."""
    is_customer = entered.role == Role.SENDER or about.item is None
    return FileComplaint(
        command_id=command_id,
        complaint_type=entered.complaint_type,
        role=entered.role,
        name=one_line(entered.name),
        phone=entered.phone,
        address=one_line(entered.address),
        facts=one_line(entered.facts),
        remedy=one_line(entered.remedy),
        item=about.code or entered.code,
        customer=about.subject.customer if is_customer else "",
        authority=one_line(entered.authority),
        delivered_on=delivery_day(entered.delivered_on, today),
    )
