"""The real command in a process of its own, against a real encrypted home."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
    """``tem`` for one home, by one clerk; ``run`` never raises."""

    def __init__(self, home: Path, **environment: str) -> None:
        self.home = home
        self.before: tuple[str, ...] = ()
        self.environment = {"TEM_CLERK": CLERK, "TEM_PIN": PIN} | environment

    def run(self, *words: str, given: str = "") -> Ran:
        ran = subprocess.run(
            [*self.before, sys.executable, "-m", "app", "--home", str(self.home), *words],
            cwd=ROOT,
            env=os.environ | self.environment,
            input=given.encode(),
            capture_output=True,
            check=False,
            timeout=120,
        )
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    def json(self, *words: str, given: str = "") -> Any:  # noqa: ANN401 - whatever it printed
        """The object of a command that must succeed."""
        ran = self.run("--json", *words, given=given)
        assert ran.exit == 0, ran
        return ran.json

    def bound_by_permissions(self) -> "Tem":
        """Root may write anything; without these capabilities it is held as a clerk is."""
        bound = Tem(self.home, **self.environment)
        if os.geteuid() == 0:
            caps = "-dac_override,-dac_read_search"
            bound.before = ("setpriv", f"--bounding-set={caps}", f"--inh-caps={caps}")
        return bound

    def by(self, clerk: str, pin: str) -> "Tem":
        return Tem(self.home, TEM_CLERK=clerk, TEM_PIN=pin)
