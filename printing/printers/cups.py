"""A CUPS queue as printer: handed over by the system's own ``lp``, followed by its own protocol."""

import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar, Final

from app.errors import EnvironmentFault
from printing.printers import ipp
from printing.printers.base import (
    CoverOpen,
    Fate,
    HandoverUnknown,
    Order,
    OutOfPaper,
    PrinterJammed,
    PrinterUnavailable,
    PrinterUnreachable,
    Trace,
)

_PAGE = re.compile(rb"/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]")
_POINTS_PER_MM = 72 / 25.4
_TICKET = re.compile(rb"request id is (\S+)")

_COMPLETED: Final = 9
_GIVEN_UP: Final = (7, 8)
_STOPPED: Final = 5
_TROUBLES: Final = {
    "media-empty": OutOfPaper,
    "media-needed": OutOfPaper,
    "media-jam": PrinterJammed,
    "cover-open": CoverOpen,
    "door-open": CoverOpen,
    "offline": PrinterUnreachable,
    "shutdown": PrinterUnreachable,
    "connecting-to-device": PrinterUnreachable,
    "timed-out": PrinterUnreachable,
}
"""Why a printer stands still, in the words of the protocol without their degree."""
_DEGREE = re.compile(r"-(report|warning|error)$")


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
    """Once ``lp`` has answered, the job is in CUPS's own durable queue, and is followed there.

    ``patience_s`` is for questions, ``handing_over_s`` for ``lp``.
    """

    def __init__(
        self,
        queue: str,
        name: str = "",
        *,
        patience_s: float = 15.0,
        handing_over_s: float = 15.0,
    ) -> None:
        self._queue = queue
        self._name = name or queue
        self._patience_s = patience_s
        self._handing_over_s = handing_over_s

    @property
    def name(self) -> str:
        return self._name

    def send(self, order: Order) -> str:
        self._check_queue()
        options = ["-o", f"media={_media(order)}", "-o", "print-scaling=none"]
        if order.copies > 1:
            options += ["-n", str(order.copies)]
        try:
            done = self._run(
                "lp", "-d", self._queue, "-t", order.title, *options, "-", given=order.pdf
            )
        except subprocess.TimeoutExpired as error:
            raise HandoverUnknown(self._queue) from error
        if done.returncode != 0:
            raise self._refusal(done.stderr.decode(errors="replace"))
        ticket = _TICKET.search(done.stdout)
        return ticket[1].decode() if ticket else ""

    def trace(self, title: str) -> Trace:
        """A job of that title in the queue or its history; one that is in neither may have been.

        The history may be switched off, and a command that a crash left behind may still arrive.
        """
        of_queue = {"printer-uri": self._uri, "which-jobs": "all"}
        try:
            jobs = ipp.server().ask(ipp.GET_JOBS, of_queue, ("job-id", "job-name")).groups
        except ipp.NoAnswer:
            return Trace(None)
        numbers = [job["job-id"][0] for job in jobs if job.get("job-name") == (title,)]
        return Trace(taken=True, ticket=f"{self._queue}-{numbers[0]}") if numbers else Trace(None)

    def fate(self, ticket: str) -> Fate:
        number = ticket.rpartition("-")[2]
        if not number.isdecimal():
            return "unknown"
        server = ipp.server()
        of_job: dict[str, str | int] = {"printer-uri": self._uri, "job-id": int(number)}
        of_queue = {"printer-uri": self._uri}
        try:
            jobs = server.ask(ipp.GET_JOB, of_job, ("job-state",)).groups
            state = jobs[0]["job-state"][0] if jobs else None
            if state in (None, _COMPLETED, *_GIVEN_UP):
                return "printed" if state == _COMPLETED else "unknown"
            about = ("printer-state", "printer-state-reasons", "printer-state-message")
            (printer,) = server.ask(ipp.GET_PRINTER, of_queue, about).groups
        except (ipp.NoAnswer, KeyError, ValueError) as error:
            raise PrintServiceStopped from error
        self._check_trouble(printer)
        return "underway"

    def withdraw(self, ticket: str) -> None:
        with suppress(subprocess.TimeoutExpired):
            self._run("cancel", ticket)

    @property
    def _uri(self) -> str:
        return f"ipp://localhost/printers/{self._queue}"

    def _check_trouble(self, printer: ipp.Attributes) -> None:
        for said in printer.get("printer-state-reasons", ()):
            if trouble := _TROUBLES.get(_DEGREE.sub("", str(said))):
                raise trouble(self._name)
        if printer.get("printer-state") == (_STOPPED,):
            reason = str(*printer.get("printer-state-message", ("",)))
            raise PrintQueuePaused(self._name, reason)

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
            timeout=self._handing_over_s if command == "lp" else self._patience_s,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )


def _media(order: Order) -> str:
    """The paper's name to CUPS; it must be told the size of a roll, or prints it on A4."""
    if order.paper:
        return order.paper.upper()
    width, height = page_size_mm(order.pdf)
    return f"Custom.{width:g}x{height:g}mm"


def page_size_mm(pdf: bytes) -> tuple[float, float]:
    """Width and height of the first page."""
    found = _PAGE.search(pdf)
    if found is None:
        raise ValueError("a document without a page size")
    width, height = (round(float(size) / _POINTS_PER_MM, 2) for size in found.groups())
    return width, height
