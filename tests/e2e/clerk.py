"""A clerk before the window: looks, presses keys, scans. The words looked for are the screen's."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.messages import text
from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program, tem
from tests.e2e.seen import Seen
from tests.e2e.waiting import until

NAME, CODE, PIN = "Trần Minh Châu", "gdv1", "246810"

REGISTERED, PARCEL, CONSIGNED, EMS = 1, 2, 3, 4
"""Places in the row of services."""


@dataclass(frozen=True, slots=True)
class To:
    """A receiver as typed. ``place`` must find the commune."""

    name: str
    phone: str
    street: str
    place: str


@dataclass(frozen=True, slots=True)
class Item:
    """What is typed for one item; ``extras`` are number keys."""

    service: int
    weight: str
    contents: str
    size: str = ""
    declared: str = ""
    cod: str = ""
    extras: Sequence[str] = ()


LETTER = Item(REGISTERED, "85", "Tài liệu")


class Clerk:
    """One pair of hands at one window."""

    def __init__(self, program: Program, keyboard: Keyboard) -> None:
        self.program = program
        self.keys = keyboard

    def sign_in(self) -> Seen:
        """Choose the own name by its number, type the PIN; the start page, unless a doubt waits."""
        self.choose_name()
        self.keys.write(PIN)
        self.keys.press("Enter")
        return self.program.until(
            lambda seen: text("ui.sign_in.who") not in seen.text, "an open counter"
        )

    def choose_name(self) -> Seen:
        """Up to the question for the PIN."""
        who = text("ui.sign_in.who")
        seen = self.program.until(lambda seen: bool(seen.rows(who)), "the list of names")
        (row,) = (row for row in seen.rows(who) if NAME in row)
        self.keys.press(row.split(",")[0])
        return self.program.focuses(text("ui.sign_in.pin"))

    def find(self, words: str, proposal: str) -> tuple[str, ...]:
        """Type into the universal box; the rows it proposes once ``proposal`` stands in one.

        There are other rows before: each letter proposes.
        """
        box = text("ui.box.name")
        self.keys.press("F2")
        self.program.focuses(box)
        self.keys.press("Backspace")
        self.keys.write(words)

        def proposed(seen: Seen) -> bool:
            return seen.fields[box] == words and any(proposal in row for row in seen.rows(box))

        return self.program.until(proposed, proposal).rows(box)

    def open_acceptance(self) -> Seen:
        """From a customer's page, once it knows the customer: its button says the word before."""
        self.program.offers(text("ui.customer.new_shipment"))
        self.keys.press("F3")
        return self.program.focuses(text("ui.acceptance.service"))

    def enter(self, item: Item, to: To | str) -> None:
        """Fill the form of one item, all but the checklist; the focus stays on the extras.

        A receiver who is a customer is scanned.
        """
        self.keys.press(str(item.service), "F4")
        self.program.focuses(text("ui.acceptance.receiver"))
        if isinstance(to, str):
            self.keys.scan(to)
        else:
            self._type_receiver(to)
        self.program.focuses(text("ui.acceptance.weight"))
        for words in (item.weight, item.size, item.contents, item.declared):
            self._field(words)
        cod, extras = text("ui.acceptance.cod"), text("ui.acceptance.extras")
        following = self.program.until(lambda seen: seen.focus in (cod, extras), "the next field")
        if following.focus == cod:  # not every service is offered with it
            self._field(item.cod)
        self.program.focuses(extras)
        self.keys.press(*item.extras)

    def check(self) -> Seen:
        """Look at the points of the checklist and confirm them."""
        self.keys.press("F7")
        self.program.shows(text("ui.acceptance.confirm_checks"))
        self.keys.press("Enter")
        return self.program.focuses(text("ui.acceptance.extras"))

    def add(self, count: int) -> Seen:
        """Lay the item into the basket, which then holds ``count``."""
        self.keys.press("Enter")
        self.program.shows(text("ui.acceptance.basket_count", count=count))
        return self.program.focuses(text("ui.acceptance.service"))

    def tender(self, amount: str) -> Seen:
        """Type what the customer gives; wait until the counter may take it."""
        self.keys.press("F9")
        self.program.focuses(text("ui.acceptance.tendered"))
        self.keys.write(amount)
        return self.program.until(
            lambda seen: seen.is_on(text("ui.acceptance.pay")), "money that can be taken"
        )

    def pay(self) -> Seen:
        """The last key."""
        self.keys.press("F12")
        return self.program.shows(text("ui.receipt.booked", moment="|").partition("|")[0])

    def _type_receiver(self, to: To) -> None:
        for words in (to.name, to.phone, to.street):
            self._field(words)
        self.keys.write(to.place)
        commune = text("ui.form.commune")
        self.program.until(lambda seen: bool(seen.rows(commune)), to.place)
        self.keys.press("Enter")

    def _field(self, words: str) -> None:
        self.keys.write(words)
        self.keys.press("Enter")


def ask(home: Path, *words: str) -> Any:  # noqa: ANN401 - JSON
    """The books' own word, from a command beside the window, in this clerk's name."""
    done = tem(home, "--json", "--as", CODE, *words, pin=PIN)
    assert done.exit == 0, done.out + done.err
    return done.shape


def when_printed(home: Path, receipt: str) -> Any:  # noqa: ANN401 - JSON
    """The transaction, once all its documents are on paper."""

    def look() -> Any:  # noqa: ANN401 - JSON
        found = ask(home, "receipt", "show", receipt)
        return found if all(each["state"] == "printed" for each in found["prints"]) else None

    return until(look, f"the papers of {receipt}")
