"""Files chosen as evidence before there is a case; Qt-free."""

from pathlib import Path
from typing import Protocol

from app.domain.evidence import EvidenceFile
from app.errors import TemError, UserError
from app.messages import text_for
from app.services.evidence import AddEvidence
from ui.desk import Desk
from ui.field_problems import FieldProblems
from ui.running import Runner
from ui.screens.complaint.entered import Chosen
from ui.shell.handle import Shell


class View(Protocol):
    """Where their names stand."""

    def show_files(self, files: tuple[Chosen, ...]) -> None: ...


class ChosenFiles:
    """Each is checked when it is chosen, and once more when it is added."""

    def __init__(
        self, view: View, desk: Desk, reading: Runner, shell: Shell, problems: FieldProblems
    ) -> None:
        self._view = view
        self._desk = desk
        self._reading = reading
        self._shell = shell
        self._problems = problems
        self.files: tuple[Chosen, ...] = ()

    def add(self, path: Path) -> None:
        """A file was chosen: told at once when it cannot be evidence."""

        def checked(found: EvidenceFile) -> None:
            self.files = (*self.files, Chosen(path, found.name, found.size))
            self._problems.say("evidence", None)
            self._view.show_files(self.files)

        self._reading.run(lambda: self._desk.check_evidence(path), checked, self._refused)

    def drop(self) -> None:
        """None of the files that were chosen."""
        self.files = ()
        self._view.show_files(self.files)

    def add_to(self, number: str, files: tuple[Chosen, ...]) -> list[str]:
        """Add ``files`` to a case; sentences for those that could not be added."""
        problems = []
        for file in files:
            command = AddEvidence(self._desk.new_command_id(), number, file.path)
            try:
                self._desk.add_evidence(command)
            except TemError as error:
                problems.append(text_for(error))
        return problems

    def _refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._problems.say("evidence", error)
        else:
            self._shell.fail(error)
