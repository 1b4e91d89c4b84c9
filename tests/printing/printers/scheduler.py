"""A scheduler of our own, which root is not needed for, and a socket for its paper."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.e2e.waiting import until

QUEUE = "Quay_2"
CUPSD = shutil.which("cupsd", path="/usr/sbin:/usr/bin")

CUPSD_CONF = """
Listen {folder}/s
LogLevel warn
MaxJobs 100
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

CUPS_FILES_CONF = """
ServerRoot {folder}/root
ServerBin {folder}/bin
CacheDir {folder}/cache
RequestRoot {folder}/spool
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""


BACKEND = """#!/bin/sh
# A printer that takes every document, says "{says}", and prints nothing until it is let.
[ $# = 0 ] && exit 0
echo "STATE: +{says}" >&2
while [ ! -e {folder}/let ]; do sleep 0.05; done
echo "STATE: -{says}" >&2
cat "${{6:--}}" >{folder}/paper/out
"""


@dataclass
class Scheduler:
    folder: Path
    paper: socket.socket

    def run(self, command: str, *arguments: str) -> str:
        program = shutil.which(command, path="/usr/sbin:/usr/bin")
        assert program is not None
        done = subprocess.run([program, *arguments], check=True, capture_output=True, text=True)
        return done.stdout

    def wait(self) -> None:
        """Ask until it answers."""
        until(
            lambda: "is running" in self.run("lpstat", "-r"),
            "the scheduler",
            instead=lambda: (self.folder / "error.log").read_text(encoding="utf-8"),
        )

    def add_slow_printer(self, name: str, says: str) -> None:
        """A queue whose printer keeps what it gets and says how it is."""
        backend = self.folder / "bin" / "backend" / name.lower()
        backend.write_text(BACKEND.format(says=says, folder=self.folder), encoding="utf-8")
        backend.chmod(0o755)
        self.run("lpadmin", "-p", name, "-v", f"{name.lower()}:/x", "-m", "raw", "-E")

    def let_it_print(self) -> None:
        """The slow printer goes on."""
        (self.folder / "let").touch()

    def sheet(self) -> bytes:
        """What comes out of the printer next."""
        connection, _ = self.paper.accept()
        with connection:
            received = b""
            while part := connection.recv(65536):
                received += part
        return received


@contextmanager
def running(monkeypatch: pytest.MonkeyPatch) -> Iterator[Scheduler]:
    assert CUPSD is not None
    folder = Path(mkdtemp())  # root's scheduler lets its backends run as lp, who must get here
    folder.chmod(0o755)
    for name in ("root", "cache", "spool", "state", "tmp", "bin/backend"):
        (folder / name).mkdir(parents=True)
    for part in ("daemon", "filter", "driver"):
        (folder / "bin" / part).symlink_to(f"/usr/lib/cups/{part}")
    (folder / "bin" / "backend" / "socket").symlink_to("/usr/lib/cups/backend/socket")
    (folder / "bin" / "backend").chmod(0o755)
    (folder / "paper").mkdir()
    (folder / "paper").chmod(0o777)
    for name, content in (("cupsd.conf", CUPSD_CONF), ("cups-files.conf", CUPS_FILES_CONF)):
        (folder / name).write_text(content.format(folder=folder))
    monkeypatch.setenv("CUPS_SERVER", str(folder / "s"))
    with socket.create_server(("127.0.0.1", 0)) as paper:
        paper.settimeout(120)
        process = subprocess.Popen(
            [CUPSD, "-f", "-c", f"{folder}/cupsd.conf", "-s", f"{folder}/cups-files.conf"]
        )
        try:
            ours = Scheduler(folder, paper)
            ours.wait()
            port = paper.getsockname()[1]
            ours.run("lpadmin", "-p", QUEUE, "-v", f"socket://127.0.0.1:{port}", "-m", "raw", "-E")
            yield ours
        finally:
            process.terminate()
            process.wait()
            shutil.rmtree(folder)
