from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from app.domain.evidence import EvidenceTooLarge
from app.store.complaints import StoredEvidence
from app.store.store import Store
from app.store.vault import EvidenceGone, EvidenceUnreadable, Vault, read_chosen
from tests.builders import a_store

PHOTO = b"\xff\xd8\xff\xe0 a broken parcel"
ID = bytes(range(16))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def as_stored(content: bytes = PHOTO) -> StoredEvidence:
    return StoredEvidence(
        ID, "", "ảnh.jpg", "image/jpeg", len(content), sha256(content).digest(), 0
    )


def test_what_lies_on_disk_is_sealed_and_opens_again(store: Store) -> None:
    vault = Vault(store)
    vault.keep(ID, PHOTO)

    (file,) = store.home.evidence.iterdir()
    assert b"parcel" not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0
    assert vault.open(as_stored()) == PHOTO


def test_a_damaged_exchanged_or_missing_file_is_told(store: Store) -> None:
    vault = Vault(store)
    with pytest.raises(EvidenceGone):
        vault.open(as_stored())
    vault.keep(ID, b"something else that was sealed well")
    with pytest.raises(EvidenceGone):
        vault.open(as_stored())
    (file,) = store.home.evidence.iterdir()
    file.write_bytes(b"short")
    with pytest.raises(EvidenceGone):
        vault.open(as_stored())


def test_what_is_dropped_is_gone_and_dropping_again_is_no_harm(store: Store) -> None:
    vault = Vault(store)
    vault.keep(ID, PHOTO)

    for _ in range(2):
        vault.drop([ID, bytes(16)])

    assert list(store.home.evidence.iterdir()) == []


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "to.jpg"
    with large.open("wb") as file:
        file.truncate(50_000_000)

    with pytest.raises(EvidenceTooLarge):
        read_chosen(large)
    with pytest.raises(EvidenceUnreadable):
        read_chosen(tmp_path)
    with pytest.raises(EvidenceUnreadable):
        read_chosen(tmp_path / "nowhere.pdf")
