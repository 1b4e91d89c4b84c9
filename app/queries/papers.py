"""What stands on any piece of paper: one reader for each kind of document."""

from collections.abc import Callable, Mapping

import sqlalchemy as sa

from app.domain.documents import Content, DocumentKind
from app.queries.card_papers import card_content, card_sheet_content
from app.queries.complaint_papers import complaint_content
from app.queries.receipts import label_content, receipt_content
from app.queries.shift_papers import shift_content, shift_correction_content
from app.queries.slips import (
    adjustment_content,
    corrected_label_content,
    service_content,
    transfer_content,
)
from app.store.prints import Paper

READERS: Mapping[DocumentKind, Callable[[sa.Connection, str, int], Content]] = {
    "receipt": receipt_content,
    "label": label_content,
    "shift": shift_content,
    "shift_correction": shift_correction_content,
    "customer_card": card_content,
    "card_sheet": card_sheet_content,
    "adjustment": adjustment_content,
    "corrected_label": corrected_label_content,
    "service": service_content,
    "transfer_code": transfer_content,
    "complaint": complaint_content,
}
"""By kind: (connection, subject, copy) → the document's value."""


def content_of(connection: sa.Connection, paper: Paper) -> Content:
    """What stands on one piece of paper. Raises ReceiptUnknown, ShiftUnknown and their kin."""
    return READERS[paper.kind](connection, paper.subject, paper.copy)
