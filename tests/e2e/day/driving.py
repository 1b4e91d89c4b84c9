"""Runs the scripted day: kills the counter in the middle of its work, breaks its printer."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from app.bootstrap.desk import CounterDesk
from app.bootstrap.opening import open_enrolled
from app.clock import utc
from app.domain.calendar import day_span_ms, local_day
from app.settings import Home, load_settings
from app.store.tables.prints import print_job
from tests.app.cli.tem import CLERK, PIN, ROOT
from tests.e2e.day.clock import MovedClock
from tests.e2e.day.plan import a_day

MORNING_MS = 7 * 3_600_000
_DEMO = (sys.executable, "-m", "app", "demo", "--no-window", "--customers", "20")
_WORKING, _BROKEN = "printed.folder", "printed.file"
_LONGEST_LIFE_S = 0.08
"""A killed counter gets this far into its next step at the most: some live, some are half-way."""


@dataclass(slots=True)
class Day:
    """``kills`` are the steps after which the process is killed; ``broken`` from and to a step."""

    home: Home
    transactions: int
    moved_ms: int
    kills: Sequence[int]
    broken: tuple[int, int]
    lines: Path
    crashes: int = 0
    dice: Random = field(default_factory=lambda: Random(1))

    @property
    def span(self) -> tuple[int, int]:
        """Midnight to midnight of the day that it is played on."""
        now_ms = MovedClock(self.moved_ms).now_ms()
        return day_span_ms(local_day(utc(now_ms)))

    def run(self) -> None:
        """To the last step, whatever happens."""
        steps = len(a_day(self.transactions))
        kills = list(self.kills)
        while (begin := self._told()) < steps:
            self._live(begin, kills.pop(0) if kills else -1)

    def _live(self, begin: int, kill: int) -> None:
        """One life of the process."""
        worker = self._worker(begin)
        assert worker.stdout is not None
        for line in worker.stdout:
            with self.lines.open("a", encoding="utf-8") as kept:
                kept.write(line)
            number = json.loads(line)["number"]
            self._printer(number)
            if number >= kill >= 0:
                with suppress(subprocess.TimeoutExpired):  # where the crash falls is chance
                    worker.wait(self.dice.random() * _LONGEST_LIFE_S)
                worker.kill()
                self.crashes += 1
                break
        worker.stdout.close()
        status = worker.wait()
        assert status in (0, -signal.SIGKILL), f"the counter ended with {status}"

    def _worker(self, begin: int) -> subprocess.Popen[str]:
        words = [str(self.home.root), str(self.moved_ms), str(self.transactions), str(begin)]
        return subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.day.worker", *words, str(self.lines)],
            cwd=ROOT,
            env=os.environ | {"TEM_KEYS_IN_FILE": "1"},
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def _printer(self, number: int) -> None:
        """A file where the folder of printed papers should be: nothing can be printed.

        It is there at once: the counter prints meanwhile, and makes a folder that is missing.
        """
        if number == self.broken[0]:
            _lead(self.home.printed, _BROKEN)
        elif number == self.broken[1]:
            _lead(self.home.printed, _WORKING)

    def _told(self) -> int:
        return len(self.lines.read_text(encoding="utf-8").splitlines())

    def print_what_is_left(self) -> list[dict[str, Any]]:
        """As a clerk would the next morning; returns the jobs that are still open."""
        store = open_enrolled(self.home, MovedClock(self.moved_ms))
        try:
            desk = CounterDesk(store, load_settings(self.home.settings))
            desk.sign_in(CLERK, PIN)
            desk.print_waiting()
            while receipt := desk.receipt_in_doubt():
                for each in desk.receipt(receipt).documents:
                    if each.state == "doubtful":
                        made = (self.home.printed / f"{each.file}.pdf").exists()
                        desk.settle_print(each.job, on_paper=made)
                desk.print_waiting()
            with store.reading() as connection:
                rows = connection.execute(
                    print_job.select().where(print_job.c.state.not_in(("printed", "lost")))
                )
                return [dict(row._mapping) for row in rows]
        finally:
            store.close()


def _lead(link: Path, target: str) -> None:
    made = link.with_name("printed.next")
    made.symlink_to(target)
    made.replace(link)


def a_scripted_day(folder: Path, transactions: int) -> Day:
    """Three crashes spread over the day, the printer away for a tenth of it."""
    home = Home(folder / "home")
    done = subprocess.run(
        [*_DEMO, "--home", str(home.root)],
        cwd=ROOT,
        env=os.environ | {"TEM_KEYS_IN_FILE": "1"},
        capture_output=True,
        check=True,
    )
    assert done.returncode == 0
    home.printed.mkdir(exist_ok=True)
    home.printed.rename(home.root / _WORKING)
    home.root.joinpath(_BROKEN).write_text("hỏng", encoding="utf-8")
    _lead(home.printed, _WORKING)
    now_ms = time.time_ns() // 1_000_000
    tomorrow = local_day(utc(now_ms)) + timedelta(days=1)
    lines = folder / "told.jsonl"
    lines.touch()
    return Day(
        home=home,
        transactions=transactions,
        moved_ms=day_span_ms(tomorrow)[0] + MORNING_MS - now_ms,
        kills=[transactions * share // 100 for share in (20, 50, 80)],
        broken=(transactions * 35 // 100, transactions * 60 // 100),
        lines=lines,
    )
