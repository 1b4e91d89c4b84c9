"""Headquarters' secrets: one file of mode 0600 in its home, the same for all its processes."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from nacl.signing import SigningKey
from nacl.utils import random

from app.errors import EnvironmentFault
from app.store.durable import write_durably

_NAMES = ("signing", "lookup", "database", "token")


@dataclass(eq=False)
class HeadquartersKeysUnreadable(EnvironmentFault):
    """The file of secrets is damaged."""

    code: ClassVar[str] = "headquarters.keys_unreadable"
    path: str


@dataclass(frozen=True, slots=True, repr=False)
class HeadquartersKeys:
    """32 bytes each: the signing seed, the scheme's lookup key, SQLCipher's key, the key that
    session tokens are sealed with.
    """

    signing: bytes
    lookup: bytes
    database: bytes
    token: bytes

    @property
    def signing_key(self) -> SigningKey:
        return SigningKey(self.signing)

    @property
    def public(self) -> bytes:
        return bytes(self.signing_key.verify_key)


def keys_in(folder: Path) -> HeadquartersKeys:
    """The secrets of ``folder``; new ones, put away durably, where there are none."""
    file = folder / "headquarters.keys"
    if not file.exists():
        made = {name: random(32).hex() for name in _NAMES}
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_durably(file, json.dumps(made).encode("ascii"), mode=0o600)
    try:
        kept = json.loads(file.read_text(encoding="ascii"))
        found = [bytes.fromhex(kept[name]) for name in _NAMES]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise HeadquartersKeysUnreadable(path=str(file)) from error
    if any(len(key) != 32 for key in found):
        raise HeadquartersKeysUnreadable(path=str(file))
    return HeadquartersKeys(*found)
