"""The universal box: one text in, what it can mean out, best first."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from app.clock import local, utc
from app.domain.citizen import CitizenCard
from app.domain.drafts import ItemEntry
from app.domain.names import match_spans
from app.domain.reference.book import ReferenceBook
from app.domain.request_qr import CustomerRequest
from app.domain.scanning import Recognised, Shape, recognise
from app.domain.signed_card import ReadCard
from app.domain.tax_code import is_tax_code, parse_tax_code
from app.errors import UserError
from app.messages import text_for
from app.queries.hits import (
    COMPLAINT,
    CUSTOMER_COLUMNS,
    ITEM,
    RECEIPT,
    Hit,
    complaint_hits,
    customer_hit,
    item_hits,
    led_on,
    receipt_hits,
)
from app.queries.name_search import ENOUGH, named
from app.store.cards import believe
from app.store.engine import dbapi_of
from app.store.lookups import citizen_lookup
from app.store.reference import reference_book
from app.store.tables.search import PHONE

__all__ = ["Findings", "Hit", "find", "suggest"]

_FROM = f"SELECT {CUSTOMER_COLUMNS} FROM customer c "  # noqa: S608 - constants
_BY_NUMBER = _FROM + "WHERE c.number = ?"
_BY_UID = _FROM + "WHERE c.uid = ?"
_BY_NUMBER_RANGE = _FROM + "WHERE c.number >= ? AND c.number < ? LIMIT ?"
_BY_CITIZEN = _FROM + "WHERE c.citizen_lookup = ? LIMIT ?"
_BY_OLD_PAPER = (
    _FROM + "JOIN customer_alias a ON a.uid = c.uid WHERE a.kind = 'old_id' AND a.code = ? LIMIT ?"
)
_BY_PHONE = (
    f"SELECT {CUSTOMER_COLUMNS} FROM search_key k"  # noqa: S608 - constants
    " CROSS JOIN customer c ON c.id = k.customer"
    " WHERE k.kind = ? AND k.key >= ? AND k.key < ? LIMIT ?"
)
_BY_TAX_CODE = (
    f"SELECT {CUSTOMER_COLUMNS} FROM organisation o"  # noqa: S608 - constants
    " CROSS JOIN customer c ON c.uid = o.uid"
    " WHERE o.tax_code >= ? AND o.tax_code < ? AND c.erased = 0 LIMIT ?"
)
_LOOKUP_KEY = "SELECT lookup_key FROM terminal"

_BETWEEN = re.compile(r"[\s.()/\-–]+")
_BEGUN_ITEM = re.compile(r"[A-Z]{2}[0-9]{2,9}[A-Z]?")
_TAX_CODE = re.compile(r"[0-9][0-9 .\-]{9,18}")
_FEWEST_DIGITS = 3
_BEGUN_NUMBER = 4
_COUNTRY = "84"


@dataclass(frozen=True, slots=True)
class Findings:
    """``exact`` means: a code that names one thing, open it at once.

    ``card`` is set when the text was a citizen card: with no hit, registration opens filled.
    ``request`` is a form of an item that a customer filled: ``hits`` then say who sends, if known.
    ``foreign`` is a card that headquarters signed for somebody who is not known here.
    ``expired`` is the last day, ISO 8601, of a card that was good once: it still says who.
    ``unknown`` is a whole customer number that nobody here has.
    ``problem`` is a sentence for a code that cannot be right, with the code of the error; nothing
    was saved.
    ``repaired`` holds the code after a typing tool's damage was undone.
    """

    hits: tuple[Hit, ...] = ()
    exact: bool = False
    card: CitizenCard | None = None
    request: ItemEntry | None = None
    foreign: ReadCard | None = None
    expired: str = ""
    unknown: str = ""
    problem: str = ""
    problem_code: str = ""
    repaired: str = ""
    more: bool = False

    @property
    def elsewhere(self) -> bool:
        """Whether headquarters, or its signature, has to say who this is."""
        return self.foreign is not None or bool(self.unknown and not self.hits)


def find(connection: sa.Connection, text: str, at_ms: int) -> Findings:
    """What a scan, or Enter in the box, means: a code opens at once, anything else is listed."""
    if (organisations := _by_tax_code(connection, text, at_ms)) is not None:
        return organisations
    seen = recognise(text, _today(at_ms))
    if seen.problem is not None:
        return Findings(problem=text_for(seen.problem), problem_code=seen.problem.code)
    search = _search(connection, at_ms)
    if seen.request is not None:
        return search.requested(seen.request)
    if seen.signed is not None:
        return _by_card(connection, search, seen.signed, _today(at_ms))
    found = search.by_shape(seen)
    if found is None or (not found.hits and seen.shape in _ALSO_DIGITS):
        found = search.typed(text, seen, more=False)
    if seen.shape is Shape.CUSTOMER and not found.hits:
        found = replace(found, unknown=seen.value)
    return replace(found, repaired=seen.repaired) if seen.repaired else found


def suggest(connection: sa.Connection, text: str, at_ms: int, *, more: bool = False) -> Findings:
    """What is proposed while one types: never a refusal, since the code may not be whole yet."""
    if (organisations := _by_tax_code(connection, text, at_ms)) is not None:
        return replace(organisations, exact=False)
    seen = recognise(text, _today(at_ms))
    search = _search(connection, at_ms)
    found = search.by_shape(seen) if seen.problem is None else None
    if found is None or not found.hits:
        found = replace(search.typed(text, seen, more=more), card=seen.card)
    return replace(found, exact=False)


def _by_tax_code(connection: sa.Connection, text: str, at_ms: int) -> Findings | None:
    """Whoever is registered with a whole tax code; None for other text and for nobody's code."""
    if not _TAX_CODE.fullmatch(text.strip()) or not is_tax_code(text):
        return None
    search = _search(connection, at_ms)
    hits = search.tax_code(parse_tax_code(text))
    return Findings(hits=hits, exact=len(hits) == 1) if hits else None


