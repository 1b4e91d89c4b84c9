"""The sealed files of complaints beside a copy of the store: brought there once, found again later.

They never change, and their names are unique everywhere: one folder serves all copies beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from app.journal.kinds.complaints import EvidenceAdded
from app.store.durable import write_durably
from app.store.engine import connect
from app.store.faults import translating
from app.store.vault import evidence_box, sealed_name

FOLDER = "evidence"

_TABLE = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'complaint_evidence'"
_OWN = (
    "SELECT evidence, complaint_evidence.sha256 FROM complaint_evidence"
    " JOIN journal USING (seq) WHERE journal.kind = ? ORDER BY seq"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """``whole`` files are at their place now; ``gone`` ones were found nowhere."""

    whole: int
    gone: int


def folder_beside(copy: Path) -> Path:
    """Where the files of the copies in that folder lie."""
    return copy.parent / FOLDER


def bring_evidence(database: Path, key: bytes, source: Path, target: Path) -> Kept:
    """Let every file that the store ``database`` names lie whole in ``target``.

    A file that is there and opens is left alone; one that does not open is never copied over it.
    Raises OSError of the disk.
    """
    whole = gone = 0
    box = evidence_box(key)
    for evidence, digest in named_in(database, key):
        name = sealed_name(evidence)
        if not _opens(box, target / name, digest):
            sealed = _read(source / name)
            if sealed is None or not _is(box, sealed, digest):
                gone += 1
                continue
            target.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(target / name, sealed)
        whole += 1
    return Kept(whole, gone)


def named_in(database: Path, key: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Id and digest of each file that was added at this counter and not erased since."""
    with translating():
        connection = connect(database, key, query_only=True)
        try:
            known = connection.execute(_TABLE).fetchone()[0]
            found = connection.execute(_OWN, (EvidenceAdded.NUMBER,)).fetchall() if known else []
        finally:
            connection.close()
    yield from ((bytes(evidence), bytes(digest)) for evidence, digest in found)


def _opens(box: SecretBox, path: Path, digest: bytes) -> bool:
    sealed = _read(path)
    return sealed is not None and _is(box, sealed, digest)


def _is(box: SecretBox, sealed: bytes, digest: bytes) -> bool:
    try:
        return sha256(box.decrypt(sealed)).digest() == digest
    except (CryptoError, ValueError):
        return False


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
