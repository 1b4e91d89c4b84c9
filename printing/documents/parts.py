"""What the documents have in common."""

from datetime import datetime
from typing import Protocol

from app.domain.phones import national
from app.messages import paper_text as text
from printing.flow import Flow
from printing.theme import LEAD, SMALL, moment


class Copied(Protocol):
    """A document of which copies may be asked for. ``copy`` 0 is the original."""

    @property
    def copy(self) -> int: ...
    @property
    def copied_at(self) -> datetime | None: ...
    @property
    def copied_by(self) -> str: ...


def copy_mark(flow: Flow, content: Copied) -> None:
    """On copies only: which one, when and by whom, so that it never passes for the original."""
    if not content.copy:
        return
    flow.band(text("paper.copy", number=content.copy), "", LEAD)
    if content.copied_at is not None:
        made = moment(content.copied_at)
        flow.paragraph(text("paper.copied", at=made, by=content.copied_by), SMALL)
    flow.gap(1.0)


def phone_shown(phone: str) -> str:
    """A whole number the way it is dialled here; one that is masked or kept as entered stays."""
    return national(phone) if phone.startswith("+") else phone
