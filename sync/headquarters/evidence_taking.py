"""Taking in files of complaints, piece by piece, whichever way they come.

Nothing is taken but what an entry of the same terminal names; what does not fit its hash goes.
"""

from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from nacl.secret import SecretBox

from app.domain.evidence import MOST_BYTES, evidence_file
from app.errors import UserError
from app.store.origins import writer_number_of
from app.store.tables.complaints import complaint_evidence
from app.store.vault import evidence_box
from sync.evidence import EvidenceHeld, EvidencePiece, EvidenceQuery
from sync.headquarters.answers import evidence_differs, no_evidence, wrong_token
from sync.headquarters.database import Database
from sync.headquarters.evidence_kept import content_of, drop_files, held_of
from sync.headquarters.greeting import Whose, token_owner
from sync.headquarters.ingest import find_writer
from sync.headquarters.kept_tables import evidence_piece, evidence_whole
from sync.headquarters.keys import HeadquartersKeys
from sync.headquarters.tables import writer
from sync.wire import pack, unpack


def say_held(
    database: Database, keys: HeadquartersKeys, body: bytes, token: bytes, now_ms: int
) -> bytes:
    """How much of a file is here, packed. Raises Refused."""
    query, whose = unpack(body, EvidenceQuery), token_owner(keys, token, now_ms)
    with database.reading() as connection:
        _check_writer(connection, whose)
        _named(connection, query.evidence, whose)
        return pack(held_of(connection, query.evidence))


def take_piece(
    database: Database, keys: HeadquartersKeys, body: bytes, token: bytes, now_ms: int
) -> bytes:
    """Keep one piece; with the last one the whole file is checked. Raises Refused."""
    piece, whose = unpack(body, EvidencePiece), token_owner(keys, token, now_ms)
    with database.writing() as connection:
        _check_writer(connection, whose)
        named = _named(connection, piece.evidence, whose, lock=True)
        held = held_of(connection, piece.evidence)
        if held.whole or piece.start != held.held:
            return pack(held)
        upto = held.held + len(piece.content)
        fits = upto <= named.size
        if fits:
            _keep(connection, evidence_box(keys.database), piece)
        if upto == named.size:
            fits = _is_as_named(connection, keys, named)
        if not fits:
            drop_files(connection, [piece.evidence])
        elif upto == named.size:
            done = {"evidence": piece.evidence, "at_ms": now_ms}
            connection.execute(sa.insert(evidence_whole), [done])
    if not fits:  # after the commit: what is wrong with it shall not stay
        raise evidence_differs()
    return pack(EvidenceHeld(held=upto, whole=upto == named.size))


def _check_writer(connection: sa.Connection, whose: Whose) -> None:
    if find_writer(connection, whose.terminal, whose.epoch).revoked_after is not None:
        raise wrong_token()


def _named(
    connection: sa.Connection, evidence: bytes, whose: Whose, *, lock: bool = False
) -> sa.Row[Any]:
    """What an entry of this terminal says of the file. Raises Refused when none does."""
    query = sa.select(complaint_evidence).where(complaint_evidence.c.evidence == evidence)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None or not 0 < row.size <= MOST_BYTES:
        raise no_evidence()
    by = sa.select(writer.c.terminal).where(writer.c.number == writer_number_of(row.seq))
    if connection.scalar(by) != whose.terminal:
        raise no_evidence()
    return row


def _keep(connection: sa.Connection, box: SecretBox, piece: EvidencePiece) -> None:
    values = {
        "evidence": piece.evidence,
        "start": piece.start,
        "size": len(piece.content),
        "sealed": bytes(box.encrypt(piece.content)),
    }
    connection.execute(sa.insert(evidence_piece), [values])


def _is_as_named(connection: sa.Connection, keys: HeadquartersKeys, named: sa.Row[Any]) -> bool:
    content = content_of(connection, keys, named.evidence)
    try:
        seen = evidence_file(named.name, content)
    except UserError:
        return False
    return bool(seen.media == named.media and sha256(content).digest() == named.sha256)
