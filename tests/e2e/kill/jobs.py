"""The works that are killed: what is done, what is asked afterwards, how a home is prepared.

``python -m tests.e2e.kill.jobs JOB HOME`` prepares HOME.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.settings import Home
from tests.e2e.kill import exchange as syncing
from tests.e2e.kill.sale import Shown, Tell, sell
from tests.e2e.kill.truth import problems_after


@dataclass(frozen=True, slots=True)
class Job:
    """``look`` is given what the screen had shown before the end."""

    work: Callable[[Home, Tell], None]
    look: Callable[[Home, Sequence[Shown]], list[str]]
    prepare: Callable[[Home], None] = lambda _home: None


JOBS = {
    "sale": Job(sell, problems_after),
    "exchange": Job(
        syncing.exchange,
        lambda home, _shown: syncing.problems_of_exchange(home),
        syncing.prepare_exchange,
    ),
    "enrol": Job(
        syncing.enrol,
        lambda home, _shown: syncing.problems_of_enrol(home),
        syncing.prepare_enrol,
    ),
}

if __name__ == "__main__":
    JOBS[sys.argv[1]].prepare(Home(Path(sys.argv[2])))
