"""The bench of headquarters on a server of the tests, in sizes that take seconds."""

import io
import json

import pytest

from app.bench.postgres import Postgres
from app.bench.sync import KEPT, OVER, Sizes, run
from app.bench.sync.crowd import BACKLOG, STEADY_ENTRIES_S, Crowd
from app.bench.sync.goals import Goal, Measured
from app.bench.sync.terminal import SALES_EACH, PaperTerminal, Room, terminals
from sync.batches import read_push

LITTLE = Sizes(entries=60, customers=50, terminals=3, workers=2, seconds=1)
ROWS = ["push", "pull_feed", "pull_own", "admitted", "hellos", "steady", "return", "snapshot"]


@pytest.fixture(autouse=True)
def _keys_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEM_KEYS_IN_FILE", "1")


def test_a_small_run_over_two_workers_measures_everything(postgres_server: Postgres) -> None:
    out = io.StringIO()

    status = run(postgres_server.new_database(), LITTLE, out, as_json=True)

    told = json.loads(out.getvalue())
    found = {row["name"]: row for row in told["rows"]}
    assert status == (KEPT if told["ok"] else OVER)
    assert list(found) == ROWS
    assert found["push"]["entries_s"] > 0
    assert found["push"]["size"] == found["pull_own"]["size"]
    assert found["pull_feed"]["size"] == 60 // (1 + 2 * SALES_EACH) + 1
    assert found["snapshot"]["size"] == 50
    assert found["snapshot"]["bytes"] > 500


def test_people_read_one_line_for_each_figure(postgres_server: Postgres) -> None:
    out = io.StringIO()
    only_pushing = Sizes(entries=20, customers=0, terminals=0, workers=1, seconds=0)

    run(postgres_server.new_database(), only_pushing, out, as_json=False)

    lines = out.getvalue().splitlines()
    assert "PostgreSQL" in lines[0]
    assert any("COPY" in line for line in lines)


def test_a_goal_is_met_from_its_own_side() -> None:
    figures = {"ratio": 3.0, "entries_s": 10.0}
    most, least = Goal("ratio", 4), Goal("entries_s", 11, least=True)

    assert Measured("push", 1, figures, (most,)).ok
    assert not Measured("push", 1, figures, (most, least)).ok
    assert Measured("push", 1, figures, (most, least)).shape()["goals"] == {
        "ratio": {"most": 4},
        "entries_s": {"least": 11},
    }


def test_a_terminal_on_paper_writes_a_journal_that_headquarters_can_read() -> None:
    terminal = PaperTerminal(1, 1_780_000_000_000, Room(0, 10))
    entries = [*terminal.enrolled(), *terminal.work(50)]

    batches = [read_push(body) for body in terminal.pushes(entries, most=20)]

    assert sum(len(batch.entries) for batch in batches) == len(entries)
    assert all(batch.is_signed_by(terminal.device_key) for batch in batches)
    assert batches[0].entries[0].prev == terminal.genesis
    assert batches[-1].last.hash == terminal.head.hash


def test_a_crowd_has_numbers_for_all_that_it_will_record() -> None:
    for crowd in (Crowd(2, 1, 60), Crowd(1_000, 15, 100_000), Crowd(40_000, 600, 1_000_000)):
        steady = crowd.seconds * STEADY_ENTRIES_S / (1 + 2 * SALES_EACH)
        assert 0 < crowd.away < crowd.terminals
        assert crowd.customers > steady / (crowd.terminals - crowd.away)
        assert crowd.customers * (1 + 2 * SALES_EACH) > BACKLOG


def test_no_two_terminals_are_lent_the_same_number() -> None:
    one, other = terminals(range(1, 3), 0, Room(5, 10))

    for mine, theirs in zip(one.leases(), other.leases(), strict=True):
        assert mine.prefix != theirs.prefix or mine.hi < theirs.lo
