"""The long sweep, too long for CI: every kill, and after every kill a second one in the recovery.
After the sales, every kill of a sync and of an enrolment with its first download.

``python -m tests.e2e.kill.full`` takes about half an hour on two cores and prints its tally.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.e2e.kill.killing import Killing, Sweeper, Tally
from tests.e2e.kill.prepared import a_sweeper

SECOND = ("fsync", "rename", "unlink", "ftruncate", "write")
"""The calls after which something is durable or has its name."""


def main() -> int:
    whole = Tally()
    for job, sweeps in (("sale", _sweeps), ("exchange", _calls), ("enrol", _calls)):
        with (
            tempfile.TemporaryDirectory(prefix="tem-kill-") as folder,
            a_sweeper(Path(folder), job) as sweeper,
        ):
            for name, tally in sweeps(sweeper):
                whole.add(tally)
                lines = [f"{job} {name}: {tally}", *(f"  {each}" for each in tally.problems)]
                sys.stdout.write("\n".join(lines) + "\n")
                sys.stdout.flush()
    sys.stdout.write(f"{whole}\n")
    return 1 if whole.problems else 0


def _calls(sweeper: Sweeper) -> Iterator[tuple[str, Tally]]:
    for call in sweeper.calls_of_a_work():
        yield call, sweeper.sweep(call)


def _sweeps(sweeper: Sweeper) -> Iterator[tuple[str, Tally]]:
    calls = sweeper.calls_of_a_work()
    for call in calls:
        yield call, sweeper.sweep(call)
    yield "points", sweeper.sweep()
    for first in SECOND:
        for number in range(1, calls[first] + 1):
            killing = Killing(first, number)
            for call in SECOND:
                yield f"{killing}, then {call}", sweeper.sweep(call, first=killing)


if __name__ == "__main__":
    sys.exit(main())
