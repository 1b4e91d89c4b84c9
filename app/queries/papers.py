"""What stands on any piece of paper: one reader for each kind of document."""

from collections.abc import Callable, Mapping

import sqlalchemy as sa

from app.domain.documents import Content, DocumentKind
from app.queries.receipts import label_content, receipt_content
from app.queries.shift_papers import shift_content
from app.store.prints import Paper

READERS: Mapping[DocumentKind, Callable[[sa.Connection, str, int], Content]] = {
    "receipt": receipt_content,
    "label": label_content,
    "shift": shift_content,
}
"""By kind: (connection, subject, copy) → the document's value."""


def content_of(connection: sa.Connection, paper: Paper) -> Content:
    """What stands on one piece of paper. Raises ReceiptUnknown, ShiftUnknown and their kin."""
    return READERS[paper.kind](connection, paper.subject, paper.copy)
