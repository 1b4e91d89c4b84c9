"""Reading conflicts as people see them: both values, whose they are, and which holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from app.clock import utc
from app.domain.citizen import mask_citizen
from app.domain.phones import mask_phone, national
from app.domain.reference.book import ReferenceBook
from app.journal.kinds.customers import Value
from app.messages import catalogue, text
from app.store.conflicts import (
    ORGANISATION,
    Conflict,
    all_conflicts,
    conflicts_of,
    current_value,
    value_of,
)
from app.store.conflicts_heard import Hand
from app.store.customers import customer_by_number
from app.store.merges import root_of
from app.store.places import place_of
from app.store.reference import reference_book
from app.store.tables.customers import customer
from app.store.tables.relations import organisation

MOST = 200


@dataclass(frozen=True, slots=True)
class By:
    """Who, where and when, as far as known. Without an office: headquarters."""

    name: str
    office: str
    counter: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of both values, in words and masked like the record itself."""

    value: str
    by: By


@dataclass(frozen=True, slots=True)
class Settled:
    """``here``: this counter's own answer. ``too_late``: it has no effect, ``by`` was faster."""

    by: By
    reason: str
    here: bool
    too_late: bool


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """``conflict`` names it for commands. ``holds`` stands in the record, ``other`` lost.

    ``record`` is what the record says where that is neither by now.
    """

    conflict: str
    number: str
    full_name: str
    field: str
    label: str
    holds: Side
    other: Side
    record: str = ""
    settled: Settled | None = None


@dataclass(frozen=True, slots=True)
class ConflictList:
    """``open``: how many nobody has settled. ``more``: only the newest are here."""

    lines: tuple[ConflictLine, ...]
    open: int
    more: bool


def conflict_list(
    connection: sa.Connection, at_ms: int, *, settled: bool = False, number: str = ""
) -> ConflictList:
    """The oldest first; of one customer, or of all. Raises as ``customer_by_number``."""
    if number.strip():
        stored = customer_by_number(connection, number)
        every = conflicts_of(connection, stored.uid)
        found = tuple(each for each in every if each.is_open != settled)
        count = sum(each.is_open for each in every)
    else:
        found = all_conflicts(connection, settled=settled, most=MOST + 1)
        still = all_conflicts(connection, settled=False, most=MOST + 1) if settled else found
        count = len(still)
    lines = _lines(connection, found[-MOST:], at_ms)
    return ConflictList(lines, count, more=len(found) > MOST)


def open_conflicts_of(
    connection: sa.Connection, uid: bytes, at_ms: int
) -> tuple[ConflictLine, ...]:
    """What a customer's page says of them."""
    return _lines(connection, [c for c in conflicts_of(connection, uid) if c.is_open], at_ms)


def count_open(connection: sa.Connection) -> int:
    """How many wait for somebody, counted as far as the list goes."""
    return len(all_conflicts(connection, settled=False, most=MOST))


def _lines(
    connection: sa.Connection, found: Sequence[Conflict], at_ms: int
) -> tuple[ConflictLine, ...]:
    if not found:
        return ()
    book = reference_book(connection, at_ms)
    return tuple(_line(connection, each, book) for each in found)


def _line(connection: sa.Connection, found: Conflict, book: ReferenceBook) -> ConflictLine:
    told = found.told
    row = connection.execute(
        sa.select(customer).where(customer.c.uid == root_of(connection, told.uid))
    ).one_or_none()
    words = _Words(connection, found, book, row)
    unheard = found.answer if told.decided is None else None
    holds = unheard.stands if unheard is not None else told.stands
    lost = "theirs" if holds == "mine" else "mine"
    mine, theirs = words.sides()
    values = {"mine": mine, "theirs": theirs}
    hands = {"mine": told.mine_by, "theirs": told.theirs_by}
    return ConflictLine(
        conflict=found.name,
        number=row.number if row is not None else told.number,
        full_name=row.full_name if row is not None else "",
        field=told.field,
        label=_label(told.field),
        holds=Side(values[holds], _by(hands[holds])),
        other=Side(values[lost], _by(hands[lost])),
        record=words.third(),
        settled=_settled(found),
    )


