"""Entries about paper that was asked for again."""

from typing import ClassVar

from app.journal.kinds.body import Body


class DocumentCopied(Body, frozen=True, kw_only=True):
    """A marked copy of a printed document: "BẢN SAO lần ``copy``"."""

    NUMBER: ClassVar[int] = 40
    NAME: ClassVar[str] = "document.copied"

    document: str
    subject: str
    receipt: str
    copy_number: int
    clerk_name: str
