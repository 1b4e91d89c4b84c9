"""Kills works at chosen system calls, and asks what each one left behind."""

import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Event

from tests.e2e.kill.nursery import Ended, Nursery

CHANGES_DISK = (
    "write", "writev", "pwrite64", "pwritev", "pwritev2", "sendfile", "copy_file_range", "splice",
    "fsync", "fdatasync", "sync_file_range", "msync", "ftruncate", "truncate", "fallocate",
    "open", "openat", "openat2", "creat", "rename", "renameat", "renameat2", "link", "linkat",
    "symlink", "symlinkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "chmod", "fchmod",
    "fchmodat", "chown", "fchown", "fchownat", "utimensat", "setxattr", "fsetxattr",
)  # fmt: skip
"""Every system call of Linux by which a process changes files, names or what is durable."""


@dataclass(frozen=True, slots=True)
class Killing:
    """How one work is killed: by strace before a system call, or by itself at a point."""

    call: str = ""
    number: int = 0

    def __str__(self) -> str:
        return f"{self.call or 'point'} {self.number}"

    def befall(self, nursery: Nursery, home: Path) -> Ended:
        """The job in ``home``, which may end so."""
        if not self.call:
            return nursery.work(home, point=self.number)
        fault = f"inject={self.call}:signal=KILL:when={self.number}"
        options = ["-e", f"trace={self.call}", "-e", fault, "-o", os.devnull]
        return nursery.work(home, strace=options)


@dataclass(slots=True)
class Tally:
    """What a sweep found. ``problems`` name the kill after which something was not right."""

    kills: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        calls = ", ".join(f"{name} {count}" for name, count in self.kills.most_common())
        kinds = Counter(each.partition(": ")[2].partition(":")[0] for each in self.problems)
        lost, doubled = kinds.pop("lost", 0), kinds.pop("doubled", 0)
        return (
            f"{self.kills.total()} kills, {lost} lost, {doubled} doubled, "
            f"{kinds.total()} otherwise wrong ({calls})"
        )

    def add(self, other: "Tally") -> None:
        self.kills += other.kills
        self.problems += other.problems


class Sweeper:
    """Works on copies of one prepared home, with as many processes as there are nurseries."""

    def __init__(self, nurseries: Sequence[Nursery], template: Path, folder: Path) -> None:
        self._nurseries = nurseries
        self._template = template
        self._folder = folder

    def calls_of_a_work(self) -> Counter[str]:
        """How often a work that is let live makes each system call that changes the disk."""
        log = self._folder / "calls"
        wanted = f"trace={','.join(f'?{call}' for call in CHANGES_DISK)}"
        with self._copy() as home:
            ended = self._nurseries[0].work(home, strace=["-e", wanted, "-o", str(log)])
        assert ended.exit == 0
        told = log.read_text(encoding="utf-8")
        return Counter(re.findall(r"^(?:\d+ +)?(\w+)\(", told, re.MULTILINE))

    def sweep(
        self, call: str = "", first: Killing | None = None, *, start: int = 1, stride: int = 1
    ) -> Tally:
        """Kill the work at its first, second, … ``call`` until it lives through all of them.

        Without ``call`` at the points that the process itself knows. After a ``first`` kill it is
        the clerk's second attempt, with the same command ids, that is swept.
        """
        numbers = count(start, stride)
        survived = Event()

        def work(nursery: Nursery) -> Tally:
            tally = Tally()
            while not survived.is_set():
                killing = Killing(call, next(numbers))
                if not self._attempt(nursery, [*([first] if first else []), killing], tally):
                    survived.set()
            return tally

        whole = Tally()
        with ThreadPoolExecutor(len(self._nurseries)) as pool:
            for tally in pool.map(work, self._nurseries):
                whole.add(tally)
        return whole

    def one(self, killing: Killing) -> tuple[Ended, list[str]]:
        """A single kill: how the work ended, and what is wrong after it."""
        with self._copy() as home:
            ended = killing.befall(self._nurseries[0], home)
            return ended, self._nurseries[0].look(home, ended.shown)

    def harmed(self, harm: Callable[[Path], None]) -> list[str]:
        """What is found wrong when a finished sale's home meets with ``harm``."""
        with self._copy() as home:
            ended = self._nurseries[0].work(home)
            harm(home)
            return self._nurseries[0].look(home, ended.shown)

    def _attempt(self, nursery: Nursery, killings: Sequence[Killing], tally: Tally) -> bool:
        """One work and what it left; whether the last killing befell it."""
        name = ", then ".join(map(str, killings))
        with self._copy() as home:
            sales = [killing.befall(nursery, home) for killing in killings]
            assert all(sale.killed or sale.exit == 0 for sale in sales), f"no sale at {name}"
            found = nursery.look(home, [line for sale in sales for line in sale.shown])
        tally.problems += [f"killed at {name}: {each}" for each in found]
        if sales[-1].killed:
            tally.kills[killings[-1].call or "point"] += 1
        return sales[-1].killed

    @contextmanager
    def _copy(self) -> Iterator[Path]:
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        try:
            yield Path(shutil.copytree(self._template, folder / "home"))
        finally:
            shutil.rmtree(folder)
