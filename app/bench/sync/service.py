"""Headquarters that is measured: the real service in processes of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import ClassVar

import sqlalchemy as sa

from app.bench.subject import PROGRAM
from app.bench.sync.terminal import OFFICE, PROVINCE, PaperTerminal
from app.domain.reference.shipped import shipped_reference
from app.errors import EnvironmentFault
from app.settings import Home
from sync.headquarters.office import Headquarters, open_headquarters
from sync.headquarters.publishing import publish
from sync.headquarters.tables import lease_grant, writer
from sync.transport import HttpTransport, Unreached

PATIENCE_S = 60


@dataclass(eq=False)
class ServiceNotBegun(EnvironmentFault):
    """``tem hq serve`` did not answer in time."""

    code: ClassVar[str] = "bench.service_not_begun"


@dataclass(frozen=True, slots=True)
class Service:
    """``url`` answers; ``headquarters`` is the same one, seen from this process.

    ``pid``: the process whose children the workers are.
    """

    pid: int
    url: str
    database: str
    home: Home
    headquarters: Headquarters

    def admit(self, terminals: Sequence[PaperTerminal], province: str = PROVINCE) -> None:
        """Enrol them all at once, each with a range of every kind."""
        with self.headquarters.database.writing() as connection:
            connection.execute(sa.insert(writer), [_writer(each, province) for each in terminals])
            connection.execute(
                sa.insert(lease_grant), [row for each in terminals for row in _grants(each)]
            )


@contextmanager
def serving(home: Home, database: str, workers: int) -> Iterator[Service]:
    """``tem hq serve`` with reference data published. Raises ServiceNotBegun."""
    headquarters = open_headquarters(home.root / "headquarters", database)
    files = [(file.name, file.text.encode()) for file in shipped_reference()]
    with headquarters.database.writing() as connection:
        publish(connection, files, headquarters.clock.now_ms())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [sys.executable, "-m", "app", "--home", str(home.root), "hq", "serve"]
    words += ["--port", str(port), "--workers", str(workers), "--database", database]
    server = subprocess.Popen(  # noqa: S603 - our own program
        [*words, "--until-told"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONSAFEPATH": ""},
        cwd=PROGRAM,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url)
        yield Service(server.pid, url, database, home, headquarters)
    finally:
        server.communicate()
        headquarters.close()


def _wait_for(url: str) -> None:
    transport = HttpTransport(url)
    try:
        for _ in range(PATIENCE_S * 5):
            try:
                transport.send("/v1/hello", b"")
            except Unreached:
                Event().wait(0.2)
            else:
                return
        raise ServiceNotBegun
    finally:
        transport.close()


def _writer(each: PaperTerminal, province: str) -> dict[str, object]:
    return {
        "terminal": each.id,
        "epoch": 1,
        "number": each.number,
        "office": OFFICE,
        "counter": each.counter,
        "province": province,
        "device_key": each.device_key,
        "nonce": each.nonce,
        "enrolled_ms": each.began_ms,
        "head_hash": each.genesis,
    }


def _grants(each: PaperTerminal) -> Iterator[dict[str, object]]:
    for lent in each.leases():
        yield {
            "lease_id": lent.lease_id,
            "terminal": each.id,
            "epoch": 1,
            "kind": lent.kind,
            "prefix": lent.prefix,
            "lo": lent.lo,
            "hi": lent.hi,
            "granted_ms": each.began_ms,
        }
