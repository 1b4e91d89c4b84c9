"""Opening: whole, cut, wrong key, read-only, full. Each has its sentence and loses nothing."""

import json
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.settings import Home, HomeUnwritable
from app.store.books import head
from app.store.engine import connect, writing_engine
from app.store.faults import (
    DiskFault,
    DiskFull,
    KeyMissing,
    StoreBusy,
    StoreDamaged,
    StoreMissing,
)
from app.store.mark import Mark, write_mark
from app.store.store import Store, create_store, open_store
from app.store.uow import UnitOfWork, WriterPlace
from app.store.verification import verify
from tests.app.store.bookkeeping import a_registration, record


def test_a_home_without_a_counter_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_store(Home(tmp_path))


def test_a_store_opens_again_with_all_it_held(store: Store) -> None:
    record(store, a_registration())
    store.close()

    again = open_store(store.home)
    assert verify(again).ok
    assert verify(again).entries == 5
    again.close()


@pytest.mark.parametrize("part", [0.5, 0.9, 0.0])
def test_a_store_cut_short_is_refused(store: Store, part: float) -> None:
    for serial in range(1, 40):
        record(store, a_registration(serial))
    store.close()
    whole = store.home.database.read_bytes()
    store.home.database.write_bytes(whole[: int(len(whole) * part)] or b"x")

    with pytest.raises(StoreDamaged):
        open_store(store.home)


def test_a_wrong_key_is_told_and_changes_nothing(store: Store) -> None:
    store.close()
    note = json.loads(store.home.keys.read_text(encoding="utf-8"))
    other = {"database": "11" * 32, "device": "22" * 32}
    store.home.keys.write_text(json.dumps(note | {"secrets": json.dumps(other)}), "utf-8")
    before = store.home.database.read_bytes()

    with pytest.raises(StoreDamaged):
        open_store(store.home)
    assert store.home.database.read_bytes() == before


def test_newest_entries_meddled_with_are_seen_at_the_next_start(store: Store) -> None:
    record(store, a_registration())
    store.close()
    raw = connect(store.home.database, store.secrets.database)
    raw.execute("DROP TRIGGER journal_is_never_changed")
    raw.execute("UPDATE journal SET clerk = 9 WHERE seq = 5")
    raw.close()

    with pytest.raises(StoreDamaged):
        open_store(store.home)


def test_a_missing_key_is_told(store: Store) -> None:
    store.close()
    store.home.keys.unlink()

    with pytest.raises(KeyMissing):
        open_store(store.home)


def test_a_home_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(HomeUnwritable):
        create_store(Home(tmp_path / "file" / "home"))


NO_ROOM = """
set -e
mount -t tmpfs -o size=3m tmpfs "$1"
cp -r "$2/." "$1"
dd if=/dev/zero of="$1/fill" bs=4k 2>/dev/null || true
exec "$3" -c "$4" "$1"
"""
OPEN = """
import sys
from pathlib import Path
from app.settings import Home
from app.store.faults import DiskFull
from app.store.store import open_store
try:
    open_store(Home(Path(sys.argv[1])))
except DiskFull:
    print("full")
"""


def test_a_disk_without_room_to_read_by_is_called_full(store: Store, tmp_path: Path) -> None:
    store.close()
    (tmp_path / "tiny").mkdir()
    words = ["sh", str(tmp_path / "tiny"), str(store.home.root), sys.executable, OPEN]

    ran = subprocess.run(
        ["unshare", "-Urm", "sh", "-c", NO_ROOM, *words],
        capture_output=True,
        check=False,
        text=True,
    )

    if "unshare" in ran.stderr or "mount" in ran.stderr:
        pytest.skip("this machine lets nobody make a disk of their own")
    assert ran.stdout == "full\n", ran.stderr


def test_a_full_disk_refuses_the_sale_and_keeps_the_books(store: Store) -> None:
    record(store, a_registration())
    # A file-size limit stands in for the disk: the write fails with the system's own error.
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = store.home.database.with_name("counter.db-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 1_000, limits[1]))
    try:
        with pytest.raises((DiskFull, DiskFault)):
            record(store, a_registration(2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)

    assert verify(store).ok
    assert verify(store).entries == 5
    record(store, a_registration(2))
    assert verify(store).entries == 6


def test_a_second_writer_waits_and_is_told(store: Store) -> None:
    place = WriterPlace(store.secrets.signing_key, store.clock, Mark(store.home.mark))
    impatient = writing_engine(store.home.database, store.secrets.database, busy_ms=50)

    with store.unit_of_work(), pytest.raises(StoreBusy), UnitOfWork(impatient, place):
        pytest.fail("two writers at once")
    impatient.dispose()


def test_books_of_an_earlier_epoch_are_an_old_image(store: Store) -> None:
    store.close()
    write_mark(Mark(store.home.mark), 2, 3)

    again = open_store(store.home)

    assert again.missing == 3
    again.close()


def test_a_reader_sees_one_moment_whatever_is_recorded_meanwhile(store: Store) -> None:
    with store.reading() as connection:
        before = head(connection)
        record(store, a_registration())

        assert head(connection) == before
    with store.reading() as connection:
        assert head(connection) != before
