"""The real command against a real encrypted home."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.running import main

ROOT = Path(__file__).parent.parent.parent.parent
CLERK, PIN = "gdv1", "246810"
SUPERVISOR, SUPERVISOR_PIN = "tbc", "864209"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    exit: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command printed
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        assert self.exit == 1, self
        return str(self.json["error"]["code"])


class Tem:
    """``tem`` for one home, by one clerk, in this process; ``run`` never raises."""

    def __init__(self, home: Path, **environment: str) -> None:
        self.home = home
        self.environment = {"TEM_CLERK": CLERK, "TEM_PIN": PIN} | environment

    def run(self, *words: str, given: str = "") -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with pytest.MonkeyPatch.context() as process:
            for name, value in self.environment.items():
                process.setenv(name, value)
            process.setattr(sys, "stdin", io.StringIO(given))
            with redirect_stdout(out), redirect_stderr(err):
                status = main(["--home", str(self.home), *words])
        return Ran(status, out.getvalue(), err.getvalue())

    def json(self, *words: str, given: str = "") -> Any:  # noqa: ANN401 - whatever it printed
        """The object of a command that must succeed."""
        ran = self.run("--json", *words, given=given)
        assert ran.exit == 0, ran
        return ran.json

    def by(self, clerk: str, pin: str) -> "Tem":
        return Tem(self.home, TEM_CLERK=clerk, TEM_PIN=pin)


class TemApart(Tem):
    """The real command in a process of its own, started by the words in ``before``."""

    before: tuple[str, ...] = ()

    def run(self, *words: str, given: str = "") -> Ran:
        ran = subprocess.run(
            [*self.before, sys.executable, "-m", "app", "--home", str(self.home), *words],
            cwd=ROOT,
            env=os.environ | self.environment,
            input=given.encode(),
            capture_output=True,
            check=False,
            timeout=600,
        )
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    def bound_by_permissions(self) -> "TemApart":
        """Root may write anything; without these capabilities it is held as a clerk is."""
        if os.geteuid() == 0:
            caps = "-dac_override,-dac_read_search"
            self.before = ("setpriv", f"--bounding-set={caps}", f"--inh-caps={caps}")
        return self
