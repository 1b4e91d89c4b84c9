"""What screens and window say to one another, without Qt: presenters lean on this."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.citizen import CitizenCard
from app.domain.drafts import Begun, ItemEntry
from app.domain.identities import Clerk
from app.queries.customers import CustomerPage
from app.settings import Settings
from ui.style.tokens import Tone


class Key(StrEnum):
    """The keys of the bar. The same key means the same on every screen."""

    F1 = "F1"  # keys and help (the window's own)
    F2 = "F2"  # universal box (the window's own)
    F3 = "F3"  # new shipment
    F4 = "F4"  # receiver
    F5 = "F5"  # transactions of the day
    F6 = "F6"  # complaints
    F7 = "F7"  # checklist; lists of the supervisor
    F8 = "F8"  # print, reprint
    F9 = "F9"  # pay
    F10 = "F10"  # hold the basket, next customer
    F11 = "F11"  # cash and shift
    F12 = "F12"  # finish


@dataclass(frozen=True, slots=True)
class KeyAction:
    """What a key does now. ``missing`` names what it still waits for; the key is then dimmed,
    and pressing it says so."""

    word: str
    run: Callable[[], None]
    missing: str = ""


class Telling(Protocol):
    """Where sentences go that belong beside no field."""

    def tell(self, sentence: str, tone: Tone = Tone.INFO) -> None:
        """One sentence in the message strip; "" clears it."""

    def fail(self, error: Exception) -> None:
        """What is not shown beside a field: a fault goes to the strip, a bug to the crash page."""


class Opens(Protocol):
    """Pages that a screen may ask its window for."""

    def open_customer(self, number: str, card: CitizenCard | None = None) -> None:
        """The customer's page; what a card just read says otherwise is pointed out on it."""

    def open_registration(self, card: CitizenCard | None = None, typed: str = "") -> None:
        """A new customer: filled from a card, or begun with what was typed into the box."""

    def open_acceptance(self, customer: CustomerPage) -> None:
        """A new basket for ``customer``."""

    def open_basket(self, begun: Begun) -> None:
        """A basket that waits; one that is open already comes to the front."""

    def open_request(self, item: ItemEntry, sender: str = "") -> None:
        """What a customer filled in: a basket of ``sender``, or the next basket that is opened."""

    def open_labels(self) -> None:
        """Rolls of printed labels."""

    def open_bulk(self, customer: str) -> None:
        """Many items of one customer from a file."""

    def open_receipt(self, receipt: str) -> None:
        """What was booked under ``receipt``, and what of it is on paper."""

    def open_transactions(self) -> None:
        """The day's transactions of this counter."""

    def open_transaction(self, code: str) -> None:
        """What was booked under the code of a receipt or item, and what can be done to it."""

    def open_service(self, customer: CustomerPage) -> None:
        """A service of another system for ``customer``."""

    def open_syncing(self) -> None:
        """How counter and headquarters stand to one another."""

    def open_settings(self) -> None:
        """How the window looks and speaks, and its devices."""

    def open_report(self) -> None:
        """Today's report, and that of any day before."""

    def open_devices(self) -> None:
        """Printers and scanner: how they stand, what they are set to, tests of both."""


class OpensCases(Protocol):
    """What any page may ask about complaints."""

    def open_complaint(self, code: str = "") -> None:
        """A new complaint about ``code``: an item, receipt or customer; "" for nothing known."""

    def open_complaints(self) -> None:
        """The list of complaints, the most pressing first."""

    def open_case(self, number: str) -> None:
        """One complaint with its time line."""


class OpensCash(Protocol):
    """What the pages of cash and shift ask of their window."""

    def open_shift(self) -> None:
        """Cash and shift: what is done to the drawer, X, Z."""

    def open_count(self, *, opening: bool) -> None:
        """Count the drawer: the float of a new shift, or all of it before the shift closes."""

    def seat(self, clerk: Clerk) -> None:
        """Somebody else has signed for the drawer and works here from now on."""


class OpensLog(Protocol):
    """What the pages that a supervisor has ask of their window."""

    def open_access(self) -> None:
        """Who looked at which customer on a day."""

    def open_conflicts(self, number: str = "") -> None:
        """Values that met at headquarters: of one customer, or of all."""


class Shell(Telling, Opens, OpensCases, OpensCash, OpensLog, Protocol):
    """What a screen may ask of its window."""

    def use_settings(self, settings: Settings) -> None:
        """They were changed: the window looks and speaks so from now on."""

    def scanner_state(self) -> str:
        """How the way to the scanner stands: keyboard, connected or away."""

    def back(self) -> None:
        """One step back, as Esc does."""

    def finish(self) -> None:
        """This customer is served: the start page, or work left open for another customer.

        The universal box is ready.
        """

    def refresh_keys(self) -> None:
        """The screen's ``keys`` have changed."""

    def print_waiting(self) -> None:
        """Send waiting documents to their printers, off the screen's thread.

        What could not go is told in the strip; ``Topic.PRINTS`` is announced afterwards.
        """
