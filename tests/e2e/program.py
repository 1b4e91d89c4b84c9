"""The real program in a process of its own, with what its window shows."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.messages import text
from tests.e2e.screen import Screen
from tests.e2e.seen import Seen
from tests.e2e.waiting import until
from tests.mortal import mortal

ROOT = Path(__file__).parents[2]
WATCHING = Path(__file__).parent / "watching"


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command without a window ended."""

    exit: int
    out: str
    err: str

    @property
    def shape(self) -> Any:  # noqa: ANN401 - JSON
        """What ``--json`` printed."""
        return json.loads(self.out)


def tem(
    home: Path, *words: str, pin: str = "", environment: Mapping[str, str] | None = None
) -> Answer:
    """Run one command to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "--home", str(home), *words],
        cwd=ROOT,
        env={**(os.environ if environment is None else environment), "TEM_PIN": pin},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=600,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


class Program:
    """One open window. ``said`` takes what it writes to the terminal, ``log`` is its own log."""

    def __init__(self, process: subprocess.Popen[bytes], said: Path, log: Path) -> None:
        self.process = process
        self._watch = said.with_suffix(".watch")
        self._said = said
        self._log = log

    @property
    def terminal(self) -> str:
        """What it has written to the terminal so far."""
        return self._said.read_text(encoding="utf-8")

    @property
    def log(self) -> str:
        """Warnings and bugs it has noted so far."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    def look(self) -> Seen | None:
        """What the window shows now; None while there is none."""
        told = self._ask("look")
        return Seen.of(told) if told else None

    def read(self) -> None:
        """As a clerk does who reads what came: pressed sooner, a finishing key would be lost."""
        until(lambda: self._ask("read?").get("read"), "time to read")

    def _ask(self, question: str) -> dict[str, Any]:
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.connect(str(self._watch))
                with line.makefile("rw", encoding="utf-8") as talk:
                    talk.write(f"{question}\n")
                    talk.flush()
                    told: dict[str, Any] = json.loads(talk.readline() or "{}")
        except (FileNotFoundError, ConnectionError):
            return {}
        return told

    def until(self, right: Callable[[Seen], bool], what: str) -> Seen:
        """Wait for a window that looks ``right`` and has the keyboard; return what it shows."""

        def look() -> Seen | None:
            assert self.process.poll() is None, f"it has ended: {self.terminal}{self.log}"
            seen = self.look()
            if seen is None:
                return None
            assert text("ui.crash.title") not in seen.text, f"a bug: {self.log}"
            return seen if seen.active and right(seen) else None

        def instead() -> str:
            seen = self.look()
            shown = f"focus {seen.focus!r} in\n{seen.text}\n{seen.fields}" if seen else "no window"
            return f"{shown}\n{self.log}"

        return until(look, what, instead=instead)

    def shows(self, *words: str) -> Seen:
        """Wait until all of ``words`` stand on the screen."""
        return self.until(lambda seen: all(word in seen.text for word in words), repr(words))

    def offers(self, word: str, *words: str) -> Seen:
        """Wait until the key of the bar called ``word`` works and ``words`` stand on the screen."""
        return self.until(
            lambda seen: seen.is_on(word) and all(each in seen.text for each in words),
            f"{word!r} to work, with {words}",
        )

    def focuses(self, name: str) -> Seen:
        """Wait until keys go to the widget called ``name``."""
        return self.until(lambda seen: seen.focus == name, f"the focus in {name!r}")

    def kill(self) -> None:
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@contextmanager
def open_program(
    command: Sequence[str], screen: Screen, folder: Path, name: str, log: Path | None = None
) -> Iterator[Program]:
    """Start ``command`` on ``screen``, end it with the block; its log must have stayed empty."""
    said = folder / f"{name}.said"
    environment = {
        **screen.environment,
        "PYTHONPATH": f"{WATCHING}{os.pathsep}{ROOT}",
        "TEM_WATCH": str(said.with_suffix(".watch")),
    }
    with said.open("wb") as terminal:
        process = subprocess.Popen(
            mortal(command),
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=terminal,
            stderr=terminal,
        )
    program = Program(process, said, log or folder / f"{name}.log")
    try:
        yield program
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait()
    assert not program.log, program.log
