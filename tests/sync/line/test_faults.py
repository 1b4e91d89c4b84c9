"""Real HTTP, a real service, a line that breaks in every way: in the end all is there once."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from app.settings import Home
from app.store.evidence_sent import AGAIN_MS
from app.store.outbox import set_link
from app.store.store import Store, open_store
from sync.engine import Engine
from sync.evidence import EVIDENCE, PIECE
from sync.headquarters.evidence_kept import kept_file
from sync.headquarters.office import open_headquarters
from sync.simulation.invariants import check
from sync.transport import HttpTransport
from tests.fakes.clock import HandClock
from tests.sync.country import Counter, an_embedded_country
from tests.sync.line.proxy import Fault, Line, proxied
from tests.sync.line.serving import serving_well
from tests.sync.test_complaints_everywhere import complains
from tests.sync.test_evidence_everywhere import PNG, photo

ROUNDS, SEED = 60, 1
ROOT = Path(__file__).parents[3]


class Restless:
    """A fault of chance for every second request; none once ``calm``."""

    def __init__(self, chance: Random, faults: list[Fault]) -> None:
        self._chance, self._faults = chance, faults
        self.calm = False

    def __call__(self, _path: str) -> Fault:
        if self.calm or self._chance.random() < 0.5:
            return Fault.NONE
        return self._chance.choice(self._faults)


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    """Enrolled in memory; from then on everything goes over the line."""
    country = an_embedded_country(tmp_path)
    made = country.counter()
    assert made.sync().problem == ""
    country.headquarters.close()
    yield made
    made.store.close()


def passes(store: Store, url: str, chance: Random) -> str:
    transport = HttpTransport(url)
    try:
        return Engine(store, transport, chance).sync_pass().problem
    finally:
        transport.close()


def work(counter: Counter) -> None:
    counter.done += 1
    registration = counter.registration(counter.done)
    counter.record(registration)
    counter.record(*counter.sale(counter.done, registration.uid))


def test_whatever_the_line_does_all_arrives_once(counter: Counter, tmp_path: Path) -> None:
    chance = Random(SEED)
    plan = Restless(chance, [fault for fault in Fault if fault is not Fault.NONE])
    with serving_well(tmp_path) as url:
        line = Line(url, plan, chance)
        with proxied(line) as broken:
            for _ in range(ROUNDS):
                work(counter)
                passes(counter.store, broken, chance)
            plan.calm = True
            for _ in range(3):
                last = passes(counter.store, broken, chance)
            assert last == ""
        assert len(line.seen) >= 15, line.seen
    headquarters = open_headquarters(tmp_path / "headquarters")
    check(headquarters, [counter])
    headquarters.close()


def test_no_fault_by_itself_loses_doubles_or_wedges(counter: Counter, tmp_path: Path) -> None:
    """Four times in a row, at the push, each one of them."""
    left: list[Fault] = []

    def plan(path: str) -> Fault:
        return left.pop() if left and path == "/v1/push" else Fault.NONE

    with serving_well(tmp_path) as url, proxied(Line(url, plan, Random(5))) as broken:
        for fault in Fault:
            work(counter)
            left[:] = [fault] * 4
            problems = [passes(counter.store, broken, Random(5)) for _ in range(6)]
            assert problems[-1] == "", fault
    headquarters = open_headquarters(tmp_path / "headquarters")
    check(headquarters, [counter])
    headquarters.close()


def test_the_command_itself_comes_through_a_bad_line(counter: Counter, tmp_path: Path) -> None:
    work(counter)
    home = counter.store.home
    faults = iter([Fault.LOST_REPLY, Fault.UNAVAILABLE, Fault.TRUNCATED_REPLY])

    with serving_well(tmp_path) as url:
        line = Line(url, lambda _path: next(faults, Fault.NONE), Random(7))
        with proxied(line) as broken:
            with counter.store.noting() as connection:
                set_link(connection, broken)
            counter.store.close()
            codes = [_sync(home) for _ in range(4)]
    counter.store = open_store(home, HandClock())

    assert codes[-1] == 0
    assert 1 in codes
    headquarters = open_headquarters(tmp_path / "headquarters")
    check(headquarters, [counter])
    headquarters.close()


def test_a_photo_comes_whole_over_any_line(counter: Counter, tmp_path: Path) -> None:
    chance, clock = Random(SEED), counter.store.clock
    assert isinstance(clock, HandClock)
    plan = Restless(chance, [fault for fault in Fault if fault is not Fault.NONE])
    number, evidence, content = a_photo(counter)
    with serving_well(tmp_path) as url:
        line = Line(url, plan, chance)
        with proxied(line) as broken:
            for _ in range(20):
                passes(counter.store, broken, chance)
                clock.advance(AGAIN_MS + 1)
            plan.calm = True
            assert passes(counter.store, broken, chance) == ""
    assert line.seen.keys() - {Fault.NONE}
    assert at_headquarters(tmp_path, number, evidence) == content


def test_a_program_killed_between_two_pieces_goes_on_where_it_was(
    counter: Counter, tmp_path: Path
) -> None:
    number, evidence, content = a_photo(counter)
    home, running, pieces = counter.store.home, list[subprocess.Popen[bytes]](), list[str]()

    def plan(path: str) -> Fault:
        if path == EVIDENCE:
            pieces.append(path)
            if len(pieces) == 2:
                running[0].kill()
        return Fault.NONE

    with serving_well(tmp_path) as url, proxied(Line(url, plan, Random(7))) as watched:
        with counter.store.noting() as connection:
            set_link(connection, watched)
        counter.store.close()
        running.append(subprocess.Popen(_words(home), cwd=ROOT, stdout=subprocess.DEVNULL))
        assert running[0].wait() < 0
        assert _sync(home) == 0
    counter.store = open_store(home, HandClock())

    assert len(pieces) <= 6, "four, and at most two once more"
    assert at_headquarters(tmp_path, number, evidence) == content


def a_photo(counter: Counter) -> tuple[str, bytes, bytes]:
    """A case and its file of four pieces."""
    her = counter.registration(1)
    counter.record(her)
    number = complains(counter, her.number)
    content = PNG + Random(3).randbytes(3 * PIECE + 9)
    return number, photo(counter, number, content=content), content


def at_headquarters(place: Path, number: str, evidence: bytes) -> bytes:
    headquarters = open_headquarters(place / "headquarters")
    with headquarters.database.reading() as connection:
        found = kept_file(connection, headquarters.keys, number, evidence)
    headquarters.close()
    assert found is not None
    return found.content


def _words(home: Home) -> list[str]:
    return [sys.executable, "-m", "app", "--home", str(home.root), "sync", "--once"]


def _sync(home: Home) -> int:
    done = subprocess.run(_words(home), cwd=ROOT, env=os.environ, capture_output=True, check=False)
    return done.returncode
