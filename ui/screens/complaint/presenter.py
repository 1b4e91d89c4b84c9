"""Decides what the complaint form says and does; Qt-free."""

from datetime import date
from typing import Protocol

from app.domain.reference.complaints import ComplaintType
from app.errors import UserError
from app.messages import text
from app.services.complaint_refusals import DeliveryDayImpossible
from app.services.complaints import FileComplaint, FiledComplaint
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.field_problems import FieldProblems, FormView
from ui.running import Runners
from ui.screens.complaint import chosen_files, subject
from ui.screens.complaint.entered import FIELDS, Chosen, Entered, command_of
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class View(subject.View, chosen_files.View, FormView, Protocol):
    """What the form can show."""

    def show_types(self, types: tuple[ComplaintType, ...]) -> None: ...
    def set_busy(self, *, busy: bool) -> None: ...


class ComplaintPresenter:
    """One form from opening to its case; its command id makes two presses one."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._changes = changes
        self._shell = shell
        self._problems = FieldProblems(view, FIELDS)
        self._command_id = desk.new_command_id()
        self._entered = Entered()
        self._busy = False
        self._is_recorded = False
        reading = runners.reading
        self.subject = subject.Subject(view, desk, reading, shell, self._problems)
        self.evidence = chosen_files.ChosenFiles(view, desk, reading, shell, self._problems)

    @property
    def is_touched(self) -> bool:
        """Something was told that is not recorded yet; what the books filled in does not count."""
        entered = self._entered
        told = entered.facts or entered.remedy or entered.authority or self.evidence.files
        return bool(told) and not self._is_recorded

    def open(self, code: str) -> None:
        """Begin, filled by what ``code`` leads to."""
        self._runners.reading.run(self._desk.complaint_types, self._view.show_types, self._failed)
        self.subject.preview()
        if code:
            self.subject.seek(code)

    def changed(self, entered: Entered) -> None:
        """The clerk typed or chose."""
        self._entered = entered
        self.subject.follow(entered)
        self._problems.recheck({})
        self._shell.refresh_keys()

    @property
    def missing(self) -> str:
        """What F12 still waits for; "" when it can be recorded."""
        entered = self._entered
        wanted = (
            ("complaint_type", entered.complaint_type),
            ("name", entered.name),
            ("facts", entered.facts),
        )
        lacking = [text(f"ui.complaint.{name}").lower() for name, value in wanted if not value]
        return text("ui.complaint.missing", what=", ".join(lacking)) if lacking else ""

    def file(self) -> None:
        """Record the case, then its evidence; what could not be added is told, the case stands."""
        if self._busy:
            return
        about, today = self.subject.about, self.subject.today
        try:
            command = command_of(self._command_id, about, self._entered, today)
        except DeliveryDayImpossible as error:
            self._failed(error)
            return
        files = self.evidence.files
        self._set_busy(busy=True)
        self._runners.writing.run(lambda: self._filed(command, files), self._done, self._failed)

    def abandon(self) -> None:
        """The clerk throws the form away on purpose."""
        self._is_recorded = True
        self._shell.back()

    def _filed(
        self, command: FileComplaint, files: tuple[Chosen, ...]
    ) -> tuple[FiledComplaint, list[str]]:
        done = self._desk.file_complaint(command)
        return done, self.evidence.add_to(done.number, files)

    def _done(self, answer: tuple[FiledComplaint, list[str]]) -> None:
        done, problems = answer
        self._is_recorded = True
        self._set_busy(busy=False)
        self._changes.announce(Topic.COMPLAINTS, Topic.STANDING)
        due = f"{date.fromisoformat(done.due_on):%d/%m/%Y}"
        self._shell.back()
        self._shell.open_case(done.number)
        said = text("ui.complaint.filed", number=done.number, due=due)
        self._shell.tell(" ".join((said, *problems)), Tone.WARN if problems else Tone.GOOD)
        self._shell.print_waiting()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy=busy)

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, UserError):
            self._shell.fail(error)
            return
        name = self._problems.refuse(error)
        if name is not None:
            self._view.go_to(name)
