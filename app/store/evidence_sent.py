"""Which own files of evidence headquarters holds, and which are due to go there."""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from app.journal.kinds.complaints import EvidenceAdded
from app.store.complaints import EVIDENCE, StoredEvidence
from app.store.prepared import Prepared
from app.store.tables.complaints import complaint_evidence, evidence_sent
from app.store.tables.journal import journal

AGAIN_MS = timedelta(hours=1) // timedelta(milliseconds=1)
"""A file that headquarters did not want is offered again after this long."""


def due_evidence(
    connection: sa.Connection, acked: int, feed_epoch: str, now_ms: int
) -> tuple[StoredEvidence, ...]:
    """Files whose entries headquarters holds, oldest first.

    All of them again for a headquarters that counts anew: it was put back from a copy.
    """
    given = {"acked": acked, "here": feed_epoch, "lately": now_ms - AGAIN_MS, "now": now_ms}
    return tuple(StoredEvidence(*row) for row in _DUE.all(connection, given))


def waiting_evidence(connection: sa.Connection) -> int:
    """How many files headquarters is not known to hold."""
    query = _with_notes(sa.select(sa.func.count()))
    waiting = query.where(sa.func.coalesce(evidence_sent.c.whole, 0) == 0)
    return connection.scalar(waiting) or 0


def note_evidence(
    connection: sa.Connection, evidence: bytes, feed_epoch: str, now_ms: int, *, whole: bool
) -> None:
    """Headquarters holds the file, or would not take it now."""
    connection.execute(sa.delete(evidence_sent).where(evidence_sent.c.evidence == evidence))
    connection.execute(
        sa.insert(evidence_sent).values(
            evidence=evidence, feed_epoch=feed_epoch, whole=int(whole), at_ms=now_ms
        )
    )


def send_evidence_again(connection: sa.Connection) -> None:
    """Headquarters holds less than it did: it may lack files, too."""
    connection.execute(sa.delete(evidence_sent))


def _with_notes(query: sa.Select[Any]) -> sa.Select[Any]:
    """Of own files alone: those of others never lie here."""
    own = sa.select(journal.c.seq).where(journal.c.kind == EvidenceAdded.NUMBER)
    return (
        query.select_from(complaint_evidence)
        .outerjoin(evidence_sent, evidence_sent.c.evidence == complaint_evidence.c.evidence)
        .where(complaint_evidence.c.seq.in_(own))
    )


_REFUSED_LATELY = (evidence_sent.c.whole == 0) & evidence_sent.c.at_ms.between(
    sa.bindparam("lately"), sa.bindparam("now")
)
_DONE = (evidence_sent.c.feed_epoch == sa.bindparam("here")) & (
    (evidence_sent.c.whole == 1) | _REFUSED_LATELY
)
_DUE = Prepared(
    _with_notes(EVIDENCE)
    .where(
        complaint_evidence.c.seq <= sa.bindparam("acked"),
        sa.func.coalesce(_DONE, sa.false()).is_(False),
    )
    .order_by(complaint_evidence.c.seq)
)
