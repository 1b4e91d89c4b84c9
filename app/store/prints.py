"""Putting documents into the print journal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from app.domain.documents import DOCUMENT_KINDS, DocumentKind
from app.store.prepared import Prepared
from app.store.tables.prints import print_job


@dataclass(frozen=True, slots=True)
class Paper:
    """One piece of paper: ``subject`` is what it is of (its number), ``copy`` 0 the original."""

    kind: DocumentKind
    subject: str
    copy: int = 0

    @property
    def title(self) -> str:
        """``label-CA000000031VN-copy-1``: its file and its job at the printer; unique, ASCII."""
        return f"{self.kind}-{self.subject}" + (f"-copy-{self.copy}" if self.copy else "")


_KINDS: Mapping[str, DocumentKind] = {kind: kind for kind in DOCUMENT_KINDS}


def paper_of(document: str, subject: str, copy: int) -> Paper:
    """A paper from its stored columns."""
    return Paper(_KINDS[document], subject, copy)


_OWE = Prepared(sa.insert(print_job))


def owe(connection: sa.Connection, papers: Iterable[Paper], at_ms: int) -> None:
    """Let ``papers`` wait for a printer, in this order. Their documents were folded before."""
    rows = [
        {
            "document": paper.kind,
            "subject": paper.subject,
            "copy": paper.copy,
            "state": "due",
            "changed_ms": at_ms,
        }
        for paper in papers
    ]
    _OWE.run_each(connection, rows)
