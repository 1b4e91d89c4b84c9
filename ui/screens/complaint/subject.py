"""What a complaint form is about, and the clock that follows from it; Qt-free."""

from datetime import date
from typing import Protocol

from app.domain.complaints import Role
from app.domain.phones import national
from app.errors import UserError
from app.queries.complaint_subjects import ClockPreview, ComplaintSubject, Contact
from app.services.complaint_refusals import DeliveryDayImpossible
from ui.desk import Desk
from ui.field_problems import FieldProblems
from ui.running import Latest, Runner
from ui.screens.complaint.entered import About, Entered, delivery_day, party_of
from ui.shell.handle import Shell


class View(Protocol):
    """The parts of the form that the subject fills."""

    def show_about(self, about: About) -> None: ...
    def show_contact(self, contact: Contact) -> None: ...
    def show_clock(self, preview: ClockPreview | None) -> None: ...


class Subject:
    """Sought by a code; ``today`` is the counter's, by which days are read."""

    def __init__(
        self, view: View, desk: Desk, reading: Runner, shell: Shell, problems: FieldProblems
    ) -> None:
        self._view = view
        self._desk = desk
        self._reading = reading
        self._clock = Latest(reading)
        self._shell = shell
        self._problems = problems
        self._entered = Entered()
        self.today = date.min
        self.about = About()

    def seek(self, code: str) -> None:
        """An item, receipt, proof code or customer, typed or scanned."""
        if not code.strip():
            self._take(ComplaintSubject())
            return
        self._reading.run(lambda: self._desk.complaint_subject(code), self._take, self._not_found)

    def choose_item(self, at: int) -> None:
        """Another item of the receipt, or of the customer."""
        self.about = About(self.about.subject, at)
        self._show()

    def choose_role(self, role: str) -> None:
        """Who stands at the counter; the form takes name and contact from the item."""
        party = party_of(self.about, role)
        if party is not None:
            self._view.show_contact(Contact(party.name, national(party.phone), party.address))
        elif role == Role.REPRESENTATIVE:
            self._view.show_contact(Contact("", "", ""))

    def follow(self, entered: Entered) -> None:
        """The clock runs by the kind and the day that were entered."""
        before, self._entered = self._entered, entered
        told = (entered.complaint_type, entered.delivered_on)
        if told != (before.complaint_type, before.delivered_on):
            self.preview()

    def preview(self) -> None:
        """When the answer would be due, and whether it would be in time."""
        kind, code = self._entered.complaint_type, self.about.code
        try:
            day = delivery_day(self._entered.delivered_on, self.today)
        except DeliveryDayImpossible:
            return
        self._clock.run(
            lambda: self._desk.complaint_clock(kind, code, day), self._clocked, self._shell.fail
        )

    def _take(self, subject: ComplaintSubject) -> None:
        self.about = About(subject)
        self._problems.say("item", None)
        self._show()

    def _show(self) -> None:
        self._view.show_about(self.about)
        self.choose_role(self._entered.role)
        self.preview()

    def _clocked(self, preview: ClockPreview) -> None:
        self.today = preview.today
        self._view.show_clock(preview if self._entered.complaint_type else None)

    def _not_found(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._problems.say("item", error)
        else:
            self._shell.fail(error)
