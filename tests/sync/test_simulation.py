"""A made-up country: repeated exactly, whole in the end, and whoever loses something is caught."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from sync.simulation.line import Line
from sync.simulation.running import Plan, Simulation
from tests.fakes.bad_headquarters import DoublingLine, ForgetfulLine, LendingAgainLine

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_country_in_trouble_is_whole_in_the_end(seed: int, tmp_path: Path) -> None:
    found = Simulation(Plan(seed, counters=4, days=5), tmp_path / "country").run()

    assert (found.rule, found.detail) == ("", "")
    assert found.entries > 100
    assert sum(times for what, times in found.happened.items() if what.startswith("line.")) > 20


@pytest.mark.parametrize(
    ("line", "rules"), [(ForgetfulLine, {"I1", "I2", "I6"}), (DoublingLine, {"I2"})]
)
def test_a_headquarters_that_loses_what_it_took_is_caught(
    line: type[Line], rules: set[str], tmp_path: Path
) -> None:
    found = Simulation(Plan(1, counters=2, days=2), tmp_path / "country", line).run()

    assert found.rule in rules
    assert found.days == 1


def test_a_headquarters_that_lends_again_what_it_forgot_is_caught(tmp_path: Path) -> None:
    found = Simulation(Plan(5, counters=8, days=5), tmp_path / "country", LendingAgainLine).run()

    assert (found.rule, found.days) == ("I7", 5)


def test_the_same_seed_gives_the_same_rows_in_every_process() -> None:
    one, other = (_simulated(hash_seed) for hash_seed in ("1", "2"))

    assert one == other
    assert one["ok"]


def test_another_seed_gives_another_country(tmp_path: Path) -> None:
    one, other = (
        Simulation(Plan(seed, counters=1, days=1), tmp_path / str(seed)).run() for seed in (1, 2)
    )

    assert one.digest != other.digest


def _simulated(hash_seed: str) -> dict[str, object]:
    words = ["simulate", "--seed", "3", "--counters", "2", "--days", "2", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "app", *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        capture_output=True,
        check=True,
    )
    found: dict[str, object] = msgspec.json.decode(done.stdout)
    return found
