"""The counter's store: opened once, read by many, written by one unit of work at a time."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from app.clock import Clock, SystemClock
from app.settings import Home
from app.store import schema
from app.store.books import head, tail_is_whole
from app.store.durable import sync_folder
from app.store.engine import connect, reading_engine, writing_engine
from app.store.faults import DiskFault, DiskFull, StoreDamaged, StoreMissing, translating
from app.store.keys import Secrets, load_secrets, make_secrets
from app.store.mark import Mark, read_mark
from app.store.revoked import TerminalRevoked, is_revoked
from app.store.uow import UnitOfWork, WriterPlace

QUICK_CHECK_BYTES = 64 * 2**20
SMALLEST = 4_096
"""Bytes of one page: no store is smaller."""

SHARED_BYTES = 32_768
"""Of the ``-shm`` file, without which a store in WAL mode cannot even be read."""


class Store:
    """``missing`` counts entries that were recorded once and that this image does not hold.

    ``revoked``: headquarters has shut this terminal out.
    """

    def __init__(self, home: Home, secrets: Secrets, clock: Clock) -> None:
        self.home = home
        self.secrets = secrets
        self.clock = clock
        self._writing = writing_engine(home.database, secrets.database)
        self._reading = reading_engine(home.database, secrets.database)
        self.missing = self._entries_missing()
        self.revoked = is_revoked(home)

    def unit_of_work(self, *, beside_books: bool = False) -> UnitOfWork:
        """A fresh one for every write.

        ``beside_books`` is for what stands in no entry, such as wrong PINs: an old image, whose
        books are closed, must still let people in to look.
        """
        missing = 0 if beside_books else self.missing
        mark = Mark(self.home.mark)
        place = WriterPlace(self.secrets.signing_key, self.clock, mark, missing, self.revoked)
        return UnitOfWork(self._writing, place)

    @contextmanager
    def noting(self) -> Iterator[sa.Connection]:
        """One transaction beside the books: what headquarters took, said and sent.

        It records no entry, and so it is open to a store whose image is old.
        """
        with translating(), self._writing.begin() as connection:
            yield connection

    def look_again(self) -> None:
        """Ask the home anew: what the mark knows and the books do not, whether it is locked."""
        self.missing = self._entries_missing()
        self.revoked = is_revoked(self.home)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A read-only connection that sees one moment; never waits for the writer."""
        with translating(), self._reading.connect() as connection:
            connection.begin()  # a prepared statement begins nothing by itself
            yield connection

    def close(self) -> None:
        """Give the connections back; readers first, so that the last one folds the WAL in."""
        self._reading.dispose()
        self._writing.dispose()

    def _entries_missing(self) -> int:
        with self.reading() as connection:
            stands = head(connection)
        epoch, seq = read_mark(Mark(self.home.mark))
        if stands is None or epoch > stands[0].epoch:
            return seq  # books of an epoch that this image has not come to
        return max(0, seq - stands[0].seq) if epoch == stands[0].epoch else 0


def create_store(home: Home, clock: Clock | None = None, *, given: Secrets | None = None) -> Store:
    """A new encrypted store with fresh secrets. The home must not hold one yet.

    ``given``: secrets that were put away by ``keep_in_file``. It is made aside and put in place
    whole: killed half-way, there is still no store.
    """
    home.make()
    secrets = given or make_secrets(home)
    making = Home(home.root / "making")
    shutil.rmtree(making.root, ignore_errors=True)
    making.make()
    schema.migrate(making, secrets.database)
    making.database.replace(home.database)
    sync_folder(home.root)
    making.root.rmdir()
    return Store(home, secrets, clock or SystemClock())


def open_store(home: Home, clock: Clock | None = None) -> Store:
    """The store of this home, checked and brought to today's schema.

    Raises StoreMissing, KeyMissing, StoreDamaged, SchemaTooNew, StoreReadOnly and their kin.
    """
    try:
        return _open_checked(home, clock or SystemClock())
    except DiskFault as fault:
        # Without room for the file that readers share, the database only speaks of an error.
        if shutil.disk_usage(home.root).free < SHARED_BYTES:
            raise DiskFull from fault
        raise


def _open_checked(home: Home, clock: Clock) -> Store:
    if not home.database.exists():
        raise StoreMissing
    if is_revoked(home) and not home.keys.exists():
        raise TerminalRevoked
    if home.database.stat().st_size < SMALLEST:
        raise StoreDamaged  # opened, so short a file would be taken for a new one
    secrets = load_secrets(home)
    _quick_check(home, secrets)
    if schema.found(home, secrets.database) != schema.CURRENT:
        schema.migrate(home, secrets.database)
    store = Store(home, secrets, clock)
    with store.reading() as connection:
        whole = tail_is_whole(connection)
    if not whole:
        store.close()
        raise StoreDamaged
    return store


def _quick_check(home: Home, secrets: Secrets) -> None:
    """Refuse a damaged file before anyone works on it.

    The whole of a large store would take seconds to read at every start: there only the pages that
    every sale needs are read; the rest is the work of ``tem verify``.
    """
    large = home.database.stat().st_size > QUICK_CHECK_BYTES
    check = "PRAGMA quick_check('journal_head')" if large else "PRAGMA quick_check"
    with translating():
        connection = connect(home.database, secrets.database)
        try:
            answer = connection.execute(check).fetchone()
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
            whole = int(connection.execute("PRAGMA page_count").fetchone()[0])
            page = int(connection.execute("PRAGMA page_size").fetchone()[0])
        finally:
            connection.close()
    if answer is None or answer[0] != "ok" or home.database.stat().st_size < whole * page:
        raise StoreDamaged
