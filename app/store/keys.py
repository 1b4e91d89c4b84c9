"""Where the two secrets of a counter lie: the store's key and the device's signing seed.

The operating system's key store is asked first. Where it has none (a bare server, a locked session)
a file of mode 0600 in the home takes its place, and says so in its own text: that is the declared
fallback of DESIGN §7. Once chosen, the place stays.
"""

import json
import os
import secrets
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import keyring
import keyring.errors
from nacl.signing import SigningKey

from app.settings import Home, HomeUnwritable
from app.store.durable import write_durably
from app.store.faults import KeyMissing

SERVICE = "vn.tem.counter"
FILE_ONLY = "TEM_KEYS_IN_FILE"
"""Set to 1 to leave the system's key store alone; tests and headless servers do."""


@dataclass(frozen=True)
class Secrets:
    """``database`` is SQLCipher's raw 256-bit key, ``device`` the seed of the signing key."""

    database: bytes
    device: bytes

    @cached_property
    def signing_key(self) -> SigningKey:
        return SigningKey(self.device)

    def __repr__(self) -> str:
        return "Secrets(…)"


def make_secrets(home: Home) -> Secrets:
    """Fresh random secrets, put away durably before anything is encrypted with them."""
    made = Secrets(database=secrets.token_bytes(32), device=secrets.token_bytes(32))
    text = _as_text(made)
    if _system_store_took(home, text):
        note = {"where": "keyring", "service": SERVICE, "user": _user(home)}
    else:
        note = {"where": "file", "secrets": text}
    _write_note(home, note)
    return made


def keep_in_file(home: Home, given: Secrets) -> None:
    """Put secrets that were made elsewhere into the file, whatever key store there is."""
    _write_note(home, {"where": "file", "secrets": _as_text(given)})


def load_secrets(home: Home) -> Secrets:
    """The secrets of an existing counter.

    Raises KeyMissing when neither the key store nor the file has them whole.
    """
    try:
        note = json.loads(home.keys.read_text(encoding="utf-8"))
        text = note["secrets"] if note["where"] == "file" else _from_system_store(note)
        found = json.loads(text)
        loaded = Secrets(bytes.fromhex(found["database"]), bytes.fromhex(found["device"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KeyMissing from error
    if len(loaded.database) != 32 or len(loaded.device) != 32:
        raise KeyMissing
    return loaded


def forget_secrets(home: Home) -> None:
    """Make the store unreadable for ever, wherever copies of it may lie: only its key opens it."""
    try:
        note = json.loads(home.keys.read_text(encoding="utf-8"))
        if note.get("where") == "keyring":
            keyring.delete_password(note["service"], note["user"])
    except (OSError, ValueError, keyring.errors.KeyringError, RuntimeError):
        pass
    home.keys.unlink(missing_ok=True)


def lies_in_file(home: Home) -> bool:
    """Whether the declared fallback is in use: told on the start page and by ``tem standing``."""
    try:
        note = json.loads(home.keys.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(note.get("where") == "file")


def _as_text(made: Secrets) -> str:
    return json.dumps({"database": made.database.hex(), "device": made.device.hex()})


def _write_note(home: Home, note: dict[str, str]) -> None:
    home.make()
    try:
        write_durably(home.keys, json.dumps(note).encode(), mode=0o600)
    except OSError as error:
        raise HomeUnwritable(path=str(home.root)) from error


def _user(home: Home) -> str:
    return str(Path(home.root).resolve())


def _system_store_took(home: Home, text: str) -> bool:
    if os.environ.get(FILE_ONLY) == "1":
        return False
    try:
        keyring.set_password(SERVICE, _user(home), text)
        return keyring.get_password(SERVICE, _user(home)) == text
    except (keyring.errors.KeyringError, RuntimeError, OSError):
        return False


def _from_system_store(note: dict[str, str]) -> str:
    try:
        text = keyring.get_password(note["service"], note["user"])
    except (keyring.errors.KeyringError, RuntimeError, OSError) as error:
        raise KeyMissing from error
    if text is None:
        raise KeyMissing
    return text
