"""The keyed hash by which citizen numbers are found without being readable in an index."""

import hmac
from hashlib import sha256


def citizen_lookup(key: bytes, number: str) -> bytes:
    """HMAC-SHA256 of the number's ASCII digits under the scheme's key (docs/protocol.md)."""
    return hmac.digest(key, number.encode("ascii"), sha256)
