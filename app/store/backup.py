"""Copies of the store, encrypted with its own key, and bringing one back.

The sealed evidence of complaints goes along, into one folder beside all copies.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from app.errors import UserError
from app.settings import Home
from app.store import schema
from app.store.durable import sync_folder
from app.store.engine import connect, connect_alone
from app.store.evidence_copies import Kept, bring_evidence, folder_beside
from app.store.faults import (
    SchemaTooNew,
    StoreBusy,
    StoreDamaged,
    StoreMissing,
    StoreReadOnly,
    translating,
)
from app.store.keys import load_secrets
from app.store.mark import Mark, read_mark
from app.store.store import SMALLEST


@dataclass(eq=False)
class BackupExists(UserError):
    """A backup is never written over another file."""

    code: ClassVar[str] = "backup.exists"
    path: str


@dataclass(eq=False)
class BackupUnusable(UserError):
    """The file is not a whole copy of this counter's store."""

    code: ClassVar[str] = "backup.unusable"
    path: str


@dataclass(eq=False)
class BackupOlder(UserError):
    """The store in use holds entries that the copy does not. Nothing was changed."""

    code: ClassVar[str] = "backup.older"
    missing: int


@dataclass(frozen=True, slots=True)
class BackedUp:
    """``evidence`` counts the sealed files beside the copy."""

    path: Path
    evidence: Kept


@dataclass(frozen=True, slots=True)
class Restored:
    """``aside`` is where the replaced file went; ``missing`` entries are only there, if any."""

    entries: int
    missing: int
    aside: Path | None
    evidence: Kept


def back_up(home: Home, target: Path | None = None) -> BackedUp:
    """Copy the store as it stands at one moment, while it may be in use; durable on return.

    The copy has its name only when the evidence that it names lies beside it.

    Raises StoreMissing, StoreDamaged, BackupExists, KeyMissing and the faults of the disk.
    """
    if not home.database.exists():
        raise StoreMissing
    if home.database.stat().st_size < SMALLEST:
        raise StoreDamaged  # opened, so short a file would be taken for a new, empty store
    target = target or home.backups / f"counter-{time.strftime('%Y%m%d-%H%M%S')}.db"
    if target.exists():
        raise BackupExists(path=str(target))
    secrets = load_secrets(home)
    partial = target.with_name(target.name + ".partial")
    try:
        if target.parent == home.backups:
            home.backups.mkdir(mode=0o700, exist_ok=True)
        partial.unlink(missing_ok=True)
        with translating():
            connection = connect(home.database, secrets.database)
            try:
                connection.execute("VACUUM INTO ?", (str(partial),))
            finally:
                connection.close()
        _flush(partial)
        beside = folder_beside(target)
        evidence = bring_evidence(partial, secrets.database, home.evidence, beside)
        partial.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise StoreReadOnly from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return BackedUp(target, evidence)


def restore(home: Home, source: Path, *, even_if_older: bool = False) -> Restored:
    """Put a copy in the place of the store; the replaced file is kept aside, never deleted.

    Raises BackupUnusable, and BackupOlder when the store in use knows more than the copy. With
    ``even_if_older`` the copy is taken all the same: the counter then only reads, because numbers
    and sequences after it were given out once (see ``Store.missing``).
    """
    key = load_secrets(home).database
    entries = _entries_in(source, key)
    marked = read_mark(Mark(home.mark))[1]
    missing = max(marked, _entries_of_present(home, key)) - entries
    if missing > 0 and not even_if_older:
        raise BackupOlder(missing=missing)
    fresh = home.database.with_name(home.database.name + ".restoring")
    try:
        _copy_whole(source, key, fresh)
        evidence = bring_evidence(fresh, key, folder_beside(source), home.evidence)
        with _held_alone(home, key):
            if read_mark(Mark(home.mark))[1] > marked:
                raise StoreBusy  # somebody sold something while the copy was read
            aside = _put_aside(home)
            fresh.replace(home.database)
            sync_folder(home.root)
    except OSError as error:
        raise StoreReadOnly from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return Restored(entries, max(0, missing), aside, evidence)


def _copy_whole(source: Path, key: bytes, target: Path) -> None:
    """Beside the store and durable, before anything of the store is moved."""
    target.unlink(missing_ok=True)
    with translating():
        connection = connect(source, key, query_only=True)
        try:
            connection.execute("PRAGMA query_only = OFF")  # VACUUM INTO counts as writing
            connection.execute("VACUUM INTO ?", (str(target),))
        finally:
            connection.close()
    _flush(target)


@contextmanager
def _held_alone(home: Home, key: bytes) -> Iterator[None]:
    """Nobody else has the store open, and all of it is in its one file.

    A command that is just selling would otherwise book into the file that is put aside. Raises
    StoreBusy; a store too damaged to be opened is in nobody's use.
    """
    if not home.database.exists():
        yield
        return
    connection = connect_alone(home.database, key)
    try:
        yield
    finally:
        if connection is not None:
            connection.close()


def _entries_in(source: Path, key: bytes) -> int:
    """How many entries a copy holds, after a full check of its pages."""
    if not source.is_file() or source.stat().st_size < SMALLEST:
        raise BackupUnusable(path=str(source))
    try:
        with translating():
            connection = connect(source, key, query_only=True)
            try:
                if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                    raise BackupUnusable(path=str(source))
                version = connection.execute("SELECT version_num FROM alembic_version").fetchone()[
                    0
                ]
                count = connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[
                    0
                ]
            finally:
                connection.close()
    except StoreDamaged as error:
        raise BackupUnusable(path=str(source)) from error
    if version not in schema.KNOWN:
        raise SchemaTooNew(found=version, known=schema.CURRENT)
    return int(count)


def _entries_of_present(home: Home, key: bytes) -> int:
    if not home.database.exists():
        return 0
    try:
        return _entries_in(home.database, key)
    except BackupUnusable:
        return 0


def _put_aside(home: Home) -> Path | None:
    if not home.database.exists():
        return None
    aside = home.root / f"counter-replaced-{time.time_ns() // 1_000_000}.db"
    for ending in ("-wal", "-shm"):  # of a damaged store: a sound one was folded into one file
        piece = home.database.with_name(home.database.name + ending)
        if piece.exists():
            piece.replace(aside.with_name(aside.name + ending))
    try:
        os.link(home.database, aside)  # the store keeps its name until the new one takes it
    except OSError:
        home.database.replace(aside)  # a disk without links
    sync_folder(home.root)
    return aside


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
