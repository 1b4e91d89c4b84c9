"""The file itself: sealed pieces, each at its place, and one signature over all of them.

::

    "TEMUSB1\\n" ‖ u32 length ‖ Envelope ‖ ( u32 length ‖ piece )* ‖ u32 length ‖ Closing

The envelope holds the file's own key, in a sealed box for each key of the reader. A piece is sealed
with that key and its number, counted from 0: pieces cannot be exchanged. The closing piece carries
the sender's signature over everything before it: a file that was not copied whole has none.
"""

import struct
from typing import Annotated, Literal

import msgspec
from msgspec import Meta
from nacl.secret import SecretBox

from sync.protocol import PublicKey, Signature
from sync.wire import MAX_PACKED

MAGIC = b"TEMUSB1\n"
FORM = "tem-bundle/1"
BUNDLE_PREFIX = b"TEM1B"
"""Stands before the digest of a bundle when it is signed."""

Way = Literal["up", "down"]
UP: Way = "up"
DOWN: Way = "down"
ENDINGS: dict[Way, str] = {UP: ".temup", DOWN: ".temdown"}

LONGEST = MAX_PACKED + 65_536
"""Bytes of one piece: a body of the wire and what is said about it."""

LENGTH = struct.Struct(">I")


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """``key``: the reader's Ed25519 key; ``sealed``: the file's key in a box for it."""

    key: PublicKey
    sealed: bytes


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """Readable by anyone who finds the stick: that it is a bundle, and for whom."""

    form: str
    way: Way
    recipients: Annotated[list[Recipient], Meta(min_length=1, max_length=16)]


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """``path`` and ``query`` as they would be sent, ``status`` and ``body`` as they are answered.

    On the way up there are only paths and bodies. The first piece is the cover.
    """

    path: str
    query: bytes = b""
    status: int = 200
    body: bytes = b""


class Closing(msgspec.Struct, frozen=True, kw_only=True):
    """``signature`` by ``key`` over the SHA-256 of every byte before this piece."""

    key: PublicKey
    signature: Signature


def nonce(number: int) -> bytes:
    """The key is this file's alone, so that a number never serves twice."""
    return number.to_bytes(SecretBox.NONCE_SIZE, "big")
