"""Evidence and slip of one complaint: what is added, opened and printed; Qt-free."""

from pathlib import Path
from typing import Protocol

from app.errors import UserError
from app.messages import text_for
from app.queries.case_pages import CaseFile
from app.queries.standing import PrintedState
from app.services.evidence import AddEvidence
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.running import Runners
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class View(Protocol):
    """Where a file is shown."""

    def show_evidence(self, file: CaseFile, content: bytes) -> None: ...


class CaseFiles:
    """Of the case that was shown last."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._changes = changes
        self._shell = shell
        self._number = ""
        self._papers: tuple[PrintedState, ...] = ()

    def keep(self, number: str, papers: tuple[PrintedState, ...]) -> None:
        """What of the slip is on paper now."""
        self._number, self._papers = number, papers

    @property
    def in_doubt(self) -> int | None:
        """The slip of which only a person can say whether it is on paper, by its job."""
        jobs = (paper.job for paper in self._papers if paper.state == "doubtful")
        return next(jobs, None)

    @property
    def waits(self) -> bool:
        """Whether something of the slip is still to be printed."""
        return any(paper.state != "printed" for paper in self._papers)

    def settle(self, *, on_paper: bool) -> None:
        """The clerk's word on the slip in doubt."""
        job, number = self.in_doubt, self._number
        if job is not None:
            self._runners.writing.run(
                lambda: self._desk.settle_complaint_print(number, job, on_paper=on_paper),
                lambda _papers: self._settled(),
                self._failed,
            )

    def _settled(self) -> None:
        self._changes.announce(Topic.COMPLAINTS)
        self._shell.print_waiting()

    def add_file(self, path: Path) -> None:
        """A file was chosen: it is added at once."""
        command = AddEvidence(self._desk.new_command_id(), self._number, path)
        self._runners.writing.run(
            lambda: self._desk.add_evidence(command), lambda _file: self._added(), self._failed
        )

    def open_file(self, file: object) -> None:
        """Show what a file of evidence holds."""
        if isinstance(file, CaseFile):
            number = self._number
            self._runners.reading.run(
                lambda: self._desk.open_evidence(number, file.evidence),
                lambda content: self._view.show_evidence(file, content),
                self._failed,
            )

    def print(self) -> None:
        """Print what waits; when the slip is on paper, queue a marked copy and print that."""
        if self.waits:
            self._shell.print_waiting()
            return
        number = self._number
        self._runners.writing.run(
            lambda: self._desk.reprint_complaint(number), self._queued, self._failed
        )

    def _added(self) -> None:
        self._changes.announce(Topic.COMPLAINTS, Topic.STANDING)

    def _queued(self, papers: tuple[PrintedState, ...]) -> None:
        self._papers = papers
        self._shell.print_waiting()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._shell.tell(text_for(error), Tone.BAD)
        else:
            self._shell.fail(error)
