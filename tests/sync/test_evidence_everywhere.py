"""The photograph of a broken parcel reaches those who work on the case, and goes with its words."""

from datetime import timedelta
from pathlib import Path
from random import Random

import sqlalchemy as sa

from app.services.complaint_steps import TakeStep, close_complaint
from app.services.evidence import AddEvidence, EraseComplaint, add_evidence, erase_complaint
from app.store.complaints import evidence_of
from app.store.evidence_sent import waiting_evidence
from app.store.vault import Vault
from sync.bundles.counter import export_bundle, import_bundle
from sync.evidence import EVIDENCE, EVIDENCE_HELD, PIECE, EvidenceHeld, EvidencePiece, EvidenceQuery
from sync.evidence_sending import MOST_PIECES
from sync.headquarters.carrying import answer_bundle, take_bundle
from sync.headquarters.evidence_kept import held_of, kept_file
from sync.headquarters.kept_tables import evidence_piece, evidence_whole
from sync.transport import Reply
from sync.watching import SOON_S, pause_s
from sync.wire import pack
from tests.sync.bundles.test_counter import without_line
from tests.sync.country import Counter, Country, lost
from tests.sync.test_beside_everywhere import CLERK, SUPERVISOR, a_customer, an_id
from tests.sync.test_complaints_everywhere import complains, looks_into, reject

PNG = b"\x89PNG\r\n\x1a\n"
COUNT = sa.func.count()


def photo(
    at: Counter, number: str, size: int = 2 * PIECE + 77, mark: bytes = b"a", content: bytes = b""
) -> bytes:
    """Adds a file of that size to the case; its id."""
    file = at.store.home.root / "gói rách.png"
    file.write_bytes(content or PNG + mark * (size - len(PNG)))
    added = AddEvidence(an_id(at.store.clock), number, file)
    add_evidence(added, at.store.unit_of_work(), Vault(at.store), CLERK)
    with at.store.reading() as connection:
        return evidence_of(connection, number)[-1].evidence


def a_case(at: Counter) -> str:
    return complains(at, a_customer(at, "Nguyễn Thị Ánh"))


def kept(country: Country, number: str, evidence: bytes) -> bytes | None:
    hq = country.headquarters
    with hq.database.reading() as connection:
        found = kept_file(connection, hq.keys, number, evidence)
    return None if found is None else found.content


def waiting(at: Counter) -> int:
    with at.store.reading() as connection:
        return waiting_evidence(connection)


def pieces(country: Country) -> int:
    return country.hq(sa.select(COUNT).select_from(evidence_piece))


def token_of(at: Counter) -> bytes:
    return next(each for each in reversed(at.wire.tokens) if each)


def send(at: Counter, path: str, body: EvidencePiece | EvidenceQuery, token: bytes = b"") -> Reply:
    return at.wire.send(path, pack(body), token or token_of(at))


def test_a_photo_follows_its_entry(country: Country) -> None:
    one = country.counter()
    number = a_case(one)
    evidence = photo(one, number)
    assert waiting(one) == 1

    passed = one.sync()

    assert (passed.problem, passed.more, waiting(one)) == ("", False, 0)
    with one.store.reading() as connection:
        (named,) = evidence_of(connection, number)
    content = kept(country, number, evidence)
    assert content == Vault(one.store).open(named)
    assert kept(country, "100950-1-K00002", evidence) is None, "it belongs to one case"
    with country.headquarters.database.reading() as connection:
        sealed = connection.scalars(sa.select(evidence_piece.c.sealed)).all()
    assert not [each for each in sealed if PNG in each or b"aaaaaaaa" in each]
    asked: list[str] = []
    one.wire.before = asked.append
    one.sync()
    assert EVIDENCE_HELD not in asked, "what is there is not asked for again"


def test_a_broken_line_costs_one_piece_and_no_entry(small_country: Country) -> None:
    one = small_country.counter()
    number = a_case(one)
    evidence = photo(one, number, 4 * PIECE + 1)
    sent: list[str] = []

    def drop_second(path: str, reply: Reply) -> Reply:
        sent.append(path)
        return lost() if path == EVIDENCE and sent.count(EVIDENCE) == 2 else reply

    one.wire.after = drop_second
    passed = one.sync()
    assert (passed.problem, passed.pending, waiting(one)) == ("", 0, 1)

    one.wire.calm()
    before = len(one.wire.tokens)
    one.sync()

    assert waiting(one) == 0
    assert kept(small_country, number, evidence) is not None
    assert sent.count(EVIDENCE) == 2
    assert pieces(small_country) == 5, "two before, three after"
    assert len(one.wire.tokens) - before < 10


def test_entries_of_meanwhile_go_between_two_pieces(small_country: Country) -> None:
    one = small_country.counter()
    number = a_case(one)
    photo(one, number, 3 * PIECE)
    seen: list[str] = []

    def sells(path: str) -> None:
        if path == EVIDENCE and EVIDENCE not in seen:
            one.record(one.registration(9))
        seen.append(path)

    one.wire.before = sells
    passed = one.sync()

    assert passed.pending == 0
    first = seen.index(EVIDENCE)
    assert seen[first + 1] == "/v1/push"
    assert seen[first + 2] == EVIDENCE


