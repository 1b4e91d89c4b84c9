"""A made-up country: repeated exactly, whole in the end, and whoever loses something is caught."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from sync.headquarters.tables import entry, lease_grant
from sync.simulation.broken import Broken
from sync.simulation.invariants import chains_hold_at_headquarters, check, check_headquarters
from sync.simulation.line import Line
from sync.simulation.running import Plan, Simulation
from tests.fakes.bad_headquarters import DoublingLine, ForgetfulLine, LendingAgainLine
from tests.sync.country import Country

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


def test_a_number_that_was_never_lent_is_caught(small_country: Country) -> None:
    counter = small_country.counter()
    counter.record(counter.registration(1))
    assert counter.sync().problem == ""
    check(small_country.headquarters, [counter])
    with small_country.headquarters.database.writing() as connection:
        connection.execute(sa.delete(lease_grant).where(lease_grant.c.kind == "customer"))

    with pytest.raises(Broken) as broken:
        check_headquarters(small_country.headquarters)

    assert broken.value.rule == "I7"


def test_an_entry_that_nobody_wrote_is_caught(small_country: Country) -> None:
    counter = small_country.counter()
    counter.record(counter.registration(1))
    assert counter.sync().problem == ""
    with small_country.headquarters.database.writing() as connection:
        newest = sa.select(entry).order_by(entry.c.seq.desc()).limit(1)
        row = dict(connection.execute(newest).mappings().one())
        put_in = row | {"seq": row["seq"] + 1, "entry_id": bytes(16), "hash": bytes(32)}
        connection.execute(sa.insert(entry).values(put_in))

    with pytest.raises(Broken) as broken:
        chains_hold_at_headquarters(small_country.headquarters)

    assert broken.value.rule == "I6"


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
