"""Receivers already known, of this basket or customers: nobody is typed twice; Qt-free."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.card_address import find_on_card
from app.domain.citizen import CitizenCard
from app.domain.drafts import ItemEntry
from app.domain.names import fold
from app.domain.phones import national
from app.domain.places import Place
from app.domain.scanning import Shape, recognise
from app.messages import text
from app.queries.customers import CustomerPage
from app.queries.finding import Findings, Hit
from app.queries.receiver_book import FormerReceiver
from ui.addresses import commune_words
from ui.desk import Desk
from ui.running import Latest, Runner
from ui.screens.acceptance.basket import Priced
from ui.shell.handle import Telling
from ui.style.tokens import Tone

_SHORTEST = 2
_MOST = 6
_PEOPLE = (Shape.CITIZEN_CARD, Shape.CUSTOMER, Shape.PHONE)


@dataclass(frozen=True, slots=True)
class Addressee:
    """Where an item may go; empty parts are still to be typed."""

    name: str
    phone: str = ""
    street: str = ""
    commune: Place | None = None


@dataclass(frozen=True, slots=True)
class KnownReceiver:
    """One proposal. ``addressee`` is None for a customer whose page is read when it is taken.

    ``entry`` is the item that was sent there last, ``times`` how often something was.
    """

    name: str
    detail: str
    phone_masked: str
    addressee: Addressee | None = None
    number: str = ""
    entry: ItemEntry | None = None
    times: int = 0


class ReceiversView(Protocol):
    """Proposals under the receiver's name, and of the contents."""

    def show_receivers(self, known: tuple[KnownReceiver, ...]) -> None: ...
    def propose_contents(self, words: str) -> None: ...


class Receivers:
    """``take`` is called with whom the item goes to, ``repeat`` with the item sent there before.

    ``sender`` is whose book of receivers is read.
    """

    def __init__(
        self,
        view: ReceiversView,
        desk: Desk,
        reading: Runner,
        *,
        take: Callable[[Addressee], None],
        repeat: Callable[[ItemEntry], None],
        shell: Telling,
    ) -> None:
        self._view = view
        self._desk = desk
        self._reading = reading
        self._latest = Latest(reading)
        self._take = take
        self._repeat = repeat
        self._shell = shell
        self.sender = ""

    def begin(self, sender: str) -> None:
        """A basket of this sender, who most likely sends what was sent last time."""
        self.sender = sender
        self._reading.run(
            lambda: self._desk.receiver_book(sender, "", 1), self._propose, self._shell.fail
        )

    def seek(self, words: str, basket: tuple[Priced, ...]) -> None:
        """Propose whom ``words`` may mean: of this basket, sent to before, then customers."""
        nearby = _of_basket(words, basket)
        self._latest.run(
            lambda: self._known(words),
            lambda found: self._view.show_receivers(_each_once((*nearby, *found))[:_MOST]),
            self._shell.fail,
        )

    def choose(self, known: KnownReceiver) -> None:
        """The item goes to this one."""
        if known.addressee is not None:
            self._take(known.addressee)
        else:
            self._reading.run(lambda: self._read(known.number), self._take, self._shell.fail)

    def repeat(self, known: KnownReceiver) -> None:
        """As last time: everything that was sent there; of others only who it is."""
        if known.entry is not None:
            self._repeat(known.entry)
        else:
            self.choose(known)

    def scan(self, scanned: str) -> bool:
        """A card or number scanned while the receiver is being entered; False: not a person."""
        if recognise(scanned).shape not in _PEOPLE:
            return False
        self._reading.run(lambda: self._scanned(scanned), self._found, self._shell.fail)
        return True

    def _propose(self, newest: tuple[FormerReceiver, ...]) -> None:
        self._view.propose_contents(newest[0].entry.contents if newest else "")

    def _known(self, words: str) -> tuple[KnownReceiver, ...]:
        former = self._desk.receiver_book(self.sender, words, _MOST) if self.sender else ()
        known = tuple(map(_former, former))
        if len(fold(words)) < _SHORTEST or len(known) >= _MOST:
            return known
        return (*known, *_of_hits(self._desk.suggest(words).hits))

    def _scanned(self, scanned: str) -> Addressee | None:
        found: Findings = self._desk.find(scanned)
        people = [hit for hit in found.hits if hit.kind == "customer"]
        if len(people) == 1:
            return self._read(people[0].code)
        return self._from_card(found.card) if found.card is not None else None

    def _found(self, addressee: Addressee | None) -> None:
        if addressee is not None:
            self._take(addressee)
        else:
            self._shell.tell(text("ui.acceptance.nobody"), Tone.WARN)

    def _read(self, number: str) -> Addressee:
        page = self._desk.customer(number)
        return Addressee(
            name=page.full_name,
            phone=national(page.phones[0]) if page.phones else "",
            street=page.street,
            commune=self._commune(page),
        )

    def _commune(self, page: CustomerPage) -> Place | None:
        words = commune_words(page)
        found = self._desk.places(words) if words else ()
        return next((place for place in found if place.code == page.commune), None)

    def _from_card(self, card: CitizenCard) -> Addressee:
        address = find_on_card(card.address_text, self._desk.places)
        return Addressee(name=card.full_name, street=address.street, commune=address.commune)


def _of_basket(words: str, basket: tuple[Priced, ...]) -> tuple[KnownReceiver, ...]:
    sought = fold(words)
    known: dict[Addressee, KnownReceiver] = {}
    for item in reversed(basket):
        entry = item.entry
        if sought not in fold(entry.name):
            continue
        addressee = Addressee(entry.name, entry.phone, entry.street, entry.commune)
        label = entry.commune.label if entry.commune else ""
        detail = ", ".join(part for part in (entry.street, label) if part)
        known.setdefault(addressee, KnownReceiver(entry.name, detail, entry.phone, addressee))
    return tuple(known.values())


def _former(former: FormerReceiver) -> KnownReceiver:
    entry = former.entry
    addressee = Addressee(entry.name, entry.phone, entry.street, entry.commune)
    return KnownReceiver(
        former.name, former.address, former.phone_masked, addressee, "", entry, former.times
    )


def _each_once(known: tuple[KnownReceiver, ...]) -> tuple[KnownReceiver, ...]:
    """Who stands in the basket and in the book stands once, with the book's item."""
    found: dict[object, KnownReceiver] = {}
    for one in known:
        key = one.addressee or one.number
        if key not in found or (found[key].entry is None and one.entry is not None):
            found[key] = one
    return tuple(found.values())


def _of_hits(hits: tuple[Hit, ...]) -> tuple[KnownReceiver, ...]:
    return tuple(
        KnownReceiver(hit.title, hit.detail, hit.phone_masked, number=hit.code)
        for hit in hits
        if hit.kind == "customer"
    )
