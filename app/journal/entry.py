"""One entry of a journal, and the bytes that its hash covers (docs/protocol.md, "The entry")."""

import struct
from hashlib import sha256

import msgspec

ENTRY_PREFIX = b"TEM1E"
GENESIS_PREFIX = b"TEM1G"
NO_ID = bytes(16)

TXN_LAST = 0b001
CLOCK_BEHIND = 0b010
CLOCK_FAR_OFF = 0b100

_HEADER = struct.Struct(">32s I H Q 16s 16s 16s B H H Q q I 32s")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """``body`` is None once it was erased by law; ``body_hash`` then still carries the chain."""

    terminal: int
    epoch: int
    seq: int
    prev: bytes
    entry_id: bytes
    command_id: bytes | None
    txn_id: bytes
    flags: int
    kind: int
    kind_version: int
    hlc: int
    wall_ms: int
    clerk: int
    body: bytes | None
    body_hash: bytes
    hash: bytes

    @property
    def txn_last(self) -> bool:
        """Whether this entry closes its business transaction."""
        return bool(self.flags & TXN_LAST)


def header_bytes(entry: Entry) -> bytes:
    """The canonical header: fixed fields, big-endian, 151 bytes after the prefix."""
    return ENTRY_PREFIX + _HEADER.pack(
        entry.prev,
        entry.terminal,
        entry.epoch,
        entry.seq,
        entry.entry_id,
        entry.command_id or NO_ID,
        entry.txn_id,
        entry.flags,
        entry.kind,
        entry.kind_version,
        entry.hlc,
        entry.wall_ms,
        entry.clerk,
        entry.body_hash,
    )


def entry_of_header(header: bytes, body: bytes | None) -> Entry:
    """The entry that has this canonical header. Raises ValueError when no header is like it."""
    if not header.startswith(ENTRY_PREFIX):
        raise ValueError
    try:
        found = _HEADER.unpack(header[len(ENTRY_PREFIX) :])
    except struct.error as error:
        raise ValueError from error
    prev, terminal, epoch, seq, entry_id, command_id, txn_id, *rest = found
    flags, kind, kind_version, hlc, wall_ms, clerk, body_hash = rest
    return Entry(
        terminal=terminal,
        epoch=epoch,
        seq=seq,
        prev=prev,
        entry_id=entry_id,
        command_id=None if command_id == NO_ID else command_id,
        txn_id=txn_id,
        flags=flags,
        kind=kind,
        kind_version=kind_version,
        hlc=hlc,
        wall_ms=wall_ms,
        clerk=clerk,
        body=body,
        body_hash=body_hash,
        hash=sha256(header).digest(),
    )


def entry_hash(entry: Entry) -> bytes:
    """SHA-256 of the canonical header, which names the body by the body's own hash.

    b"" for values that fit no header: no entry has that hash.
    """
    try:
        return sha256(header_bytes(entry)).digest()
    except struct.error:
        return b""


def genesis_hash(terminal: int, epoch: int, device_key: bytes, nonce: bytes) -> bytes:
    """What entry 1 names as its predecessor: it ties the journal to one device and enrolment."""
    return sha256(
        GENESIS_PREFIX + struct.pack(">IH", terminal, epoch) + device_key + nonce
    ).digest()
