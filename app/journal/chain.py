"""Checking a chain of entries against itself: nothing altered, left out, put in or reordered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from app.journal.appending import PostingsUnbalanced, check_balanced, read_body
from app.journal.entry import Entry, entry_hash


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong at one entry. ``what`` is a code of resources/messages."""

    seq: int
    what: str


def flaws(entries: Iterable[Entry], genesis: bytes) -> Iterator[Flaw]:
    """Every flaw, in order of sequence. ``genesis`` is what entry 1 must name as predecessor."""
    before: Entry | None = None
    for entry in entries:
        yield from _break_before(entry, before, genesis)
        yield from _flaws_of(entry)
        before = entry
    if before is not None and not before.txn_last:
        yield Flaw(before.seq + 1, "verify.transaction_cut")


def _break_before(entry: Entry, before: Entry | None, genesis: bytes) -> Iterator[Flaw]:
    """What does not go on from the entry before: number, hash, transaction, writer or time."""
    expected = before.seq + 1 if before else 1
    if entry.seq != expected:
        yield Flaw(expected, "verify.gap")
    elif entry.prev != (before.hash if before else genesis):
        yield Flaw(entry.seq, "verify.chain_broken")
    if before is None:
        return
    if not before.txn_last and entry.txn_id != before.txn_id:
        yield Flaw(entry.seq, "verify.transaction_cut")
    if (entry.terminal, entry.epoch) != (before.terminal, before.epoch):
        yield Flaw(entry.seq, "verify.other_writer")
    if entry.hlc <= before.hlc:
        yield Flaw(entry.seq, "verify.time_back")


def _flaws_of(entry: Entry) -> Iterator[Flaw]:
    if entry_hash(entry) != entry.hash:
        yield Flaw(entry.seq, "verify.header_altered")
    if entry.body is not None and sha256(entry.body).digest() != entry.body_hash:
        yield Flaw(entry.seq, "verify.body_altered")
        return
    try:
        body = read_body(entry)
        if body is not None:
            check_balanced(body)
    except msgspec.DecodeError:
        yield Flaw(entry.seq, "verify.body_unreadable")
    except PostingsUnbalanced:
        yield Flaw(entry.seq, "verify.unbalanced")
