"""Decides what the registration form says and does; Qt-free."""

from dataclasses import replace
from typing import Protocol

from app.domain.card_address import CardAddress, find_on_card
from app.domain.citizen import CitizenCard
from app.domain.customer_number import grouped
from app.domain.phones import national
from app.errors import UserError
from app.messages import text
from app.queries.customers import Resemblance
from app.services.customers import RegisterCustomer, RegisteredCustomer
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.field_problems import FieldProblems, FormView
from ui.place_seeking import PlaceSeeker, PlacesView
from ui.running import Runners
from ui.screens.registration import lookalikes
from ui.screens.registration.entered import FIELDS, SPELT, Entered, Reading, read, sex_told
from ui.shell.handle import Shell
from ui.style.tokens import Tone

_TELLING = frozenset(["full_name", "birth_date", "citizen", "phones"])


class View(lookalikes.View, FormView, PlacesView, Protocol):
    """What the form can show."""

    def show_entered(self, entered: Entered) -> None: ...
    def ask_whether_same(self) -> None: ...
    def set_busy(self, *, busy: bool) -> None: ...


class RegistrationPresenter:
    """One form from opening to its customer; its command id makes two submissions one.

    ``is_touched``: the clerk typed what is not recorded yet. ``first_field`` is where to begin.
    """

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._changes = changes
        self._shell = shell
        self.places = PlaceSeeker(view, desk, runners.reading, self._failed)
        self._lookalikes = lookalikes.LookAlikes(view, desk, runners.reading, self._failed)
        self._problems = FieldProblems(view, FIELDS, SPELT)
        self._entered = Entered()
        self._command_id = b""
        self._busy = False
        self.is_touched = False
        self.first_field = _first_to_fill(self._entered)

    def open(self, entered: Entered) -> None:
        """Begin a new form, filled as far as is known."""
        self._command_id = self._desk.new_command_id()
        self._set_busy(busy=False)
        self._problems.show_all({})
        self._lookalikes.begin()
        self._fill(entered)
        self.first_field = _first_to_fill(entered)
        if entered.card is not None:
            card = entered.card
            self._runners.reading.run(
                lambda: find_on_card(card.address_text, self._desk.places),
                lambda found: self._fill(at(self._entered, found)),
                self._failed,
            )
        self._lookalikes.look(self._read().draft)

    def changed(self, name: str, entered: Entered) -> None:
        """The clerk typed into field ``name``."""
        self.is_touched = True
        self._entered = replace(entered, card=self._entered.card)
        told = sex_told(entered.citizen) if name == "citizen" else ""
        if told and not entered.sex:
            self._fill(replace(self._entered, sex=told))
        reading = self._read()
        self._problems.recheck(reading.problems)
        if name in _TELLING:
            self._lookalikes.look(reading.draft)

    def left(self, name: str) -> None:
        """The clerk went on: what stands in the field now counts. A name may still be empty."""
        if name == "full_name" and not self._entered.full_name:
            return
        reading = self._read()
        self._problems.say(name, reading.problems.get(name))
        self._fill(tidied(self._entered, reading.draft, name))

    def forget_card(self) -> None:
        """The card was another person's: its number goes, the rest stays to be edited."""
        self._fill(replace(self._entered, card=None))
        self._view.go_to("citizen")

    def open_resembling(self, number: str) -> None:
        """It is that one: nothing is registered."""
        self.is_touched = False
        self._shell.open_customer(number)

    def abandon(self) -> None:
        """Throw away what was typed."""
        self.is_touched = False
        self._shell.back()

    def submit(self) -> None:
        """Register, once no field is wrong and no look-alike unseen."""
        if self._busy:
            return
        reading = self._read()
        self._problems.show_all(reading.problems)
        if not reading.problems:
            self._set_busy(busy=True)
            self._lookalikes.check(
                reading.draft, lambda found: self._register_unless_known(reading.draft, found)
            )

    def _register_unless_known(
        self, draft: RegisterCustomer, found: tuple[Resemblance, ...]
    ) -> None:
        known = next((one for one in found if one.reason == "citizen"), None)
        if known is not None:
            self._open_known(known.number)
        elif self._lookalikes.unseen(found):
            self._set_busy(busy=False)
            self._view.ask_whether_same()
        else:
            self._runners.writing.run(
                lambda: self._desk.register(draft), self._registered, self._failed
            )

    def _registered(self, registered: RegisteredCustomer) -> None:
        self.is_touched = False
        self._changes.announce(Topic.CUSTOMERS, Topic.STANDING)
        if not registered.created:
            self._open_known(registered.number)
            return
        self._shell.open_customer(registered.number)
        self._shell.tell(text("ui.registration.done", number=grouped(registered.number)), Tone.GOOD)

    def _open_known(self, number: str) -> None:
        self.open_resembling(number)
        self._shell.tell(text("ui.registration.known", number=grouped(number)), Tone.WARN)

    def _fill(self, entered: Entered) -> None:
        self._entered = entered
        self._view.show_entered(entered)

    def _read(self) -> Reading:
        return read(self._entered, self._command_id)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy=busy)

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if isinstance(error, UserError):
            name = self._problems.refuse(error)
            if name is not None:
                self._view.go_to(name)
        else:
            self._shell.fail(error)


def first_filled(typed: str) -> Entered:
    """A form for what was typed into the universal box: digits are a phone, words a name."""
    words = typed.strip()
    digits = "".join(sign for sign in words if sign.isdigit())
    if not digits:
        return Entered(full_name=words)
    return Entered(citizen=digits) if len(digits) == 12 else Entered(phones=words)


def from_card(card: CitizenCard) -> Entered:
    """A form for a card just read; the address is looked up after it shows."""
    return Entered(
        full_name=card.full_name,
        birth_date=card.birth_date.strftime("%d/%m/%Y"),
        sex=card.sex,
        street=card.address_text,
        card=card,
    )


def at(entered: Entered, found: CardAddress) -> Entered:
    """The form with the address of a card."""
    return replace(entered, street=found.street, commune=found.commune)


def tidied(entered: Entered, draft: RegisterCustomer, name: str) -> Entered:
    """Field ``name`` as it is written: capitals in a name, strokes in a date, blanks in phones."""
    if name == "full_name" and draft.full_name:
        return replace(entered, full_name=draft.full_name)
    if name == "birth_date" and draft.birth_date is not None:
        return replace(entered, birth_date=draft.birth_date.strftime("%d/%m/%Y"))
    if name == "phones" and draft.phones:
        return replace(entered, phones=", ".join(map(national, draft.phones)))
    return entered


def with_card(entered: Entered, card: CitizenCard) -> Entered:
    """What the card tells, and of what was typed before what no card tells."""
    return replace(from_card(card), phones=entered.phones, alert_note=entered.alert_note)


def _first_to_fill(entered: Entered) -> str:
    if entered.card is not None:
        return "alert_note" if entered.phones else "phones"
    return "birth_date" if entered.full_name else "full_name"
