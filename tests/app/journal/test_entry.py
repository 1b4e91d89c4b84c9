"""The bytes, checked against fixed vectors and against a checker made from the document alone."""

import struct
from hashlib import sha256

import msgspec
import pytest

from app.journal.appending import next_entries
from app.journal.entry import Entry, entry_hash, genesis_hash, header_bytes
from tests.app.journal import vectors


def entries() -> tuple[Entry, ...]:
    return next_entries(vectors.first_head(), vectors.FACTS, vectors.STAMP)


def test_the_genesis_ties_a_journal_to_device_and_enrolment() -> None:
    made = genesis_hash(vectors.TERMINAL, vectors.EPOCH, vectors.PUBLIC, vectors.NONCE)

    assert made == vectors.GENESIS
    by_hand = b"TEM1G" + struct.pack(">IH", 7001, 1) + vectors.PUBLIC + vectors.NONCE
    assert made == sha256(by_hand).digest()


def test_the_fixed_entries_have_their_fixed_hashes() -> None:
    first, second = entries()

    assert (first.hash, second.hash) == (vectors.HASH_1, vectors.HASH_2)
    assert header_bytes(second) == vectors.HEADER_2
    assert second.prev == first.hash
    assert not first.txn_last
    assert second.txn_last


def test_a_checker_made_from_the_document_alone_agrees() -> None:
    for entry in entries():
        assert entry.body is not None
        header = b"".join(
            [
                b"TEM1E",
                entry.prev,
                entry.terminal.to_bytes(4, "big"),
                entry.epoch.to_bytes(2, "big"),
                entry.seq.to_bytes(8, "big"),
                entry.entry_id,
                entry.command_id or bytes(16),
                entry.txn_id,
                entry.flags.to_bytes(1, "big"),
                entry.kind.to_bytes(2, "big"),
                entry.kind_version.to_bytes(2, "big"),
                entry.hlc.to_bytes(8, "big"),
                entry.wall_ms.to_bytes(8, "big", signed=True),
                entry.clerk.to_bytes(4, "big"),
                sha256(entry.body).digest(),
            ]
        )
        assert sha256(header).digest() == entry.hash


@pytest.mark.parametrize(
    "change",
    [
        {"prev": bytes(32)},
        {"terminal": 7002},
        {"epoch": 2},
        {"seq": 9},
        {"entry_id": bytes(16)},
        {"command_id": bytes([9]) * 16},
        {"txn_id": bytes(16)},
        {"flags": 3},
        {"kind": 30},
        {"kind_version": 2},
        {"hlc": 1},
        {"wall_ms": -1},
        {"clerk": 4},
        {"body_hash": bytes(32)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_field_of_the_header_is_covered_by_the_hash(change: dict[str, object]) -> None:
    entry = entries()[1]

    assert entry_hash(msgspec.structs.replace(entry, **change)) != entry.hash


def test_erasing_a_body_leaves_the_hash_as_it_was() -> None:
    entry = entries()[1]

    assert entry_hash(msgspec.structs.replace(entry, body=None)) == entry.hash