def _by_card(connection: sa.Connection, search: "_Search", read: ReadCard, today: date) -> Findings:
    """Whom headquarters' signature names, known here or not."""
    try:
        holder = believe(connection, read)
    except UserError as problem:
        return Findings(problem=text_for(problem), problem_code=problem.code)
    expired = holder.expires.isoformat() if holder.expires < today else ""
    hits = search.holder(holder.uid)
    if hits:
        return Findings(hits=hits, exact=len(hits) == 1, expired=expired)
    return Findings(foreign=read, expired=expired)


_ALSO_DIGITS = frozenset({Shape.OLD_ID, Shape.PHONE, Shape.CITIZEN_NUMBER, Shape.CUSTOMER})


def _today(at_ms: int) -> date:
    return local(utc(at_ms)).date()


def _search(connection: sa.Connection, at_ms: int) -> "_Search":
    return _Search(dbapi_of(connection), reference_book(connection, at_ms))


class _Search:
    """One question to one connection. Reads outside a transaction: each statement is consistent."""

    def __init__(self, raw: dbapi2.Connection, book: ReferenceBook) -> None:
        self._raw = raw
        self._book = book

    def by_shape(self, seen: Recognised) -> Findings | None:
        """The thing that a whole code names; None for what is no whole code."""
        if seen.shape in _BY_CODE:
            query, shown = _BY_CODE[seen.shape]
            hits = shown(self._raw.execute(query, (seen.value,)))
        elif seen.shape in _BY_SHAPE:
            hits = _BY_SHAPE[seen.shape](self, seen.value)
        else:
            return None
        hits = led_on(self._raw, hits)
        return Findings(hits=hits, exact=len(hits) == 1, card=seen.card)

    def requested(self, request: CustomerRequest) -> Findings:
        """The form filled, and who sends: by number, else by a phone that only one person has."""
        senders = self.customer(request.customer) if request.customer else ()
        if not senders and request.sender_phone:
            senders = self.phone(request.sender_phone)
        return Findings(hits=senders, request=request.entry(self._book.gazetteer().by_code))

    def typed(self, text: str, seen: Recognised, *, more: bool) -> Findings:
        """Digits, the beginning of a code, or a name."""
        packed = _BETWEEN.sub("", text).upper().removeprefix("+")
        if packed.isascii() and packed.isdecimal():
            return self._digits(packed, more=more)
        if _BEGUN_ITEM.fullmatch(packed) and (items := self._items_begun(packed)):
            return Findings(hits=items)
        if seen.shape is Shape.NAME:
            return self._names(seen.value, more=more)
        return Findings()

    def customer(self, number: str) -> tuple[Hit, ...]:
        return self._customers(_BY_NUMBER, (number,))

    def holder(self, uid: bytes) -> tuple[Hit, ...]:
        """Whoever a card names leads to today."""
        return led_on(self._raw, self._customers(_BY_UID, (uid,)))

    def citizen(self, number: str) -> tuple[Hit, ...]:
        """Whoever the number, or the older paper with this number, belongs to."""
        (key,) = self._raw.execute(_LOOKUP_KEY).fetchone()
        lookup = citizen_lookup(key, number)
        owners = self._customers(_BY_CITIZEN, (lookup, ENOUGH))
        return owners or self._customers(_BY_OLD_PAPER, (lookup.hex(), ENOUGH))

    def phone(self, number: str) -> tuple[Hit, ...]:
        return self._phones(number, number + "0", ENOUGH)

    def tax_code(self, tax_code: str) -> tuple[Hit, ...]:
        """The organisation with this code, and the branches whose code goes on from it."""
        parameters = (tax_code, tax_code + "~", ENOUGH)
        return led_on(self._raw, self._customers(_BY_TAX_CODE, parameters))

    def _digits(self, digits: str, *, more: bool) -> Findings:
        """The end of a phone first, then its beginning, then the beginning of a number of ours."""
        if len(digits) < _FEWEST_DIGITS:
            return Findings()
        wanted = 5 * ENOUGH if more else ENOUGH
        found: dict[str, Hit] = {}
        for hit in self._by_digits(digits, wanted):
            found.setdefault(hit.code, hit)
        hits = led_on(self._raw, tuple(islice(found.values(), wanted)))
        return Findings(hits=hits, exact=len(hits) == 1, more=len(found) > wanted)

    def _by_digits(self, digits: str, wanted: int) -> Iterator[Hit]:
        ending = digits[::-1]
        yield from self._phones(ending, ending + ":", wanted + 1)
        if digits.startswith(("0", _COUNTRY)):
            begun = "+" + (_COUNTRY + digits[1:] if digits[0] == "0" else digits)
            yield from self._phones(begun, begun + ":", wanted + 1)
        if len(digits) >= _BEGUN_NUMBER:
            beginning = (digits, digits + ":", wanted + 1)
            yield from self._customers(_BY_NUMBER_RANGE, beginning)
            yield from self._customers(_BY_TAX_CODE, beginning)

    def _items_begun(self, code: str) -> tuple[Hit, ...]:
        return item_hits(
            self._raw.execute(f"{ITEM} >= ? AND code < ? LIMIT ?", (code, code + "~", ENOUGH))
        )

    def _names(self, text: str, *, more: bool) -> Findings:
        found = named(self._raw, text, more=more)
        hits = (customer_hit(row, self._book, match_spans(text, row[2])) for row in found.rows)
        return Findings(hits=led_on(self._raw, tuple(hits)), more=found.more)

    def _phones(self, first: str, after: str, limit: int) -> tuple[Hit, ...]:
        """Keys from ``first`` up to ``after``, whoever was here last before the others."""
        rows = self._raw.execute(_BY_PHONE, (PHONE, first, after, limit)).fetchall()
        rows.sort(key=lambda row: -row[8])
        return tuple(customer_hit(row, self._book) for row in rows)

    def _customers(self, query: str, parameters: tuple[Any, ...]) -> tuple[Hit, ...]:
        rows = self._raw.execute(query, parameters)
        return tuple(customer_hit(row, self._book) for row in rows)


_BY_SHAPE: dict[Shape, Callable[[_Search, str], tuple[Hit, ...]]] = {
    Shape.CUSTOMER: _Search.customer,
    Shape.CITIZEN_CARD: _Search.citizen,
    Shape.CITIZEN_NUMBER: _Search.citizen,
    Shape.OLD_ID: _Search.citizen,
    Shape.PHONE: _Search.phone,
}
_BY_CODE: dict[Shape, tuple[str, Callable[[Iterable[tuple[Any, ...]]], tuple[Hit, ...]]]] = {
    Shape.ITEM: (f"{ITEM} = ?", item_hits),
    Shape.RECEIPT: (f"{RECEIPT}number = ?", receipt_hits),
    Shape.PROOF: (f"{RECEIPT}proof = ?", receipt_hits),
    Shape.COMPLAINT: (COMPLAINT, complaint_hits),
}
"""What one statement answers: the query, and how its rows are shown."""
