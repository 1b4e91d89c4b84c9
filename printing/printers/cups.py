"""A CUPS queue as printer, through the system's own ``lp`` and ``lpstat``."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import ClassVar

from app.errors import EnvironmentFault
from printing.printers.base import HandoverUnknown, PrinterUnavailable

_PAGE = re.compile(rb"/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]")
_POINTS_PER_MM = 72 / 25.4


@dataclass(eq=False)
class PrintSystemMissing(EnvironmentFault):
    """The machine has no CUPS commands."""

    code: ClassVar[str] = "printer.system_missing"


@dataclass(eq=False)
class PrintServiceStopped(EnvironmentFault):
    """The commands are there, the scheduler behind them does not run."""

    code: ClassVar[str] = "printer.service_stopped"


@dataclass(eq=False)
class PrintQueueMissing(EnvironmentFault):
    """CUPS knows no queue of this name."""

    code: ClassVar[str] = "printer.queue_missing"
    printer: str


@dataclass(eq=False)
class PrintQueuePaused(EnvironmentFault):
    """The queue is disabled; CUPS would take the job and keep it out of sight."""

    code: ClassVar[str] = "printer.queue_paused"
    printer: str
    reason: str


@dataclass(eq=False)
class PrintQueueRefusing(EnvironmentFault):
    """The queue accepts no new jobs."""

    code: ClassVar[str] = "printer.queue_refusing"
    printer: str


class CupsPrinter:
    """Once ``lp`` has answered, the job is in CUPS's own durable queue.

    ``received`` cannot know: CUPS tells jobs by its own numbers, which a crash loses.
    """

    def __init__(self, queue: str, *, patience_s: float = 15.0) -> None:
        self._queue = queue
        self._patience_s = patience_s

    @property
    def name(self) -> str:
        return self._queue

    def send(self, title: str, pdf: bytes) -> None:
        self._check_queue()
        width, height = page_size_mm(pdf)
        media = f"media=Custom.{width:g}x{height:g}mm"
        options = ["-o", media, "-o", "print-scaling=none"]
        try:
            done = self._run("lp", "-d", self._queue, "-t", title, *options, "-", given=pdf)
        except subprocess.TimeoutExpired as error:
            raise HandoverUnknown(self._queue) from error
        if done.returncode != 0:
            raise self._refusal(done.stderr.decode(errors="replace"))

    def received(self, title: str) -> bool | None:  # noqa: ARG002 - the protocol's signature
        return None

    def _check_queue(self) -> None:
        try:
            done = self._run("lpstat", "-r", "-p", self._queue)
        except subprocess.TimeoutExpired as error:
            raise PrintServiceStopped from error
        said = done.stdout.decode(errors="replace")
        if "scheduler is running" not in said:
            raise PrintServiceStopped
        if done.returncode != 0:
            raise PrintQueueMissing(self._queue)
        _, paused, reason = said.partition(f"printer {self._queue} disabled")
        if paused:
            raise PrintQueuePaused(self._queue, "".join(reason.splitlines()[1:2]).strip())

    def _refusal(self, said: str) -> EnvironmentFault:
        if "not accepting" in said:
            return PrintQueueRefusing(self._queue)
        if "does not exist" in said:
            return PrintQueueMissing(self._queue)
        return PrinterUnavailable(self._queue, said.strip().removeprefix("lp: "))

    def _run(
        self, command: str, *arguments: str, given: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        program = shutil.which(command)
        if program is None:
            raise PrintSystemMissing
        return subprocess.run(  # noqa: S603 - a program of the system, no shell, our own arguments
            [program, *arguments],
            input=given,
            capture_output=True,
            timeout=self._patience_s,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )


def page_size_mm(pdf: bytes) -> tuple[float, float]:
    """Width and height of the first page; CUPS must be told them or prints a roll on A4."""
    found = _PAGE.search(pdf)
    if found is None:
        raise ValueError("a document without a page size")
    width, height = (round(float(size) / _POINTS_PER_MM, 2) for size in found.groups())
    return width, height
