"""What receipt and label have in common."""

from app.domain.documents import LabelContent, ReceiptContent
from app.domain.phones import national
from app.messages import paper_text as text
from printing.flow import Flow
from printing.theme import LEAD, SMALL, moment


def copy_mark(flow: Flow, content: ReceiptContent | LabelContent) -> None:
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
