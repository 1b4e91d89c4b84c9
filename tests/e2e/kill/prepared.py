"""A home and warm processes for a sweep, made as a user would make them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.e2e.kill.killing import Sweeper
from tests.e2e.kill.nursery import ROOT, Nursery

PROCESSES = 2


@contextmanager
def a_sweeper(folder: Path, job: str = "sale") -> Iterator[Sweeper]:
    """Sweeps copies of a fresh sample branch, in ``folder``."""
    template = folder / "template"
    demo = [sys.executable, "-m", "app", "demo", "--no-window", "--customers", "20"]
    subprocess.run(
        [*demo, "--home", str(template)],
        cwd=ROOT,
        env=os.environ | {"TEM_KEYS_IN_FILE": "1"},
        capture_output=True,
        check=True,
    )
    if job == "sale":
        shutil.rmtree(template / "headquarters")  # not needed, and copied for every kill
    _prepare(job, template)
    with ExitStack() as open_ones:
        nurseries = [
            open_ones.enter_context(
                Nursery(job, Path(shutil.copytree(template, folder / f"warm-{n}")))
            )
            for n in range(PROCESSES)
        ]
        yield Sweeper(nurseries, template, folder)


def _prepare(job: str, template: Path) -> None:
    """In a process of its own, as everything that opens a store for a sweep."""
    subprocess.run(
        [sys.executable, "-m", "tests.e2e.kill.jobs", job, str(template)],
        cwd=ROOT,
        env=os.environ | {"TEM_KEYS_IN_FILE": "1"},
        check=True,
    )
