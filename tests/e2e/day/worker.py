"""A counter at work on the scripted day, to be killed: ``worker HOME MOVED_MS COUNT FROM DONE``.

Writes a line of JSON after each step; what was not written may have been booked all the same.
``DONE`` is a file with the lines of those before it.
"""

import json
import sys
from pathlib import Path

from app.bootstrap.desk import CounterDesk
from app.bootstrap.opening import open_enrolled
from app.settings import Home, load_settings
from tests.e2e.day.clock import MovedClock
from tests.e2e.day.hands import Hands
from tests.e2e.day.plan import a_day


def work(root: Path, moved_ms: int, transactions: int, begin: int, lines: Path) -> None:
    """From step ``begin`` to the end of the day."""
    told = (json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines())
    done = {line["number"]: line["result"] for line in told}
    home = Home(root)
    store = open_enrolled(home, MovedClock(moved_ms))
    desk = CounterDesk(store, load_settings(home.settings))
    hands = Hands(store, desk, done)
    for step in a_day(transactions)[begin:]:
        done[step.number] = hands.do(step)
        desk.print_waiting()
        line = {"number": step.number, "kind": step.kind, "result": done[step.number]}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    store.close()


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]))
