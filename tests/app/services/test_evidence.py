from pathlib import Path

import pytest

from app.domain.evidence import EvidenceFile, EvidenceOtherKind, EvidenceTooLarge
from app.services.complaint_steps import close_complaint
from app.services.erasure import EraseCustomer, erase_customer
from app.services.evidence import (
    MOST_FILES,
    RETENTION,
    AddEvidence,
    CaseRetentionRuns,
    CaseStillOpen,
    EraseComplaint,
    NothingToErase,
    TooManyFiles,
    add_evidence,
    check_evidence,
    erase_complaint,
)
from app.services.permissions import NotPermitted
from app.store.books import entries
from app.store.complaints import complaint_by_number, evidence_of
from app.store.customers import customer_by_uid
from app.store.store import Store
from app.store.vault import Vault
from app.store.verification import verify
from tests.builders import CHAU, PHUC, a_command_id
from tests.complaints import a_step, decided, filed
from tests.fakes.clock import HandClock

RETENTION_MS = int(RETENTION.total_seconds() * 1000)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "gói rách.jpg"
    file.write_bytes(b"\xff\xd8\xff\xe0 photo")
    return file


def added(store: Store, number: str, file: Path) -> EvidenceFile:
    command = AddEvidence(a_command_id(), number, file)
    return add_evidence(command, store.unit_of_work(), Vault(store), CHAU)


def closed(store: Store) -> str:
    number = filed(store).number
    decided(store, number, outcome="rejected", compensation_vnd=0, reason="Bà Tuyết đã nhận.")
    close_complaint(a_step(number, "decided"), store.unit_of_work(), CHAU)
    return number


def erased(store: Store, number: str) -> int:
    command = EraseComplaint(a_command_id(), number, "Đơn của khách")
    return erase_complaint(command, store.unit_of_work(), Vault(store), PHUC)


def test_a_photo_is_sealed_and_its_hash_stands_in_the_journal(store: Store, photo: Path) -> None:
    number = filed(store, item="").number

    assert added(store, number, photo) == check_evidence(photo)

    with store.reading() as connection:
        (stored,) = evidence_of(connection, number)
    assert (stored.name, stored.media) == ("gói rách.jpg", "image/jpeg")
    assert Vault(store).open(stored) == photo.read_bytes()
    assert verify(store).ok


def test_the_same_key_pressed_twice_adds_one_file(store: Store, photo: Path) -> None:
    number = filed(store, item="").number
    command = AddEvidence(a_command_id(), number, photo)

    for _ in range(2):
        add_evidence(command, store.unit_of_work(), Vault(store), CHAU)

    with store.reading() as connection:
        assert len(evidence_of(connection, number)) == 1


def test_fifty_megabytes_or_a_program_are_refused_and_nothing_is_kept(
    store: Store, tmp_path: Path
) -> None:
    number = filed(store, item="").number
    large, program = tmp_path / "to.jpg", tmp_path / "anh.jpg"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    program.write_bytes(b"MZ\x90")

    with pytest.raises(EvidenceTooLarge):
        added(store, number, large)
    with pytest.raises(EvidenceOtherKind):
        added(store, number, program)

    assert not store.home.evidence.exists()


def test_a_case_has_room_for_so_many_files(store: Store, photo: Path) -> None:
    number = filed(store, item="").number
    for _ in range(MOST_FILES):
        added(store, number, photo)

    with pytest.raises(TooManyFiles):
        added(store, number, photo)


def test_words_of_a_case_go_when_it_was_closed_long_enough(
    store: Store, photo: Path, clock: HandClock
) -> None:
    number = closed(store)
    added(store, number, photo)
    with pytest.raises(CaseRetentionRuns):
        erased(store, number)
    clock.advance(RETENTION_MS)

    assert erased(store, number) == 3  # statement, reason of the decision, photo

    with store.reading() as connection:
        bodies = b"".join(entry.body or b"" for entry in entries(connection) if entry.kind >= 70)
        stored = complaint_by_number(connection, number)
        assert evidence_of(connection, number) == ()
    for trace in ("Hàng Bông", "903123456", "Bà Tuyết", "gói rách"):
        assert trace.encode() not in bodies
    assert (stored.name, stored.facts, stored.state) == ("", "", "closed")
    assert list(store.home.evidence.iterdir()) == []
    assert verify(store).ok
    with pytest.raises(NothingToErase):
        erased(store, number)


def test_an_open_case_keeps_its_words(store: Store) -> None:
    number = filed(store).number

    with pytest.raises(CaseStillOpen):
        erased(store, number)
    with pytest.raises(NotPermitted):
        erase_complaint(
            EraseComplaint(a_command_id(), number, "Đơn"),
            store.unit_of_work(),
            Vault(store),
            CHAU,
        )


def test_erasing_a_customer_takes_their_complaints_along(
    store: Store, photo: Path, clock: HandClock
) -> None:
    number = closed(store)
    added(store, number, photo)
    with store.reading() as connection:
        uid = complaint_by_number(connection, number).customer_uid
        assert uid is not None
        customer = customer_by_uid(connection, uid)
    assert customer is not None
    command = EraseCustomer(a_command_id(), customer.number, "Đơn của khách")
    clock.advance(RETENTION_MS + 1)

    forget = Vault(store).drop
    twice = [erase_customer(command, store.unit_of_work(), PHUC, forget=forget) for _ in range(2)]

    assert twice[0] == twice[1]
    with store.reading() as connection:
        assert complaint_by_number(connection, number).name == ""
    assert list(store.home.evidence.iterdir()) == []
    assert verify(store).ok


def test_a_customer_with_an_open_complaint_is_not_erased(store: Store, clock: HandClock) -> None:
    number = filed(store).number
    with store.reading() as connection:
        uid = complaint_by_number(connection, number).customer_uid
        assert uid is not None
        customer = customer_by_uid(connection, uid)
    assert customer is not None
    clock.advance(RETENTION_MS + 1)

    with pytest.raises(CaseStillOpen):
        erase_customer(
            EraseCustomer(a_command_id(), customer.number, "Đơn"), store.unit_of_work(), PHUC
        )
