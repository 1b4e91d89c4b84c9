"""The window: cold start, scan to painted customer, memory. Each in processes of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic_ns
from typing import Any, ClassVar

from app.bench.effort import Effort
from app.bench.measuring import Series
from app.bench.rows import MB, Budget, Row, timed
from app.bench.subject import PROGRAM, Sample, opened
from app.errors import EnvironmentFault

START = (Budget("ratio", 2), Budget("median", 2_000))
PAINTED = Budget("p95", 50)
MEMORY = Budget("median", 300)
PATIENCE_S = 300

_COUNTER = (
    "import sys; from ui.trial import report_first_key; trial = report_first_key();"
    " from app.cli.running import main; sys.exit(main())"
)
_BARE = "import sys; from ui.trial import run_bare; sys.exit(run_bare(sys.argv[1:]))"


@dataclass(eq=False)
class WindowNotMeasured(EnvironmentFault):
    """The window did not come, or went before its time; its own words stand above."""

    code: ClassVar[str] = "bench.window_not_measured"
    what: str


def measure_window(sample: Sample, effort: Effort, regular: str) -> Iterator[Row]:
    """Four rows. The floor of each is an empty window that loads the same libraries.

    ``regular`` is a customer with a long history.
    """
    counter = ["-c", _COUNTER, "--home", str(sample.home.root), "counter"]
    needed = told_by(counter).answer["modules"]  # and compiles what was not compiled yet
    starts, bare_starts, bare = [], [], {}
    for _ in range(effort.starts):
        starts.append(told_by(counter).first_key_ms)
        of_bare = told_by(["-c", _BARE, *needed])
        bare_starts.append(of_bare.first_key_ms)
        bare = of_bare.answer
    yield timed("start", Series.of(starts), *START, floor=Series.of(bare_starts))

    people = _people(sample, effort.scans)
    others = people[: max(1, effort.scans // 4)]
    visits = [number for other in others for number in (regular, other)]
    work = [str(sample.home.root), sample.clerk, sample.pin, *people, *visits]
    worked = told_by(["-m", "app.bench.working", *work]).answer
    painted_ms, of_bare_paint = worked["painted_ms"], Series.of(bare["painted_ms"])
    of_people, of_regular = painted_ms[: len(people)], painted_ms[len(people) :: 2]
    yield timed("painted", Series.of(of_people), PAINTED, floor=of_bare_paint)
    yield timed("painted_regular", Series.of(of_regular), PAINTED, floor=of_bare_paint)
    if worked["resident_mb"]:
        figures = {"median": worked["resident_mb"]}
        yield Row("memory", figures, (MEMORY,), floor=bare["resident_mb"], unit=MB)


@dataclass(frozen=True, slots=True)
class Told:
    """What a process wrote, and when it had been started."""

    begun_ns: int
    answer: dict[str, Any]

    @property
    def first_key_ms(self) -> float:
        return (int(self.answer["first_key_ns"]) - self.begun_ns) / 1e6


def _people(sample: Sample, scans: int) -> list[str]:
    """Whom ``app.bench.working`` scans."""
    with opened(sample) as subject:
        return list(dict.fromkeys(person.number for person in subject.people(scans)))


def told_by(words: Sequence[str]) -> Told:
    """Run this Python with ``words`` on no screen. Raises WindowNotMeasured."""
    begun_ns = monotonic_ns()
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, *words],
            cwd=PROGRAM,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=True,
            timeout=PATIENCE_S,
        )
        return Told(begun_ns, json.loads(done.stdout))
    except (subprocess.SubprocessError, ValueError) as error:
        raise WindowNotMeasured(what=" ".join(words[:2])) from error


def _environment() -> dict[str, str]:
    """No screen; and compiled modules are kept, as those of an installed program are."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}
