"""Making the next entries of a journal: pure, without a store."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

import msgspec

from app.journal.entry import TXN_LAST, Entry, entry_hash
from app.journal.kinds import body_type, postings_of
from app.journal.kinds.body import Body

_encoder = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Head:
    """Where a journal stands: what the next entry names as its predecessor."""

    terminal: int
    epoch: int
    seq: int
    hash: bytes
    hlc: int
    wall_ms: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who and when, the same for all entries of one business transaction.

    ``entry_ids`` are as many as there are facts. ``hlc`` is that of the first; each later one
    counts one up. ``clock_flags`` are CLOCK_BEHIND and CLOCK_FAR_OFF of the entry.
    """

    txn_id: bytes
    command_id: bytes
    entry_ids: tuple[bytes, ...]
    hlc: int
    wall_ms: int
    clock_flags: int
    clerk: int


@dataclass(eq=False)
class PostingsUnbalanced(Exception):
    """The legs of a double entry do not sum to zero. Only a bug can make one."""

    kind: str
    difference_vnd: int


def body_bytes(body: Body) -> bytes:
    """The body as UTF-8 JSON, fields in their declared order; kept and sent exactly so."""
    return _encoder.encode(body)


def check_balanced(body: Body) -> None:
    """Raise PostingsUnbalanced unless Σ postings = 0."""
    difference = sum([posting.amount_vnd for posting in postings_of(body)])
    if difference:
        raise PostingsUnbalanced(kind=body.NAME, difference_vnd=difference)


def next_entries(head: Head, facts: Sequence[Body], stamp: Stamp) -> tuple[Entry, ...]:
    """One business transaction as chained entries; only the first carries the command id."""
    entries: list[Entry] = []
    prev = head.hash
    for place, fact in enumerate(facts):
        check_balanced(fact)
        body = body_bytes(fact)
        last = place == len(facts) - 1
        entry = Entry(
            terminal=head.terminal,
            epoch=head.epoch,
            seq=head.seq + 1 + place,
            prev=prev,
            entry_id=stamp.entry_ids[place],
            command_id=stamp.command_id if place == 0 else None,
            txn_id=stamp.txn_id,
            flags=(TXN_LAST if last else 0) | stamp.clock_flags,
            kind=fact.NUMBER,
            kind_version=fact.VERSION,
            hlc=stamp.hlc + place,
            wall_ms=stamp.wall_ms,
            clerk=stamp.clerk,
            body=body,
            body_hash=sha256(body).digest(),
            hash=b"",
        )
        entry = msgspec.structs.replace(entry, hash=entry_hash(entry))
        entries.append(entry)
        prev = entry.hash
    return tuple(entries)


@cache
def _decoder(kind: type[Body]) -> msgspec.json.Decoder[Body]:
    return msgspec.json.Decoder(kind)


def read_body(entry: Entry) -> Body | None:
    """The typed body; None when it was erased or its kind is not known here.

    Raises msgspec.ValidationError when the bytes are not what the kind promises.
    """
    kind = body_type(entry.kind, entry.kind_version)
    if kind is None or entry.body is None:
        return None
    try:
        return _decoder(kind).decode(entry.body)
    except UnicodeDecodeError as error:  # msgspec lets it through as it is
        raise msgspec.ValidationError(str(error)) from error
