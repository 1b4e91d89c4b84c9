"""Carries one small form from its opening to its answer; Qt-free."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.card_address import OldAddress
from app.domain.customer_number import grouped
from app.domain.places import Place
from app.domain.scanning import Shape, recognise
from app.errors import UserError
from app.messages import text, text_for
from app.queries.comparison import ComparedField, Comparison
from app.queries.customers import Resemblance
from app.services.cards import IssuedCard
from ui.desk import Desk
from ui.place_seeking import PlaceSeeker
from ui.running import Runners
from ui.screens.customer.action import Action, Given
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class View(Protocol):
    """The form that takes the place of a section's rows."""

    def show_action(self, action: Action | None) -> None: ...
    def show_action_problem(self, name: str, sentence: str) -> bool:
        """Beside the field of this name; False when the form has none."""

    def show_action_trouble(self, sentence: str) -> None: ...
    def show_action_busy(self, *, busy: bool) -> None: ...
    def show_action_note(self, sentence: str) -> None: ...
    def show_places(self, places: tuple[Place, ...]) -> None: ...
    def fill_action(self, name: str, words: str, place: Place | None = None) -> None: ...
    def offer_places(self, places: tuple[Place, ...]) -> None:
        """Ask which of them it is, at once."""

    def offer_customers(self, found: Sequence[Resemblance]) -> None: ...
    def show_compared(self, fields: Sequence[ComparedField]) -> None: ...


class ActionPresenter:
    """One form at a time; its command id makes two submissions one."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, shell: Shell, done: Callable[[], None]
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._done = done
        self.waits = False  # whether the paper of what was done comes after a pass of the sync
        self._number = ""
        self._busy = False
        self._asked = ""
        self._command_id = b""
        self.places = PlaceSeeker(view, desk, runners.reading, self._failed)
        self.action: Action | None = None

    def begin(self, number: str, action: Action) -> None:
        """Open a form about the customer with this number."""
        self.action, self._number, self._asked = action, number, ""
        self._command_id = self._desk.new_command_id()
        self._view.show_action(action)
        self._shell.refresh_keys()
        if action.alike is not None:
            draft = action.alike
            self._runners.reading.run(
                lambda: self._desk.resemblances(draft), self._alike, self._failed
            )
        for ask in action.asks:
            if ask.name in _LOOKED_UP and ask.value and action.name in ("merge", "address"):
                self.left(ask.name, ask.value)

    def tell(self, sentence: str) -> None:
        """Something was done."""
        self._shell.tell(sentence, Tone.GOOD)

    def fail(self, error: Exception) -> None:
        """What belongs beside no field."""
        self._shell.fail(error)

    def stop(self) -> None:
        """Nothing is done."""
        self.action = None
        self._view.show_action(None)
        self._shell.refresh_keys()

    def left(self, name: str, words: str) -> None:
        """The clerk went on: an old address is converted, another customer compared."""
        if self.action is None or not words.strip() or words == self._asked:
            return
        if (self.action.name, name) == ("address", "as_written"):
            self._asked = words
            self._runners.reading.run(
                lambda: self._desk.convert_address(words), self._converted, self._failed
            )
        elif (self.action.name, name) == ("merge", "other"):
            self._asked = words
            number = self._number
            self._runners.reading.run(
                lambda: self._desk.compare(number, words), self._compared, self._failed
            )

    def take_scan(self, scan: str) -> bool:
        """Another customer's card, where a form asks for one."""
        seen = recognise(scan)
        asks = self.action.asks if self.action else ()
        asked = next((each.name for each in asks if each.name in _CUSTOMERS), "")
        if not asked or seen.shape is not Shape.CUSTOMER:
            return False
        self._view.fill_action(asked, grouped(seen.value))
        self.left(asked, seen.value)
        return True

    def submit(self, given: Given) -> None:
        """Do it, once."""
        action = self.action
        if action is None or self._busy:
            return
        self._view.show_action_trouble("")
        self._set_busy(busy=True)
        asked = Given(self._command_id, given.values, given.several, given.code, given.approval)
        self._runners.writing.run(
            lambda: action.send(self._desk, asked),
            lambda answer: self._sent(action, answer),
            self._failed,
        )

    def _sent(self, action: Action, answer: object) -> None:
        self._set_busy(busy=False)
        self.stop()
        if action.then is not None:
            action.then(answer)
            return
        self.waits = isinstance(answer, IssuedCard) and answer.waits
        word = "ui.people.card_waits" if self.waits else "ui.people.done"
        self._shell.tell(text(word, what=action.title), Tone.GOOD)
        self._done()

    def _converted(self, found: OldAddress) -> None:
        street, candidates = found.street, found.candidates
        if len(candidates) == 1:
            self._view.fill_action("street", street)
            self._view.fill_action("commune", candidates[0].label, candidates[0])
            self._view.show_action_note(text("ui.people.converts", now=candidates[0].label))
        elif candidates:
            self._view.fill_action("street", street)
            self._view.show_action_note(text("ui.people.split", count=len(candidates)))
            self._view.offer_places(candidates)
        else:
            self._view.show_action_note(text("ui.people.not_found"))

    def _alike(self, found: Sequence[Resemblance]) -> None:
        others = [each for each in found if each.number != self._number]
        if others:
            self._view.show_action_note(text("ui.people.alike", count=len(others)))
            self._view.offer_customers(others)

    def _compared(self, found: Comparison) -> None:
        self._view.show_compared(found.fields)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._view.show_action_busy(busy=busy)

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, UserError):
            self._shell.fail(error)
        elif not self._view.show_action_problem(_spelt(error), text_for(error)):
            self._view.show_action_trouble(text_for(error))


_CUSTOMERS = frozenset(["other", "parent"])
_LOOKED_UP = frozenset(["other", "as_written"])
_SPELT = {"phone": "phones", "person": "other", "organisation": "other", "number": "other"}


def _spelt(error: UserError) -> str:
    return _SPELT.get(error.field, error.field)
