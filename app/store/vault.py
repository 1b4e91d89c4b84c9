"""Evidence on disk: each file sealed with a key that is made from the store's own.

Beside the store, not in it: a photo of a broken parcel would make every backup slow. Without the
store's key nobody reads them, and only the program asks for that key.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from nacl.encoding import RawEncoder
from nacl.exceptions import CryptoError
from nacl.hash import blake2b
from nacl.secret import SecretBox

from app.domain.evidence import check_size
from app.errors import EnvironmentFault
from app.settings import HomeUnwritable
from app.store.complaints import StoredEvidence
from app.store.durable import write_durably
from app.store.store import Store

_PERSON = b"tem-evidence"


@dataclass(eq=False)
class EvidenceUnreadable(EnvironmentFault):
    """The file that was chosen cannot be read from its disk or stick."""

    code: ClassVar[str] = "evidence.unreadable"
    name: str


@dataclass(eq=False)
class EvidenceGone(EnvironmentFault):
    """The sealed file is not in the home, or its bytes are not those that were sealed."""

    code: ClassVar[str] = "evidence.gone"
    name: str


class Vault:
    """The sealed files of one home."""

    def __init__(self, store: Store) -> None:
        self._folder = store.home.evidence
        self._copies = store.home.backups / self._folder.name
        self._box = evidence_box(store.secrets.database)

    def keep(self, evidence: bytes, content: bytes) -> None:
        """Seal ``content`` durably under its id. Raises HomeUnwritable."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(self._place(evidence), bytes(self._box.encrypt(content)))
        except OSError as error:
            raise HomeUnwritable(path=str(self._folder)) from error

    def open(self, stored: StoredEvidence) -> bytes:
        """The bytes as they were brought. Raises EvidenceGone."""
        try:
            content = self._box.decrypt(self._place(stored.evidence).read_bytes())
        except (OSError, CryptoError, ValueError) as error:
            raise EvidenceGone(name=stored.name) from error
        if sha256(content).digest() != stored.sha256:
            raise EvidenceGone(name=stored.name)
        return content

    def drop(self, evidences: Iterable[bytes]) -> None:
        """Remove sealed files for good, and this home's own copies. Raises HomeUnwritable."""
        try:
            for evidence in evidences:
                self._place(evidence).unlink(missing_ok=True)
                (self._copies / sealed_name(evidence)).unlink(missing_ok=True)
        except OSError as error:
            raise HomeUnwritable(path=str(self._folder)) from error

    def _place(self, evidence: bytes) -> Path:
        return self._folder / sealed_name(evidence)


def evidence_box(database_key: bytes) -> SecretBox:
    """What seals and opens the files of a store with that key."""
    key = blake2b(b"", digest_size=32, key=database_key, person=_PERSON, encoder=RawEncoder)
    return SecretBox(key)


def sealed_name(evidence: bytes) -> str:
    return f"{evidence.hex()}.sealed"


def read_chosen(file: Path) -> bytes:
    """A chosen file; one that is too large is refused before it is read.

    Raises EvidenceTooLarge, EvidenceEmpty, EvidenceUnreadable.
    """
    try:
        if not file.is_file():
            raise EvidenceUnreadable(name=file.name)
        check_size(file.name, file.stat().st_size)
        return file.read_bytes()
    except OSError as error:
        raise EvidenceUnreadable(name=file.name) from error
