"""Headquarters' own backup, and how much of every journal it holds.

Only what a whole copy was seen to hold counts as backed up: heads are read from the copy itself, or
from the very moment that PostgreSQL's own tool copies.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import sqlalchemy as sa

from app.errors import EnvironmentFault
from app.store.backup import BackupExists
from app.store.durable import sync_folder
from app.store.engine import connect
from app.store.faults import StoreReadOnly, translating
from sync.headquarters.database import upsert
from sync.headquarters.kept_tables import backed_up_head
from sync.headquarters.office import Headquarters
from sync.headquarters.publishing import write_log
from sync.headquarters.tables import writer

_HEADS = "SELECT terminal, epoch, head_seq FROM writer"


@dataclass(eq=False)
class DumpFailed(EnvironmentFault):
    """pg_dump is not installed, of an older version than the server, or could not finish."""

    code: ClassVar[str] = "headquarters.dump_failed"
    reason: str


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """``entries`` of ``terminals`` journals stand in the copy."""

    path: Path
    size: int
    terminals: int
    entries: int


def back_up_headquarters(
    headquarters: Headquarters, folder: Path, target: Path, database_url: str = "", who: str = ""
) -> MadeBackup:
    """Copy the database as it stands at one moment, while it serves; durable on return.

    The embedded one is copied encrypted, as it is; PostgreSQL's dump is not encrypted. The keys in
    ``folder`` are not in it. Raises BackupExists, DumpFailed and the faults of the disk.
    """
    if target.exists():
        raise BackupExists(path=str(target))
    partial = target.with_name(target.name + ".partial")
    now_ms = headquarters.clock.now_ms()
    try:
        partial.unlink(missing_ok=True)
        if database_url:
            heads = _dump(headquarters, database_url, partial)
        else:
            heads = _copy(folder / "headquarters.db", headquarters.keys.database, partial)
        with partial.open("rb+") as copy:
            os.fsync(copy.fileno())
        partial.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise StoreReadOnly from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    rows = [{"terminal": t, "epoch": e, "seq": seq, "at_ms": now_ms} for t, e, seq in heads]
    entries = sum(row["seq"] for row in rows)
    with headquarters.database.writing() as connection:
        upsert(connection, backed_up_head, rows)
        line = f"{target.name} {len(rows)} {entries}"
        write_log(connection, now_ms, "backed_up", line, who)
    return MadeBackup(target, target.stat().st_size, len(rows), entries)


def _copy(database: Path, key: bytes, target: Path) -> list[tuple[int, int, int]]:
    with translating():
        connection = connect(database, key)
        try:
            connection.execute("VACUUM INTO ?", (str(target),))
        finally:
            connection.close()
        copy = connect(target, key, query_only=True)
        try:
            return _heads(copy.execute(_HEADS).fetchall())
        finally:
            copy.close()


def _dump(headquarters: Headquarters, url: str, target: Path) -> list[tuple[int, int, int]]:
    parsed = sa.make_url(url)
    program = shutil.which("pg_dump")
    if program is None:
        raise DumpFailed(reason="pg_dump")
    secret = {} if parsed.password is None else {"PGPASSWORD": str(parsed.password)}
    plain = parsed.set(password=None).render_as_string(hide_password=False)
    with headquarters.database.reading_one_moment() as connection:
        moment = connection.scalar(sa.select(sa.func.pg_export_snapshot()))
        columns = (writer.c.terminal, writer.c.epoch, writer.c.head_seq)
        heads = _heads(connection.execute(sa.select(*columns)).all())
        words = [program, "--format=custom", f"--snapshot={moment}", f"--file={target}", plain]
        target.touch(mode=0o600)
        done = subprocess.run(  # noqa: S603 - no shell; the words are ours and the operator's
            words, env=os.environ | secret, capture_output=True, text=True, check=False
        )
    if done.returncode:
        raise DumpFailed(reason=done.stderr.strip()[-300:])
    return heads


def _heads(rows: Iterable[Any]) -> list[tuple[int, int, int]]:
    return [(int(row[0]), int(row[1]), int(row[2])) for row in rows]
