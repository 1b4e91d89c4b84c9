"""A print journal and printers that remember, on a power supply that can fail at any step."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal

from app.domain.documents import DocumentKind, LabelContent, ReceiptContent
from app.domain.print_jobs import WaitingJob
from app.errors import EnvironmentFault
from app.messages import text_for
from printing.printers.base import Fate, HandoverUnknown, Order, Trace, WrongPaper

Outcome = Literal["taken", "refused", "lost", "silent", "queued"]
"""``silent``: taken, and no answer; ``lost``: not taken, and no answer; ``queued``: taken by a
print system, which says later what became of it."""


class PowerFailed(BaseException):
    """The process is gone; what was committed stays."""


@dataclass
class Power:
    """Fails at the given steps, counted over all who share it; each step once before, once after
    its effect.
    """

    fails_at: frozenset[int] = frozenset()
    step: int = -1

    def around(self, effect: Callable[[], None]) -> None:
        self._tick()
        effect()
        self._tick()

    def _tick(self) -> None:
        self.step += 1
        if self.step in self.fails_at:
            raise PowerFailed


@dataclass
class _Jobs:
    """What the journal holds, and how tests look at it."""

    power: Power = field(default_factory=Power)
    jobs: dict[int, WaitingJob] = field(default_factory=dict)
    contents: dict[int, ReceiptContent | LabelContent] = field(default_factory=dict)
    done: dict[int, Literal["printed", "doubtful"]] = field(default_factory=dict)
    problems: dict[int, str] = field(default_factory=dict)
    stands: dict[str, str] = field(default_factory=dict)

    def add(
        self,
        document: DocumentKind,
        content: ReceiptContent | LabelContent | None = None,
        pdf: bytes | None = None,
    ) -> WaitingJob:
        number = len(self.jobs) + 1
        state: Literal["due", "ready"] = "due" if pdf is None else "ready"
        job = WaitingJob(number, document, f"{document}-{number}", state, pdf)
        self.jobs[number] = job
        if content is not None:
            self.contents[number] = content
        return job

    def unfinished(self) -> tuple[WaitingJob, ...]:
        """Jobs of all kinds."""
        return tuple(job for number, job in self.jobs.items() if number not in self.done)

    def grow_old(self, job_id: int, waited_s: float) -> None:
        """So long ago it was handed over."""
        self.jobs[job_id] = replace(self.jobs[job_id], waited_s=waited_s)

    def _in(self, job_id: int, *states: str) -> WaitingJob:
        job = self.jobs[job_id]
        assert job_id not in self.done
        assert job.state in states
        return job

    def _become(self, job: WaitingJob) -> None:
        self.power.around(lambda: self.jobs.update({job.id: job}))

    def _finish(self, job_id: int, state: Literal["printed", "doubtful"]) -> None:
        self._in(job_id, "sending", "sent")
        self.power.around(lambda: self.done.update({job_id: state}))


@dataclass
class FakePrintJournal(_Jobs):
    """Keeps jobs in a dictionary and refuses every transition that the protocol does not name."""

    def kinds(self) -> frozenset[str]:
        return frozenset(job.document for job in self.unfinished())

    def waiting(self, kinds: Collection[str]) -> tuple[WaitingJob, ...]:
        return tuple(job for job in self.unfinished() if job.document in kinds)

    def content(self, job_id: int) -> ReceiptContent | LabelContent:
        return self.contents[job_id]

    def keep(self, job_id: int, pdf: bytes) -> None:
        job = self._in(job_id, "due")
        self._become(replace(job, state="ready", pdf=pdf))

    def sending(self, job_id: int, printer: str) -> None:
        job = self._in(job_id, "ready")
        self._become(replace(job, state="sending", printer=printer))

    def sent(self, job_id: int, ticket: str) -> None:
        job = self._in(job_id, "sending")
        self._become(replace(job, state="sent", ticket=ticket))

    def held_up(self, job_id: int, problem: EnvironmentFault) -> None:
        self._in(job_id, "sending", "sent")
        self.problems[job_id] = text_for(problem)

    def printed(self, job_id: int) -> None:
        self._finish(job_id, "printed")

    def doubtful(self, job_id: int) -> None:
        self._finish(job_id, "doubtful")

    def postponed(self, job_id: int, problem: EnvironmentFault) -> None:
        job = self._in(job_id, "due", "ready", "sending")
        self._become(replace(job, state="ready" if job.pdf is not None else "due"))
        self.problems[job_id] = text_for(problem)

    def noted(self, printer: str, problem: EnvironmentFault | None) -> None:
        self.stands[printer] = problem.code if problem else ""


@dataclass(eq=False)
class FakePrinterJammed(EnvironmentFault):
    code: ClassVar[str] = "printer.unavailable"
    printer: str
    reason: str = "kẹt giấy"


@dataclass
class FakePrinter:
    """``paper`` is every sheet that came out. ``outcomes`` are used up one a send, then "taken".

    ``remembers`` is whether it can tell what it took. ``fates`` are by ticket, which is the title;
    ``trouble`` holds up all that is under way; ``orders`` are all that it was given. Titles that
    begin with ``too_wide`` do not fit.
    """

    name: str
    power: Power = field(default_factory=Power)
    remembers: bool = True
    outcomes: Iterator[Outcome] = field(default_factory=lambda: iter(()))
    paper: list[tuple[str, bytes]] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    fates: dict[str, Fate] = field(default_factory=dict)
    trouble: EnvironmentFault | None = None
    withdrawn: list[str] = field(default_factory=list)
    too_wide: str | None = None

    def send(self, order: Order) -> str:
        self.orders.append(order)
        if self.too_wide is not None and order.title.startswith(self.too_wide):
            raise WrongPaper(self.name, needed_mm=105, has_mm=72)
        outcome = next(self.outcomes, "taken")
        if outcome == "refused":
            raise FakePrinterJammed(self.name)
        if outcome == "queued":
            self.fates[order.title] = "underway"
            return order.title
        if outcome != "lost":
            self.power.around(lambda: self.paper.append((order.title, order.pdf)))
        if outcome != "taken":
            raise HandoverUnknown(self.name)
        return ""

    def trace(self, title: str) -> Trace:
        if title in self.fates:
            return Trace(taken=True, ticket=title)
        return Trace(title in self.titles() if self.remembers else None)

    def fate(self, ticket: str) -> Fate:
        if self.trouble is not None:
            raise self.trouble
        return self.fates.get(ticket, "unknown")

    def withdraw(self, ticket: str) -> None:
        self.withdrawn.append(ticket)

    def work(self) -> None:
        """The print system prints what it has."""
        for order in self.orders:
            if self.fates.get(order.title) == "underway":
                self.paper.append((order.title, order.pdf))
                self.fates[order.title] = "printed"

    def titles(self) -> list[str]:
        return [title for title, _ in self.paper]
