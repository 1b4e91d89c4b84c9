"""``tem bench``: how fast this computer is, against floors of the same run."""

import argparse
from pathlib import Path

from app.bench import run
from app.cli.output import Exit, Output


def bench(given: argparse.Namespace, output: Output) -> Exit:
    """In a sample branch of its own unless ``--home`` names one to keep; ``TEM_HOME`` does not."""
    place = Path(given.home).absolute() if given.home else None
    kept = run(place, customers=given.customers, as_json=output.as_json, out=output.out)
    return Exit(kept)
