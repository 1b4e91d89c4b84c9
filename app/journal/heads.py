"""Signing a journal's head: one signature vouches for every entry up to it."""

import struct

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

HEAD_PREFIX = b"TEM1H"


def head_bytes(terminal: int, epoch: int, seq: int, entry_hash: bytes) -> bytes:
    """What the writer signs: prefix, u32 terminal, u16 epoch, u64 seq, the hash of that entry."""
    return HEAD_PREFIX + struct.pack(">IHQ", terminal, epoch, seq) + entry_hash


def sign_head(key: SigningKey, terminal: int, epoch: int, seq: int, entry_hash: bytes) -> bytes:
    """The writer's 64-byte Ed25519 signature over its head."""
    return key.sign(head_bytes(terminal, epoch, seq, entry_hash)).signature


def head_is_signed(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether ``signature`` over ``message`` (see ``head_bytes``) is the writer's."""
    try:
        VerifyKey(public_key).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True
