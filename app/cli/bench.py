"""``tem bench``: how fast this computer is, against floors of the same run."""

import argparse
import tempfile
from pathlib import Path

from app.bench import reporting, run
from app.bench.sync import Sizes
from app.bench.sync import run as run_sync
from app.cli.output import Exit, Output


def bench(given: argparse.Namespace, output: Output) -> Exit:
    """In a sample branch of its own unless ``--home`` names one to keep; ``TEM_HOME`` does not."""
    place = Path(given.home).absolute() if given.home else None
    if given.report:
        return _report(given, output, place)
    kept = run(place, customers=given.customers, as_json=output.as_json, out=output.out)
    return Exit(kept)


def sync(given: argparse.Namespace, output: Output) -> Exit:
    """Headquarters on a PostgreSQL of its own unless one is named."""
    sizes = Sizes(given.entries, given.customers, given.terminals, given.workers, given.seconds)
    return Exit(run_sync(given.database, sizes, output.out, as_json=output.as_json))


def _report(given: argparse.Namespace, output: Output, place: Path | None) -> Exit:
    """The daily report over long books, in a branch that is thrown away unless it is named."""
    with tempfile.TemporaryDirectory(prefix="tem-bench-") as folder:
        home = place or Path(folder) / "home"
        reporting.run(home, given.entries, given.days, output.out, as_json=output.as_json)
    return Exit.DONE
