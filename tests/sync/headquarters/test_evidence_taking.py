"""Of a file only the bytes that an entry of the same terminal names are taken, in their order."""

import pytest
import sqlalchemy as sa

from app.journal.kinds.complaints import EvidenceAdded
from sync.evidence import EVIDENCE, EVIDENCE_HELD, PIECE, EvidenceHeld, EvidencePiece, EvidenceQuery
from sync.headquarters.revoking import revoke
from sync.headquarters.tables import entry
from sync.wire import unpack
from tests.sync.country import Country, lost
from tests.sync.test_evidence_everywhere import COUNT, PNG, a_case, kept, photo, pieces, send


def test_nothing_is_taken_but_what_an_entry_of_the_terminal_names(country: Country) -> None:
    one, other = country.counter(), country.counter()
    number = a_case(one)
    one.wire.before = lambda path: lost() if path == EVIDENCE else None
    evidence = photo(one, number, 90)
    one.sync()
    other.sync()
    one.wire.before = lambda _path: None
    right = EvidencePiece(evidence=evidence, start=0, content=PNG + b"a" * 82)
    unknown = EvidencePiece(evidence=b"u" * 16, start=0, content=b"x")

    assert send(other, EVIDENCE, right).status == 404
    assert send(other, EVIDENCE_HELD, EvidenceQuery(evidence=evidence)).status == 404
    assert send(one, EVIDENCE, unknown).status == 404
    assert send(one, EVIDENCE, right, b"x" * 64).status == 401
    assert pieces(country) == 0
    token = next(each for each in reversed(one.wire.tokens) if each != b"x" * 64 and each)
    assert send(one, EVIDENCE, right, token).status == 200
    assert send(one, EVIDENCE, right, token).status == 200, "once more changes nothing"
    assert pieces(country) == 1
    revoke(country.headquarters.database, 7001, "mất máy", country.clock.now_ms())
    assert send(one, EVIDENCE, right, token).status == 401


@pytest.mark.parametrize(
    "wrong",
    [b"b" * 90, PNG + b"b" * 82, PNG + b"a" * 83, b"%PDF-" + b"a" * 85],
    ids=["no photo", "another photo", "longer", "another kind"],
)
def test_bytes_that_do_not_fit_the_hash_do_not_stay(small_country: Country, wrong: bytes) -> None:
    one = small_country.counter()
    number = a_case(one)
    one.wire.before = lambda path: lost() if path == EVIDENCE else None
    evidence = photo(one, number, 90)
    one.sync()
    one.wire.calm()

    said = send(one, EVIDENCE, EvidencePiece(evidence=evidence, start=0, content=wrong))

    assert said.status == 422
    assert pieces(small_country) == 0
    one.sync()
    assert kept(small_country, number, evidence) is not None, "the true one comes all the same"


def test_an_entry_that_claims_too_much_brings_nothing(
    small_country: Country,
) -> None:
    one = small_country.counter()
    number = a_case(one)
    claim = EvidenceAdded(
        number=number, evidence=b"e" * 16, name="a.png", media="image/png",
        size=10**12, sha256=bytes(32), clerk_name="A",
    )  # fmt: skip
    one.record(claim)
    one.sync()

    piece = EvidencePiece(evidence=b"e" * 16, start=0, content=b"x")
    assert send(one, EVIDENCE, piece).status == 404
    assert small_country.hq(sa.select(COUNT).select_from(entry).where(entry.c.kind == 72)) == 1


def test_how_much_is_held_is_said_while_a_file_is_on_its_way(small_country: Country) -> None:
    one = small_country.counter()
    number = a_case(one)
    one.wire.before = lambda path: lost() if path == EVIDENCE else None
    evidence = photo(one, number, PIECE + 5)
    one.sync()
    one.wire.calm()
    content = PNG + b"a" * (PIECE - len(PNG))

    send(one, EVIDENCE, EvidencePiece(evidence=evidence, start=0, content=content))
    ahead = send(one, EVIDENCE, EvidencePiece(evidence=evidence, start=PIECE + 1, content=b"a"))
    asked = send(one, EVIDENCE_HELD, EvidenceQuery(evidence=evidence))

    assert unpack(ahead.body, EvidenceHeld) == EvidenceHeld(held=PIECE, whole=False)
    assert unpack(asked.body, EvidenceHeld) == EvidenceHeld(held=PIECE, whole=False)
