"""Trust anchors: the public keys of headquarters whose provisioning this installation believes.

They are files of 64 hexadecimal digits, ``trust/<name>.pub``; the installer, or the person who
enrols the terminal, puts them there.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from app.errors import EnvironmentFault


@dataclass(eq=False)
class TrustUnreadable(EnvironmentFault):
    """A trust anchor that is no Ed25519 public key."""

    code: ClassVar[str] = "trust.unreadable"
    path: str


def trusted_keys(folder: Path) -> frozenset[bytes]:
    """Every anchor in ``folder``; none when the folder does not exist."""
    return frozenset(_read(path) for path in sorted(folder.glob("*.pub")))


def trust(folder: Path, name: str, key: bytes) -> None:
    """Believe provisioning signed by ``key`` (32 bytes) from now on."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / f"{name}.pub").write_text(key.hex() + "\n", encoding="ascii")


def _read(path: Path) -> bytes:
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except (OSError, ValueError) as error:
        raise TrustUnreadable(path=str(path)) from error
    if len(key) != 32:
        raise TrustUnreadable(path=str(path))
    return key
