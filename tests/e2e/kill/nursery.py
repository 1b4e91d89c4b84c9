"""The near side of ``tests.e2e.kill.zygote``: starts it, watches its children with strace."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from tests.e2e.kill.sale import Shown

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Ended:
    """How one work ended. ``shown`` is what it had told the screen before."""

    shown: list[Shown]
    signal: int | None
    exit: int | None

    @property
    def killed(self) -> bool:
        return self.signal is not None


class Nursery:
    """A warm process whose children do a job, one at a time. ``warm_home`` is its own to spoil."""

    def __init__(self, job: str, warm_home: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.kill.zygote", job, str(warm_home)],
            cwd=ROOT,
            env=os.environ | {"TEM_KEYS_IN_FILE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._heard()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._process:
            self._to_it.close()

    def work(self, home: Path, *, strace: Sequence[str] = (), point: int | None = None) -> Ended:
        """The job once in ``home``, watched with these options of strace.

        ``point`` makes the process kill itself (see ``tests.e2e.kill.points``).
        """
        begun = self._ask({"do": "work", "home": str(home), "point": point})
        if not strace:
            return Ended(**self._ask({"begin": True}))
        with _watching(begun["pid"], strace):
            return Ended(**self._ask({"begin": True}))

    def look(self, home: Path, shown: Sequence[Shown]) -> list[str]:
        """What a new process finds wrong in ``home``."""
        answer = self._ask({"do": "look", "home": str(home), "shown": shown})
        return [str(each) for each in answer["problems"]]

    @property
    def _to_it(self) -> IO[str]:
        assert self._process.stdin is not None
        return self._process.stdin

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        self._to_it.write(json.dumps(request) + "\n")
        self._to_it.flush()
        return self._heard()

    def _heard(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        answer = self._process.stdout.readline()
        assert answer, "the zygote died; its last words stand above"
        found: dict[str, Any] = json.loads(answer)
        return found


@contextmanager
def _watching(pid: int, options: Sequence[str]) -> Iterator[None]:
    """strace attached to ``pid``, its threads and children, until they end."""
    command = ["strace", "-f", "-p", str(pid), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr is not None
        said = strace.stderr.readline()
        assert "attached" in said, said
        yield
        strace.stderr.read()


@cache
def tracing_works() -> bool:
    """Whether strace is here and one process may watch another that is not its child."""
    sleeper = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    with subprocess.Popen(sleeper, stdin=subprocess.PIPE) as other:
        try:
            with _watching(other.pid, ["-e", "trace=none", "-o", os.devnull]):
                other.communicate()
        except (OSError, AssertionError):
            return False
    return True
