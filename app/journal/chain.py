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
    expected_seq, prev, open_txn = 1, genesis, b""
    for entry in entries:
        if entry.seq != expected_seq:
            yield Flaw(expected_seq, "verify.gap")
        elif entry.prev != prev:
            yield Flaw(entry.seq, "verify.chain_broken")
        if open_txn and entry.txn_id != open_txn:
            yield Flaw(entry.seq, "verify.transaction_cut")
        yield from _flaws_of(entry)
        expected_seq, prev = entry.seq + 1, entry.hash
        open_txn = b"" if entry.txn_last else entry.txn_id
    if open_txn:
        yield Flaw(expected_seq, "verify.transaction_cut")


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