def _label(field: str) -> str:
    code = f"customer.field.{'commune' if field == 'scheme' else field}"
    return text(code) if code in catalogue() else text("conflict.field.other")


def _settled(found: Conflict) -> Settled | None:
    decided, answer = found.told.decided, found.answer
    if decided is not None:
        late = answer is not None and not _is_ours(found)
        return Settled(_by(decided.by), decided.reason, here=_is_ours(found), too_late=late)
    if answer is None:
        return None
    by = By(answer.clerk_name, "", "", utc(answer.at_ms))
    return Settled(by, answer.reason, here=True, too_late=False)


def _is_ours(found: Conflict) -> bool:
    decided, answer = found.told.decided, found.answer
    return decided is not None and answer is not None and decided.entry == answer.entry


def _by(hand: Hand) -> By:
    return By(hand.name, hand.office, hand.counter, utc(hand.at_ms) if hand.at_ms else None)


class _Words:
    """Values of one conflict as a clerk reads them."""

    def __init__(
        self,
        connection: sa.Connection,
        found: Conflict,
        book: ReferenceBook,
        row: sa.Row[Any] | None,
    ) -> None:
        self._connection = connection
        self._found = found
        self._book = book
        self._row = row

    def sides(self) -> tuple[str, str]:
        """Mine and theirs, masked; in full where the masks would make them one."""
        mine, theirs = (self._said(side, masked=True) for side in ("mine", "theirs"))
        if mine == theirs:
            mine, theirs = (self._said(side, masked=False) for side in ("mine", "theirs"))
        return mine, theirs

    def third(self) -> str:
        """What the record says if it is neither; "" if it is one of them or nobody is here."""
        if self._row is None:
            return ""
        field = self._found.told.field
        now = self._organisation() if field == ORGANISATION else current_value(self._row, field)
        known = [value_of(self._found.told, side) for side in ("mine", "theirs")]
        return "" if now in known else self._word(now, self._row.scheme, masked=True)

    def _said(self, side: str, *, masked: bool) -> str:
        by_field = {row.field: value_of(row, side) for row in self._found.rows}
        field = self._found.told.field
        scheme = by_field.get("scheme", self._row.scheme if self._row is not None else "")
        if field == "scheme":
            return str(scheme)
        return self._word(by_field[field], str(scheme), masked=masked)

    def _word(self, value: Value, scheme: str, *, masked: bool) -> str:
        field = self._found.told.field
        if not value:
            return text("conflict.value.none")
        if isinstance(value, list):
            if field == ORGANISATION:
                return self._described(value)
            return ", ".join(map(mask_phone if masked else national, value))
        words = str(value)
        if field == "commune":
            place = place_of(self._book, words, scheme)
            return place.label if place is not None else words
        if field == "citizen" and masked:
            return mask_citizen(words)
        return _PLAIN[field](words) if field in _PLAIN else words

    def _described(self, value: list[str]) -> str:
        form, tax_code, parent = value
        whole = bytes.fromhex(parent)
        name = self._connection.scalar(
            sa.select(customer.c.full_name).where(customer.c.uid == whole)
        )
        parts = (text(f"form.{form}"), tax_code, name or "")
        return " · ".join(part for part in parts if part)

    def _organisation(self) -> list[str] | None:
        assert self._row is not None
        query = sa.select(organisation).where(organisation.c.uid == self._row.uid)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else [row.form, row.tax_code, (row.parent or b"").hex()]


_PLAIN: Mapping[str, Callable[[str], str]] = {
    "birth_date": lambda words: f"{date.fromisoformat(words):%d/%m/%Y}",
    "sex": lambda words: text(f"conflict.value.{words}"),
}
