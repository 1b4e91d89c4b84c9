"""From the bytes of a push to chained entries: pure, before any database is touched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

import msgspec

from app.journal.entry import Entry, entry_hash, entry_of_header
from app.journal.heads import head_bytes, head_is_signed
from sync.wire import OpaquePush, Push, Unreadable, WireEntry, unpack


@dataclass(frozen=True, slots=True)
class Batch:
    """Whole transactions of one writer in order, with the hashes that their bytes give."""

    entries: tuple[Entry, ...]
    signature: bytes
    raw: bytes

    @property
    def last(self) -> Entry:
        return self.entries[-1]

    def is_signed_by(self, device_key: bytes) -> bool:
        last = self.last
        message = head_bytes(last.terminal, last.epoch, last.seq, last.hash)
        return head_is_signed(device_key, message, self.signature)


def read_push(body: bytes) -> Batch:
    """Raises Unreadable."""
    push = unpack(body, Push)
    entries = tuple(chained(push.terminal, push.epoch, push.first_seq, push.prev, push.entries))
    return _whole(Batch(entries, push.signature, body))


def read_opaque(body: bytes) -> Batch:
    """Raises Unreadable."""
    push = unpack(body, OpaquePush)
    try:
        entries = tuple(
            entry_of_header(header, kept)
            for header, kept in zip(push.headers, push.bodies, strict=True)
        )
    except ValueError as error:
        raise Unreadable from error
    for place, entry in enumerate(entries):
        whose = (entry.terminal, entry.epoch, entry.seq)
        if whose != (push.terminal, push.epoch, entries[0].seq + place):
            raise Unreadable
        if place and entry.prev != entries[place - 1].hash:
            raise Unreadable
        if entry.body is not None and sha256(entry.body).digest() != entry.body_hash:
            raise Unreadable
    return _whole(Batch(entries, push.signature, body))


def chained(
    terminal: int, epoch: int, first_seq: int, prev: bytes, wires: Sequence[WireEntry]
) -> Iterator[Entry]:
    """The entries with prev and hash computed again. Raises Unreadable."""
    for place, wire in enumerate(wires):
        if (wire.body is None) == (wire.body_hash is None):
            raise Unreadable
        entry = Entry(
            terminal=terminal,
            epoch=epoch,
            seq=first_seq + place,
            prev=prev,
            entry_id=wire.entry_id,
            command_id=wire.command_id,
            txn_id=wire.txn_id,
            flags=wire.flags,
            kind=wire.kind,
            kind_version=wire.kind_version,
            hlc=wire.hlc,
            wall_ms=wire.wall_ms,
            clerk=wire.clerk,
            body=wire.body,
            body_hash=wire.body_hash or sha256(wire.body or b"").digest(),
            hash=b"",
        )
        entry = msgspec.structs.replace(entry, hash=entry_hash(entry))
        yield entry
        prev = entry.hash


def wire_of(entry: Entry) -> WireEntry:
    """An entry as it travels."""
    return WireEntry(
        entry.entry_id,
        entry.command_id,
        entry.txn_id,
        entry.flags,
        entry.kind,
        entry.kind_version,
        entry.hlc,
        entry.wall_ms,
        entry.clerk,
        entry.body,
        entry.body_hash if entry.body is None else None,
    )


def transactions(entries: Sequence[Entry]) -> Iterator[tuple[Entry, ...]]:
    """The entries of each business transaction, in order."""
    for _, group in groupby(entries, key=lambda entry: entry.txn_id):
        yield tuple(group)


def _whole(batch: Batch) -> Batch:
    if not batch.last.txn_last or any(
        not group[-1].txn_last or any(entry.txn_last for entry in group[:-1])
        for group in transactions(batch.entries)
    ):
        raise Unreadable
    return batch
