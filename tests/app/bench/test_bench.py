import io
import json
import tempfile
from math import isfinite
from pathlib import Path

import pytest

from app.bench import KEPT, OVER, run
from app.bench.effort import FULL, Effort

LITTLE = Effort(lookups=10, people=2, sales=3, scans=2, starts=1, history=60, files=1, file_rows=3)
ROWS = [
    "start",
    "painted",
    "painted_regular",
    "memory",
    "lookup_number",
    "lookup_citizen",
    "lookup_phone",
    "lookup_item",
    "keystroke",
    "accept",
    "receipt",
    "bulk",
]


@pytest.fixture(autouse=True)
def _keys_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEM_KEYS_IN_FILE", "1")


def test_a_small_run_gives_scripts_one_object_with_every_row(home: Path) -> None:
    out = io.StringIO()

    status = run(home, customers=2_000, as_json=True, out=out, effort=LITTLE)

    told = json.loads(out.getvalue())
    assert status == (KEPT if told["ok"] else OVER)
    assert told["customers"] == 2_000
    assert told["made_s"] > 0
    assert [row["name"] for row in told["rows"]] == ROWS
    assert told["ok"] == all(row["ok"] for row in told["rows"])
    for row in told["rows"]:
        assert isfinite(row["median"])
        assert isfinite(row["floor"])
        assert isfinite(row["ratio"])


def test_people_read_a_table_and_the_branch_that_was_made_for_it_is_gone() -> None:
    out = io.StringIO()
    before = _made_for_a_bench()

    run(None, customers=50, as_json=False, out=out, effort=LITTLE)

    lines = out.getvalue().splitlines()
    assert lines[0].startswith("Đo trên 50 khách hàng")
    assert lines[1].startswith("Việc")
    assert len(lines) == 2 + len(ROWS) + 2
    assert _made_for_a_bench() <= before


def _made_for_a_bench() -> set[Path]:
    """Another bench may be running on this machine."""
    return set(Path(tempfile.gettempdir()).glob("tem-bench-*"))


def test_a_full_run_measures_often_enough_for_a_ninety_ninth_percentile() -> None:
    assert min(FULL.lookups, FULL.sales, FULL.scans) >= 100
