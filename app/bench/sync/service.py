"""Headquarters that is measured: the real service in processes of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import ClassVar

from app.bench.subject import PROGRAM
from app.domain.reference.shipped import shipped_reference
from app.errors import EnvironmentFault
from app.settings import Home
from sync.headquarters.office import Headquarters, open_headquarters
from sync.headquarters.publishing import publish
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
