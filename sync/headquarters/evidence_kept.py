"""Files of complaints as they lie here: sealed pieces; gone with the words of their case."""

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

import sqlalchemy as sa
from nacl.exceptions import CryptoError

from app.store.origins import place_of
from app.store.tables.complaints import complaint_evidence
from app.store.vault import evidence_box
from sync.evidence import EvidenceHeld
from sync.headquarters.kept_tables import evidence_piece, evidence_whole
from sync.headquarters.keys import HeadquartersKeys


@dataclass(frozen=True, slots=True)
class KeptFile:
    """``content`` is what the entry's hash says."""

    name: str
    media: str
    content: bytes


def held_of(connection: sa.Connection, evidence: bytes) -> EvidenceHeld:
    """Nothing of one that never came."""
    size = sa.func.coalesce(sa.func.sum(evidence_piece.c.size), 0)
    held = connection.scalar(sa.select(size).where(evidence_piece.c.evidence == evidence))
    query = sa.select(evidence_whole.c.at_ms).where(evidence_whole.c.evidence == evidence)
    return EvidenceHeld(held=int(held or 0), whole=connection.scalar(query) is not None)


def whole_of(connection: sa.Connection, writer_number: int) -> list[bytes]:
    """The files of one writer that are here to their last byte."""
    same = evidence_whole.c.evidence == complaint_evidence.c.evidence
    query = sa.select(evidence_whole.c.evidence).join_from(evidence_whole, complaint_evidence, same)
    its = complaint_evidence.c.seq.between(
        place_of(writer_number, 0), place_of(writer_number + 1, 0) - 1
    )
    return list(connection.scalars(query.where(its).order_by(complaint_evidence.c.seq)))


def kept_file(
    connection: sa.Connection, keys: HeadquartersKeys, case: str, evidence: bytes
) -> KeptFile | None:
    """A file of that case; None for one that is not here, or not as it was sealed."""
    named = connection.execute(
        sa.select(complaint_evidence).where(
            complaint_evidence.c.evidence == evidence, complaint_evidence.c.complaint == case
        )
    ).one_or_none()
    if named is None or not held_of(connection, evidence).whole:
        return None
    content = content_of(connection, keys, evidence)
    if sha256(content).digest() != named.sha256:
        return None
    return KeptFile(named.name, named.media, content)


def content_of(connection: sa.Connection, keys: HeadquartersKeys, evidence: bytes) -> bytes:
    """All pieces in their order; nothing when one does not open."""
    box = evidence_box(keys.database)
    query = sa.select(evidence_piece.c.sealed).where(evidence_piece.c.evidence == evidence)
    pieces = connection.scalars(query.order_by(evidence_piece.c.start))
    try:
        return b"".join(box.decrypt(each) for each in pieces)
    except (CryptoError, ValueError):
        return b""


def drop_evidence(connection: sa.Connection, case: str) -> None:
    """By law, before the fold takes the rows that name the files.

    These are locked: a piece on its way finds afterwards that nothing names it.
    """
    query = sa.select(complaint_evidence.c.evidence).where(complaint_evidence.c.complaint == case)
    drop_files(connection, list(connection.scalars(query.with_for_update())))


def drop_files(connection: sa.Connection, evidences: Collection[bytes]) -> None:
    for table in (evidence_piece, evidence_whole):
        connection.execute(sa.delete(table).where(table.c.evidence.in_(evidences)))
