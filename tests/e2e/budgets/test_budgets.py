"""The budgets of the counter's work in the real window.

A few runs with the sample branch belong to every test run: they prove that each task can be done
with the keys that its budget allows. ``./dev budgets`` does the same with a million customers and
writes ``pictures/budgets.md`` and ``.json``.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path
from time import monotonic, time

import pytest

from app.cli.sample_branch import PEOPLE
from app.messages import text
from tests.e2e.budgets.stopwatch import Hands, Spent, at_share
from tests.e2e.budgets.table import ANSWER_S, Budget, Row, as_json, as_markdown, row
from tests.e2e.budgets.tasks import TASKS, World, at_start
from tests.e2e.clerk import Clerk, ask
from tests.e2e.conftest import OpenCounter
from tests.e2e.waiting import NeverCame

CUSTOMERS = int(os.environ.get("TEM_BUDGET_CUSTOMERS", "200"))
RUNS = int(os.environ.get("TEM_BUDGET_RUNS", "1"))
HOME = os.environ.get("TEM_BUDGET_HOME", "")
QUIET = "TEM_BUDGET_HOME" in os.environ
"""Seconds are only judged on a machine that does nothing else."""

_ASKED = 12
_STEPS_HOME = 10
START = Budget("Cold start to first key", 0, 0, 3)


@dataclass(frozen=True, slots=True)
class _Known:
    numbers: tuple[str, ...]
    phones: tuple[tuple[str, str], ...]


def _known(home: Path) -> _Known:
    """Customers of the sample, found as a clerk would."""
    hits = [hit for word in ("nguyen", "tran", "le") for hit in ask(home, "find", word)["hits"]]
    numbers = tuple(dict.fromkeys(hit["code"] for hit in hits if hit["kind"] == "customer"))
    phones = tuple(_found_by_digits(home, numbers[:_ASKED]))
    return _Known(numbers, phones)


def _sent_before(home: Path, number: str) -> None:
    """A regular customer: something was sent before."""
    ask(
        home, "ship", "accept", "--customer", number, "--service", "registered", "--weight", "85",
        "--contents", "Sách", "--receiver-name", "Lê Bưởi", "--receiver-phone", "0912000654",
        "--receiver-address", "2 Lê Lợi", "--receiver-commune", "26740", "--cash", "20000",
    )  # fmt: skip


def _found_by_digits(home: Path, numbers: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Six digits may be those of others as well: a clerk who saw them would type one more."""
    for number in numbers:
        for phone in _phones(home, number)[:1]:
            hits = ask(home, "find", phone[-6:])["hits"]
            if [hit["code"] for hit in hits] == [number]:
                yield phone[-6:], hits[0]["title"]


def _phones(home: Path, number: str) -> list[str]:
    shown = ask(home, "customer", "reveal", number, "--field", "phones", "--reason", "đo")
    return [str(each) for each in shown["phones"]]


def _worked(hands: Hands, known: _Known) -> Iterator[Row]:
    regular, *others = known.numbers
    fresh = count(100_000 + int(time()) // 2 % 900_000)
    takers = cycle([(each.clerk.code, each.pin) for each in (PEOPLE[1], PEOPLE[0])])
    world = World(regular, cycle(others), cycle(known.phones), fresh, takers, [])
    for run, budget in TASKS.items():
        runs: list[Spent] = []
        for _ in range(RUNS):
            hands.begin()
            run(hands, world)
            runs.append(hands.spent)
            _go_home(hands)
        yield row(budget, runs)


def _go_home(hands: Hands) -> None:
    """Enter leaves a receipt, Esc everything else. A key that comes at once may be refused: what
    stands there cannot have been read.
    """
    for _ in range(_STEPS_HOME):
        seen = hands.until(bool, "a window")
        if at_start(seen):
            return
        hands.read()
        hands.keys.press("Enter" if text("ui.receipt.next") in seen.text else "Esc")
        with suppress(NeverCame):
            hands.until(at_start, "the start page", patience_s=1)
    hands.until(at_start, "the start page")


def _look_s(hands: Hands) -> float:
    """How long a look at a window at rest takes: by so much is every answer seen too late."""
    times = []
    for _ in range(20):
        began = monotonic()
        hands.program.look()
        times.append(monotonic() - began)
    return at_share(times, 0.5)


def _write(pictures: Path, rows: list[Row], hands: Hands) -> None:
    about = {
        "customers": CUSTOMERS,
        "runs": RUNS,
        "load": round(os.getloadavg()[0], 1),
        "look_s": round(_look_s(hands), 3),
    }
    (pictures / "budgets.md").write_text(as_markdown(rows, about), encoding="utf-8")
    told = json.dumps(as_json(rows, about), ensure_ascii=False, indent=1)
    (pictures / "budgets.json").write_text(told, encoding="utf-8")


@pytest.fixture
def measured(sample: Path, home: Path) -> Path:
    """The home that is worked in."""
    return Path(HOME) if HOME else home


def test_every_task_keeps_to_its_keys_and_scans(
    measured: Path, counter: OpenCounter, pictures: Path
) -> None:
    known = _known(measured)
    _sent_before(measured, known.numbers[0])
    starts = []
    for _ in range(RUNS):
        began = monotonic()
        clerk: Clerk = counter(measured)
        clerk.program.until(lambda seen: bool(seen.rows(text("ui.sign_in.who"))), "names")
        starts.append(Spent(answers={"list of names": monotonic() - began}))
        if len(starts) < RUNS:
            clerk.program.kill()
    clerk.sign_in()
    hands = Hands(clerk.program, clerk.keys)
    _go_home(hands)

    rows = [row(START, starts)]
    try:
        rows.extend(_worked(hands, known))
    finally:  # what was measured is worth reading although a later task failed
        _write(pictures, rows, hands)

    assert not [each.task for each in rows if each.keys > each.keys_budget]
    assert not [each.task for each in rows if each.scans > each.scans_budget]
    if QUIET:
        assert not [each.task for each in rows if not each.kept]


def test_a_row_adds_hands_mind_and_machine_and_judges_them() -> None:
    budget = Budget("Find", 1, 2, 4, minds=1)
    slow = [Spent(1, 2, {"page": 0.05}), Spent(1, 2, {"page": 2.0})]

    (kept, over) = (row(budget, slow[:1]), row(budget, slow))

    assert kept.clerk_s == pytest.approx(1.2 + 2 * 0.28 + 1.35, abs=0.01)
    assert (kept.machine_p95_s, kept.kept) == (0.05, True)
    assert (over.machine_p50_s, over.machine_p95_s, over.kept) == (0.05, 2.0, False)
    assert kept.machine_p50_s <= ANSWER_S
    assert "| Find | 1 of 1 | 2 of 2 |" in as_markdown([kept], {"runs": 1})
    assert not row(budget, [Spent(1, 3)]).kept
