"""A print journal and printers that remember, on a power supply that can fail at any step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal

from app.domain.documents import DocumentKind, LabelContent, ReceiptContent, WaitingJob
from app.errors import EnvironmentFault
from printing.printers.base import HandoverUnknown

Outcome = Literal["taken", "refused", "lost", "silent"]
"""``silent``: taken, and no answer; ``lost``: not taken, and no answer."""


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
class FakePrintJournal:
    """Keeps jobs in a dictionary and refuses every transition that the protocol does not name."""

    power: Power = field(default_factory=Power)
    jobs: dict[int, WaitingJob] = field(default_factory=dict)
    contents: dict[int, ReceiptContent | LabelContent] = field(default_factory=dict)
    done: dict[int, Literal["printed", "doubtful"]] = field(default_factory=dict)
    problems: dict[int, str] = field(default_factory=dict)

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

    def waiting(self) -> tuple[WaitingJob, ...]:
        return tuple(job for number, job in self.jobs.items() if number not in self.done)

    def content(self, job_id: int) -> ReceiptContent | LabelContent:
        return self.contents[job_id]

    def keep(self, job_id: int, pdf: bytes) -> None:
        job = self._in(job_id, "due")
        self._become(replace(job, state="ready", pdf=pdf))

    def sending(self, job_id: int, printer: str) -> None:
        job = self._in(job_id, "ready")
        self._become(replace(job, state="sending", printer=printer))

    def printed(self, job_id: int) -> None:
        self._finish(job_id, "printed")

    def doubtful(self, job_id: int) -> None:
        self._finish(job_id, "doubtful")

    def postponed(self, job_id: int, problem: str) -> None:
        job = self._in(job_id, "due", "ready", "sending")
        self._become(replace(job, state="ready" if job.pdf is not None else "due"))
        self.problems[job_id] = problem

    def _in(self, job_id: int, *states: str) -> WaitingJob:
        job = self.jobs[job_id]
        assert job_id not in self.done
        assert job.state in states
        return job

    def _become(self, job: WaitingJob) -> None:
        self.power.around(lambda: self.jobs.update({job.id: job}))

    def _finish(self, job_id: int, state: Literal["printed", "doubtful"]) -> None:
        self._in(job_id, "sending")
        self.power.around(lambda: self.done.update({job_id: state}))


@dataclass(eq=False)
class FakePrinterJammed(EnvironmentFault):
    code: ClassVar[str] = "printer.unavailable"
    printer: str
    reason: str = "kẹt giấy"


@dataclass
class FakePrinter:
    """``paper`` is every sheet that came out. ``outcomes`` are used up one a send, then "taken".

    ``remembers`` is whether it can tell what it took.
    """

    name: str
    power: Power = field(default_factory=Power)
    remembers: bool = True
    outcomes: Iterator[Outcome] = field(default_factory=lambda: iter(()))
    paper: list[tuple[str, bytes]] = field(default_factory=list)

    def send(self, title: str, pdf: bytes) -> None:
        outcome = next(self.outcomes, "taken")
        if outcome == "refused":
            raise FakePrinterJammed(self.name)
        if outcome != "lost":
            self.power.around(lambda: self.paper.append((title, pdf)))
        if outcome != "taken":
            raise HandoverUnknown(self.name)

    def received(self, title: str) -> bool | None:
        return title in self.titles() if self.remembers else None

    def titles(self) -> list[str]:
        return [title for title, _ in self.paper]
