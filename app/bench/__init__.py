"""``tem bench``: the budgets of DESIGN §8, each against a floor measured in the same run."""

import os
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import msgspec

from app.bench.acceptance import measure_acceptance
from app.bench.bulk import measure_bulk
from app.bench.effort import FULL, Effort
from app.bench.keystrokes import measure_keystrokes
from app.bench.long_books import write_long_history
from app.bench.lookups import measure_lookups
from app.bench.report import table
from app.bench.rows import Row
from app.bench.subject import Sample, make_sample, opened
from app.bench.window import measure_window
from app.messages import text

KEPT, OVER = 0, 3


def run(
    home_root: Path | None,
    *,
    customers: int,
    as_json: bool,
    out: TextIO,
    effort: Effort = FULL,
) -> int:
    """Measure, print, and return 0 when every budget was kept, else 3.

    Without ``home_root`` in a fresh sample branch that is thrown away. With one, that home is made
    or topped up by ``tem demo``, which refuses to touch a real counter, and keeps the sales that
    were measured. Raises SampleNotMade.
    """
    with _place(home_root) as root:
        sample = make_sample(root, customers)
        rows = list(_rows(sample, effort))
        ok = all(row.ok for row in rows)
        about = {
            "customers": customers,
            "made_s": round(sample.made_s, 1),
            "python": platform.python_version(),
            "cpus": os.cpu_count() or 1,
        }
        shape = {**about, "rows": [row.shape() for row in rows], "ok": ok}
        lines = [text("bench.head", **about), *table(rows)]
    if as_json:
        lines = [msgspec.json.encode(shape).decode()]
    for line in lines:
        print(line, file=out, flush=True)
    return KEPT if ok else OVER


def _rows(sample: Sample, effort: Effort) -> Iterator[Row]:
    """The window first: later rows leave sales behind, and a window begins to print what waits."""
    regular = write_long_history(sample, effort.history)
    with opened(sample) as subject:
        subject.desk.print_waiting()  # what an earlier run in the same home left behind
    yield from measure_window(sample, effort, regular)
    with opened(sample) as subject:
        sales = list(measure_acceptance(subject, effort.sales))
        yield from measure_lookups(subject, effort.lookups)
        yield from measure_keystrokes(subject, effort.people)
        yield from sales
        yield from measure_bulk(subject, effort.files, effort.file_rows)


@contextmanager
def _place(home_root: Path | None) -> Iterator[Path]:
    if home_root is not None:
        yield home_root
        return
    with tempfile.TemporaryDirectory(prefix="tem-bench-") as folder:
        yield Path(folder) / "home"
