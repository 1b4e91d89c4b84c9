"""Decides what the complaint form says and does; Qt-free."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from app.domain.complaints import Role
from app.domain.phones import national
from app.domain.reference.complaints import ComplaintType
from app.errors import TemError, UserError
from app.messages import text, text_for
from app.queries.complaint_subjects import ClockPreview, ComplaintSubject, Contact
from app.services.complaints import DeliveryDayImpossible, FileComplaint, FiledComplaint
from app.services.evidence import AddEvidence
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.field_problems import FieldProblems, FormView
from ui.running import Latest, Runners
from ui.screens.complaint.entered import (
    FIELDS,
    About,
    Chosen,
    Entered,
    command_of,
    delivery_day,
    party_of,
)
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class View(FormView, Protocol):
    """What the form can show."""

    def show_types(self, types: tuple[ComplaintType, ...]) -> None: ...
    def show_about(self, about: About) -> None: ...
    def show_contact(self, contact: Contact) -> None: ...
    def show_clock(self, preview: ClockPreview | None) -> None: ...
    def show_files(self, files: tuple[Chosen, ...]) -> None: ...
    def set_busy(self, *, busy: bool) -> None: ...


class ComplaintPresenter:
    """One form from opening to its case; its command id makes two presses one."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._clock = Latest(runners.reading)
        self._changes = changes
        self._shell = shell
        self._problems = FieldProblems(view, FIELDS)
        self._command_id = desk.new_command_id()
        self._entered = Entered()
        self._files: tuple[Chosen, ...] = ()
        self._today = date.min
        self._busy = False
        self._is_recorded = False
        self.about = About()

    @property
    def is_touched(self) -> bool:
        """Something was told that is not recorded yet; what the books filled in does not count."""
        entered = self._entered
        told = entered.facts or entered.remedy or entered.authority or self._files
        return bool(told) and not self._is_recorded

    def open(self, code: str) -> None:
        """Begin, filled by what ``code`` leads to."""
        self._runners.reading.run(self._desk.complaint_types, self._view.show_types, self._failed)
        self._preview()
        if code:
            self.seek(code)

    def seek(self, code: str) -> None:
        """An item, receipt, proof code or customer, typed or scanned."""
        if not code.strip():
            self._take(ComplaintSubject())
            return
        self._runners.reading.run(
            lambda: self._desk.complaint_subject(code), self._take, self._not_found
        )

    def choose_item(self, at: int) -> None:
        """Another item of the receipt, or of the customer."""
        self.about = About(self.about.subject, at)
        self._show_about()

    def choose_role(self, role: str) -> None:
        """Who stands at the counter; the form takes name and contact from the item."""
        self._fill(role)

    def changed(self, entered: Entered) -> None:
        """The clerk typed or chose."""
        before, self._entered = self._entered, entered
        told = (entered.complaint_type, entered.delivered_on)
        if told != (before.complaint_type, before.delivered_on):
            self._preview()
        self._problems.recheck({})
        self._shell.refresh_keys()

    def add_file(self, path: Path) -> None:
        """A file was chosen: told at once when it cannot be evidence."""

        def checked(found: object) -> None:
            size = getattr(found, "size", 0)
            name = getattr(found, "name", path.name)
            self._files = (*self._files, Chosen(path, name, size))
            self._problems.say("evidence", None)
            self._view.show_files(self._files)

        self._runners.reading.run(lambda: self._desk.check_evidence(path), checked, self._failed)

    def drop_files(self) -> None:
        """None of the files that were chosen."""
        self._files = ()
        self._view.show_files(self._files)

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
        try:
            command = command_of(self._command_id, self.about, self._entered, self._today)
        except DeliveryDayImpossible as error:
            self._failed(error)
            return
        files = self._files
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
        problems = []
        for file in files:
            try:
                self._desk.add_evidence(
                    AddEvidence(self._desk.new_command_id(), done.number, file.path)
                )
            except TemError as error:
                problems.append(text_for(error))
        return done, problems

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

    def _take(self, subject: ComplaintSubject) -> None:
        self.about = About(subject)
        self._problems.say("item", None)
        self._show_about()
        if not (subject.items or subject.unknown or subject.customer):
            self._view.show_trouble("")

    def _show_about(self) -> None:
        self._view.show_about(self.about)
        self._fill(self._entered.role)
        self._preview()

    def _fill(self, role: str) -> None:
        party = party_of(self.about, role)
        if party is not None:
            self._view.show_contact(Contact(party.name, national(party.phone), party.address))
        elif role == Role.REPRESENTATIVE:
            self._view.show_contact(Contact("", "", ""))

    def _preview(self) -> None:
        kind, code = self._entered.complaint_type, self.about.code
        try:
            day = delivery_day(self._entered.delivered_on, self._today)
        except DeliveryDayImpossible:
            return
        self._clock.run(lambda: self._desk.complaint_clock(kind, code, day), self._clocked, _ignore)

    def _clocked(self, preview: ClockPreview) -> None:
        self._today = preview.today
        self._view.show_clock(preview if self._entered.complaint_type else None)

    def _not_found(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._problems.say("item", error)
        else:
            self._shell.fail(error)

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


_ignore: Callable[[Exception], None] = lambda _error: None  # noqa: E731 - a preview is no promise
