import subprocess
import sys
from pathlib import Path

import pytest

from app.services.evidence import AddEvidence, add_evidence
from app.store.backup import (
    BackupExists,
    BackupOlder,
    BackupUnusable,
    back_up,
    restore,
)
from app.store.complaints import StoredEvidence, evidence_of
from app.store.engine import connect
from app.store.evidence_copies import Kept, folder_beside
from app.store.faults import (
    SchemaTooNew,
    StoreBusy,
    StoreDamaged,
    StoreMissing,
    StoreOlderThanBooks,
    StoreReadOnly,
)
from app.store.store import Store, open_store
from app.store.vault import Vault
from app.store.verification import verify
from tests.app.store.bookkeeping import a_payment, a_registration, an_acceptance, record
from tests.builders import CHAU, a_command_id, a_store
from tests.complaints import filed

PHOTO = b"\xff\xd8\xff\xe0 a broken parcel"


def a_case(store: Store, folder: Path) -> StoredEvidence:
    """A complaint with a photo."""
    number = filed(store, item="").number
    (folder / "ảnh.jpg").write_bytes(PHOTO)
    command = AddEvidence(a_command_id(), number, folder / "ảnh.jpg")
    add_evidence(command, store.unit_of_work(), Vault(store), CHAU)
    with store.reading() as connection:
        (stored,) = evidence_of(connection, number)
    return stored


def test_a_backup_made_in_use_restores_and_verifies(store: Store) -> None:
    record(store, a_registration())
    record(store, an_acceptance(), a_payment())
    copy = back_up(store.home).path
    store.close()
    store.home.database.write_bytes(b"the disk went bad here")

    restored = restore(store.home, copy)

    assert (restored.entries, restored.missing) == (7, 0)
    again = open_store(store.home)
    assert verify(again).ok
    record(again, a_registration(2))
    assert verify(again).entries == 8
    again.close()


def test_a_backup_is_encrypted_and_for_its_owner(store: Store) -> None:
    record(store, a_registration())
    copy = back_up(store.home).path

    assert b"SQLite format 3" not in copy.read_bytes()
    assert "Nguyễn".encode() not in copy.read_bytes()
    assert copy.parent.stat().st_mode & 0o077 == 0


def test_a_backup_never_overwrites(store: Store, tmp_path: Path) -> None:
    taken = tmp_path / "taken.db"
    taken.write_text("someone's file", encoding="utf-8")

    with pytest.raises(BackupExists):
        back_up(store.home, taken)
    assert taken.read_text(encoding="utf-8") == "someone's file"


def test_an_older_backup_is_refused_and_nothing_changes(store: Store) -> None:
    copy = back_up(store.home).path
    record(store, a_registration())
    store.close()

    with pytest.raises(BackupOlder) as caught:
        restore(store.home, copy)

    assert caught.value.missing == 1
    again = open_store(store.home)
    assert verify(again).entries == 5
    again.close()


def test_last_weeks_backup_put_back_all_the_same_only_reads_and_keeps_the_rest_aside(
    store: Store,
) -> None:
    copy = back_up(store.home).path
    record(store, a_registration())
    store.close()

    restored = restore(store.home, copy, even_if_older=True)

    assert restored.missing == 1
    assert restored.aside is not None
    again = open_store(store.home)
    with pytest.raises(StoreOlderThanBooks):
        record(again, a_registration())
    assert [problem.code for problem in verify(again).problems] == ["verify.old_image"]
    again.close()
    kept = connect(restored.aside, store.secrets.database)
    assert kept.execute("SELECT max(seq) FROM journal").fetchone()[0] == 5
    kept.close()


@pytest.mark.parametrize("content", [None, b"", b"not a copy at all", bytes(20_000)])
def test_a_file_that_is_no_copy_is_refused(
    store: Store, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "copy.db"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(BackupUnusable):
        restore(store.home, file)
    assert verify(store).ok


def test_a_copy_with_one_damaged_page_is_refused(store: Store) -> None:
    copy = back_up(store.home).path
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)

    with pytest.raises(BackupUnusable):
        restore(store.home, copy)


def test_a_copy_of_a_newer_program_is_refused(store: Store) -> None:
    copy = back_up(store.home).path
    connection = connect(copy, store.secrets.database)
    connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()

    with pytest.raises(SchemaTooNew):
        restore(store.home, copy)


def test_a_folder_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly):
        back_up(store.home, tmp_path / "no-such-folder" / "copy.db")


def test_the_store_itself_is_no_copy_to_restore_but_nothing_is_lost_by_it(store: Store) -> None:
    record(store, a_registration())
    store.close()

    restored = restore(store.home, store.home.database)

    assert (restored.entries, restored.missing) == (5, 0)
    again = open_store(store.home)
    assert verify(again).ok
    again.close()


def test_a_store_in_someones_use_is_not_replaced(store: Store) -> None:
    copy = back_up(store.home).path

    with store.reading(), pytest.raises(StoreBusy):
        restore(store.home, copy)

    record(store, a_registration())
    assert verify(store).ok


def test_a_disk_that_fills_up_half_way_leaves_the_store_as_it_was(
    store: Store, tmp_path: Path
) -> None:
    copy = back_up(store.home, tmp_path / "copy.db").path
    store.close()
    script = (
        "import resource, sys; from pathlib import Path; from app.settings import Home;"
        "from app.store.backup import restore;"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000));"
        "restore(Home(Path(sys.argv[1])), Path(sys.argv[2]))"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script, str(store.home.root), str(copy)],
        capture_output=True,
        check=False,
    )

    assert ran.returncode == 1
    assert not list(store.home.root.glob("*.restoring"))
    again = open_store(store.home)
    assert verify(again).ok
    again.close()


def test_there_is_no_backup_of_a_store_that_is_gone(store: Store) -> None:
    store.close()
    store.home.database.unlink()

    with pytest.raises(StoreMissing):
        back_up(store.home)
    assert not store.home.database.exists()

    store.home.database.write_bytes(b"")
    with pytest.raises(StoreDamaged):
        back_up(store.home)


def test_evidence_survives_the_loss_of_the_home(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    case = a_case(store, tmp_path)
    made = back_up(store.home, tmp_path / "stick.db")
    store.close()
    assert made.evidence == Kept(whole=1, gone=0)
    for lost in (store.home.database, *store.home.evidence.iterdir()):
        lost.unlink()

    done = restore(store.home, made.path)

    again = open_store(store.home)
    assert done.evidence == Kept(whole=1, gone=0)
    assert Vault(again).open(case) == PHOTO
    assert verify(again).ok
    again.close()


def test_evidence_that_is_gone_or_damaged_is_told_by_backup_and_verify(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    case = a_case(store, tmp_path)
    (sealed,) = store.home.evidence.iterdir()
    whole = sealed.read_bytes()

    sealed.write_bytes(whole[:-1])
    assert back_up(store.home, tmp_path / "one.db").evidence == Kept(whole=0, gone=1)
    (problem,) = verify(store).problems
    assert (problem.code, problem.key) == ("verify.evidence_gone", case.name)

    sealed.write_bytes(whole)
    back_up(store.home, tmp_path / "two.db")
    sealed.write_bytes(whole[:-1])
    assert back_up(store.home, tmp_path / "three.db").evidence == Kept(whole=1, gone=0)
    store.close()


def test_evidence_that_was_erased_by_law_leaves_this_homes_own_copies_too(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    case = a_case(store, tmp_path)
    copy = back_up(store.home).path
    (beside,) = folder_beside(copy).iterdir()

    Vault(store).drop([case.evidence])

    assert not beside.exists()
    store.close()
