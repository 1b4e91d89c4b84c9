"""A counter at work in a process of its own: ``python -m app.bench.working HOME CLERK PIN NUMBER…``

It opens the window, scans the customers, searches, sells and prints, then writes one line of JSON:
how long each scan took until its customer was painted, and how much memory all that left in use.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from app.bench.letters import a_letter
from app.bootstrap.desk import CounterDesk, open_counter
from app.services.shipments import AcceptShipments
from app.settings import Home
from ui.application import run
from ui.look import Look
from ui.trial import Shift, application, leave, resident_mb, tell

SALES = 5


def work(home: Home, code: str, pin: str, numbers: Sequence[str]) -> int:
    """Returns when the window is closed again."""
    with open_counter(home) as desk:
        clerk = next(each for each in desk.clerks() if each.code == code)

        def done(times_ms: list[float]) -> None:
            scanned_mb = resident_mb()
            once = list(dict.fromkeys(numbers))
            _search(desk, once)
            _sell(desk, once[:SALES])
            tell({"painted_ms": times_ms, "scanned_mb": scanned_mb, "resident_mb": resident_mb()})
            leave()

        application()
        shift = Shift(clerk, pin, numbers, done)
        status = run(desk, Look(), desk.warm)
        del shift
    return status


def _search(desk: CounterDesk, numbers: Sequence[str]) -> None:
    """Type the name of each customer."""
    for number in numbers:
        name = desk.customer(number).full_name
        for length in range(1, len(name) + 1):
            desk.suggest(name[:length])


def _sell(desk: CounterDesk, numbers: Sequence[str]) -> None:
    letter = a_letter(desk)
    for number in numbers:
        basket = AcceptShipments(desk.new_command_id(), number, (letter,), tendered_vnd=100_000)
        desk.accept(basket)
        desk.print_waiting()


if __name__ == "__main__":
    sys.exit(work(Home(Path(sys.argv[1])), sys.argv[2], sys.argv[3], sys.argv[4:]))
