import argparse
import io
from pathlib import Path

import msgspec

from app.cli.output import Exit, Output
from app.cli.simulating import simulate
from tests.app.cli.tem import Tem
from tests.fakes.bad_headquarters import ForgetfulLine

SMALL = ("--seed", "5", "--counters", "1", "--days", "1")


def test_the_seed_and_how_to_repeat_it_are_told_first_and_last(tmp_path: Path) -> None:
    ran = Tem(tmp_path).run("simulate", *SMALL)

    assert ran.exit == Exit.DONE
    again = "tem simulate --seed 5 --counters 1 --days 1"
    assert again in ran.err.splitlines()[0]
    assert again in ran.out.splitlines()[-1]


def test_a_broken_rule_is_told_with_seed_and_day_and_ends_with_3() -> None:
    out = io.StringIO()
    given = argparse.Namespace(seed=1, counters=1, days=1)

    ended = simulate(given, Output(as_json=True, out=out, err=io.StringIO()), ForgetfulLine)

    told = msgspec.json.decode(out.getvalue())
    assert ended == Exit.WRONG
    assert (told["seed"], told["days"], told["ok"]) == (1, 1, False)
    assert told["broken"]["message"]


def test_people_read_the_rule_in_words() -> None:
    out = io.StringIO()
    given = argparse.Namespace(seed=1, counters=1, days=1)

    simulate(given, Output(as_json=False, out=out, err=io.StringIO()), ForgetfulLine)

    assert out.getvalue().startswith("SAI ở số khởi đầu 1, ngày 1: ")
