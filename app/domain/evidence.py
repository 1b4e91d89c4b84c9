"""Which files may stand as evidence: photos and PDF, told by their bytes, never by their name."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

from app.domain.names import nfc
from app.errors import UserError

MOST_BYTES = 20_000_000
_LONGEST_NAME = 120
_HEIF_BRANDS = (b"heic", b"heix", b"mif1", b"msf1")


@dataclass(eq=False)
class EvidenceTooLarge(UserError):
    """``size_mb`` and ``limit_mb`` are whole megabytes."""

    code: ClassVar[str] = "evidence.too_large"
    field: ClassVar[str] = "evidence"
    name: str
    size_mb: int
    limit_mb: int = MOST_BYTES // 1_000_000


@dataclass(eq=False)
class EvidenceOtherKind(UserError):
    """Neither photo nor PDF, whatever its name says."""

    code: ClassVar[str] = "evidence.other_kind"
    field: ClassVar[str] = "evidence"
    name: str


@dataclass(eq=False)
class EvidenceEmpty(UserError):
    code: ClassVar[str] = "evidence.empty"
    field: ClassVar[str] = "evidence"
    name: str


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file that may be added: ``media`` is what its bytes are."""

    name: str
    media: str
    size: int


def check_size(name: str, size: int) -> None:
    """Asked before a byte is read. Raises EvidenceTooLarge and EvidenceEmpty."""
    if size > MOST_BYTES:
        raise EvidenceTooLarge(name=shown_name(name), size_mb=-(-size // 1_000_000))
    if not size:
        raise EvidenceEmpty(name=shown_name(name))


def evidence_file(name: str, content: bytes) -> EvidenceFile:
    """What ``content`` is. Raises EvidenceTooLarge, EvidenceEmpty and EvidenceOtherKind."""
    check_size(name, len(content))
    media = _media(content)
    if not media:
        raise EvidenceOtherKind(name=shown_name(name))
    return EvidenceFile(shown_name(name), media, len(content))


def shown_name(name: str) -> str:
    """The last part of a path as it may stand in a list: printable, NFC, not too long."""
    last = PurePath(name.replace("\\", "/")).name
    printable = "".join(c if c.isprintable() else " " for c in nfc(last))
    words = " ".join(printable.split())
    return words if len(words) <= _LONGEST_NAME else "…" + words[1 - _LONGEST_NAME :]


def _media(content: bytes) -> str:
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return "image/heic" if content[4:8] == b"ftyp" and content[8:12] in _HEIF_BRANDS else ""