def test_a_pass_sends_so_much_and_the_next_goes_on_soon(small_country: Country) -> None:
    one = small_country.counter()
    number = a_case(one)
    evidence = photo(one, number, (MOST_PIECES + 2) * PIECE)

    passed = one.sync()
    assert (passed.more, pause_s(passed, 0), waiting(one)) == (True, SOON_S, 1)
    assert pieces(small_country) == MOST_PIECES

    assert one.sync().more is False
    assert kept(small_country, number, evidence) is not None


def test_a_file_waits_for_the_entry_that_names_it(small_country: Country) -> None:
    one = small_country.counter()
    a_case(one)
    one.sync()

    def unread(path: str, reply: Reply) -> Reply:
        return lost() if path == "/v1/push" else reply

    one.wire.after = unread
    number = a_case(one)
    photo(one, number)
    one.sync()
    assert pieces(small_country) == 0

    one.wire.calm()
    one.sync()
    assert waiting(one) == 0


def test_a_file_that_nobody_wants_is_offered_again_an_hour_later(small_country: Country) -> None:
    one = small_country.counter()
    number = a_case(one)
    evidence = photo(one, number)
    one.wire.instead = {EVIDENCE_HELD: Reply(404, b"")}
    asked: list[str] = []
    one.wire.before = asked.append
    for _ in range(3):
        assert one.sync().problem == ""
    assert asked.count(EVIDENCE_HELD) == 1
    one.wire.instead = {}

    one.sync()
    assert kept(small_country, number, evidence) is None
    small_country.clock.advance(round(timedelta(hours=1, minutes=1).total_seconds() * 1000))
    one.sync()

    assert kept(small_country, number, evidence) is not None


def test_a_faulty_headquarters_for_files_stops_no_entries(small_country: Country) -> None:
    one = small_country.counter()
    one.wire.instead = {
        EVIDENCE: Reply(500, b""),
        EVIDENCE_HELD: Reply(200, b"<html>"),
    }
    photo(one, a_case(one))
    for nth in range(3):
        one.record(one.registration(7 + nth))
        passed = one.sync()
        assert (passed.problem, passed.pending) == ("", 0)
    assert waiting(one) == 1


def test_a_file_that_is_gone_from_the_disk_stops_no_other(small_country: Country) -> None:
    one = small_country.counter()
    number = a_case(one)
    first, second = photo(one, number), photo(one, number, mark=b"b")
    next(one.store.home.evidence.glob(f"{first.hex()}*")).unlink()

    assert one.sync().problem == ""

    assert (kept(small_country, number, first), waiting(one)) == (None, 1)
    assert kept(small_country, number, second) is not None


def test_a_headquarters_put_back_from_a_copy_gets_its_files_again(country: Country) -> None:
    one = country.counter()
    number = a_case(one)
    copy = country.backup()
    evidence = photo(one, number)
    one.sync()
    country.put_back(copy)
    assert kept(country, number, evidence) is None

    one.sync()
    one.sync()

    assert kept(country, number, evidence) is not None
    whole = country.backup()
    country.put_back(whole)
    assert kept(country, number, evidence) is not None, "a copy holds them, too"


def test_what_is_erased_by_law_goes_from_headquarters(country: Country) -> None:
    one = country.counter()
    number, other = a_case(one), a_case(one)
    evidence, stays = photo(one, number), photo(one, other)
    one.sync()
    looks_into(one, number, "received")
    reject(one, number)
    step = TakeStep(an_id(country.clock), number, "decided")
    close_complaint(step, one.store.unit_of_work(), CLERK)
    country.clock.advance(round(timedelta(days=800).total_seconds() * 1000))
    wanted = EraseComplaint(an_id(country.clock), number, "đơn ngày 1/11")
    erase_complaint(wanted, one.store.unit_of_work(), Vault(one.store), SUPERVISOR)
    piece = EvidencePiece(evidence=evidence, start=0, content=b"a")

    assert one.sync().problem == ""

    with country.headquarters.database.reading() as connection:
        assert held_of(connection, evidence) == EvidenceHeld(held=0, whole=False)
        assert held_of(connection, stays).whole
    assert country.hq(sa.select(COUNT).select_from(evidence_whole)) == 1
    assert send(one, EVIDENCE, piece).status == 404, "nor does it come again"
    assert waiting(one) == 0


def test_a_stick_carries_the_photo_and_brings_word_of_it(country: Country, tmp_path: Path) -> None:
    one = without_line(country)
    number = a_case(one)
    evidence = photo(one, number, content=PNG + Random(1).randbytes(3 * PIECE))
    stick = tmp_path / "stick"
    stick.mkdir()

    def trip() -> int:
        done = export_bundle(one.store, stick)
        take_bundle(country.headquarters, done.path)
        country.clock.advance(1_000)
        made = answer_bundle(country.headquarters, 7001, stick)
        assert import_bundle(one.store, made.path).problem == ""
        return done.size

    first = trip()
    assert kept(country, number, evidence) is not None
    assert waiting(one) == 0
    assert trip() < first - 2 * PIECE, "the second file does not carry it again"


def test_a_stick_loses_nothing_of_a_file_that_came_in_part_by_a_line(
    small_country: Country, tmp_path: Path
) -> None:
    one = small_country.counter()
    number = a_case(one)
    evidence = photo(one, number)
    sent: list[str] = []

    def only_first(path: str) -> None:
        sent.append(path)
        if sent.count(EVIDENCE) > 1:
            lost()

    one.wire.before = only_first
    one.sync()
    assert pieces(small_country) == 1

    take_bundle(small_country.headquarters, export_bundle(one.store, tmp_path).path)

    assert kept(small_country, number, evidence) is not None
