"""Each row of a file held against the same rules as an item on the form, every fault in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import sqlalchemy as sa

from app.domain.bulk import CheckedRow, RowProblem, SheetRow
from app.domain.drafts import ItemEntry
from app.domain.names import clean_addressee
from app.domain.phones import normalise_phone
from app.domain.pricing import Quote
from app.domain.reference.book import ReferenceBook
from app.domain.reference.catalogue import Catalogue
from app.errors import UserError
from app.messages import text, text_for
from app.services.basket import LONGEST_CONTENTS
from app.services.bulk import cells as cell
from app.services.bulk.where import read_destination
from app.services.entering import ContentsUnusable, read_needed
from app.services.labels import read_label
from app.services.quoting import priced
from app.services.receiving import LONGEST_STREET, Receiver, WrongReceiverStreet
from app.services.shipments import ItemDraft
from app.store.reference import reference_book
from app.store.station import here

_T = TypeVar("_T")
_SPELT = {
    "full_name": "name",
    "receiver_name": "name",
    "receiver_phone": "phone",
    "receiver_street": "street",
    "receiver_commune": "commune",
    "actual_g": "weight",
    "size_cm": "size",
    "declared_vnd": "declared",
    "cod_vnd": "cod",
}


class _Faults:
    """What is wrong with one row, in the order in which it was found."""

    def __init__(self) -> None:
        self.found: list[RowProblem] = []

    def attempt(self, name: str, read: Callable[[], _T], otherwise: _T) -> _T:
        """``name`` is the column, "" to take the one that the refusal names."""
        try:
            return read()
        except UserError as error:
            self.tell(name or _SPELT.get(error.field, error.field), text_for(error))
            return otherwise

    def tell(self, name: str, sentence: str) -> None:
        column = text(f"bulk.field.{name}") if name else ""
        self.found.append(RowProblem(name, column, sentence))

    def on(self, *names: str) -> bool:
        return any(problem.field in names for problem in self.found)


@dataclass(frozen=True, slots=True)
class _Counter:
    """Where and when the rows are judged."""

    connection: sa.Connection
    book: ReferenceBook
    at_ms: int


def check_rows(
    rows: Iterable[SheetRow], connection: sa.Connection, at_ms: int, service: str
) -> tuple[CheckedRow, ...]:
    """``service`` is for rows that name none."""
    counter = _Counter(connection, reference_book(connection, at_ms), at_ms)
    return tuple(_read(row, counter, service) for row in rows)


def check_entry(row: CheckedRow, connection: sa.Connection, at_ms: int) -> CheckedRow:
    """A row that was mended by hand, judged anew."""
    counter = _Counter(connection, reference_book(connection, at_ms), at_ms)
    return _judged(row.line, row.entry, row.reference, _Faults(), counter)


def draft_of(entry: ItemEntry, catalogue: Catalogue) -> ItemDraft:
    """A good row as it is booked; the clerk has looked at every point of the checklist."""
    points = catalogue.checklist.points_for(entry.service)
    return ItemDraft(
        service=entry.service,
        contents=entry.contents,
        actual_g=entry.weight_g or 0,
        receiver=Receiver(
            name=entry.name,
            phone=entry.phone,
            street=entry.street,
            commune=entry.commune.code if entry.commune else "",
        ),
        size_cm=cell.read_sides(entry.size) if entry.size.strip() else None,
        declared_vnd=entry.declared_vnd or 0,
        cod_vnd=entry.cod_vnd or 0,
        value_added=entry.value_added,
        checked=tuple(point.code for point in points),
        label=entry.label,
    )


def _read(row: SheetRow, counter: _Counter, service: str) -> CheckedRow:
    faults = _Faults()
    if row.merged:
        faults.tell("", text("bulk.merged", cells=row.merged))
    if row.label_seen:
        faults.tell("label", text("bulk.label_twice", line=row.label_seen))
    entry = _entry(row, counter.book, service, faults)
    return _judged(row.line, entry, row.cells.get("reference", ""), faults, counter)


def _entry(row: SheetRow, book: ReferenceBook, service: str, faults: _Faults) -> ItemEntry:
    said, catalogue = row.cells, book.catalogue()
    where = read_destination(said, book.gazetteer().find)

    def read(name: str, reader: Callable[[str], _T], otherwise: _T) -> _T:
        if name not in said:
            return otherwise
        return faults.attempt(name, lambda: reader(said[name]), otherwise)

    nothing: int | None = None
    none: tuple[str, ...] = ()
    return ItemEntry(
        service=read("service", lambda words: cell.read_service(words, catalogue), service),
        name=said.get("name", ""),
        phone=cell.read_phone(said.get("phone", "")),
        street=where.street,
        commune_text=where.words,
        commune=where.commune,
        weight_g=read("weight", cell.read_weight, nothing),
        size=said.get("size", ""),
        contents=said.get("contents", ""),
        declared_vnd=read("declared", cell.read_amount, nothing),
        cod_vnd=read("cod", cell.read_amount, nothing),
        value_added=read(
            "value_added", lambda words: cell.read_value_added(words, catalogue), none
        ),
        label=said.get("label", ""),
    )


def _judged(
    line: int, entry: ItemEntry, reference: str, faults: _Faults, counter: _Counter
) -> CheckedRow:
    """Every field on its own, then the price, which looks at service, limits and extras."""
    faults.attempt("name", lambda: clean_addressee(entry.name), "")
    faults.attempt("phone", lambda: normalise_phone(entry.phone), "")
    faults.attempt(
        "street", lambda: read_needed(entry.street, LONGEST_STREET, WrongReceiverStreet), ""
    )
    if entry.commune is None:
        words = entry.commune_text
        code = "bulk.commune_unresolved" if words else "bulk.commune_missing"
        faults.tell("commune", text(code, words=words) if words else text(code))
    faults.attempt(
        "contents", lambda: read_needed(entry.contents, LONGEST_CONTENTS, ContentsUnusable), ""
    )
    if not entry.weight_g and not faults.on("weight"):
        faults.tell("weight", text("bulk.weight_missing"))
    if entry.label:
        faults.attempt("label", lambda: _label(entry, counter), "")
    quote = _quote(entry, faults, counter)
    if faults.found or quote is None:
        return CheckedRow(line, entry, reference, tuple(faults.found))
    later = counter.book.catalogue().paid_at_delivery(entry.value_added)
    total_vnd = quote.total_vnd
    return CheckedRow(line, entry, reference, (), total_vnd, 0 if later else total_vnd)


def _label(entry: ItemEntry, counter: _Counter) -> str:
    service = counter.book.service(entry.service)
    return read_label(counter.connection, entry.label, service.s10_prefix, service.short_label)


def _quote(entry: ItemEntry, faults: _Faults, counter: _Counter) -> Quote | None:
    """None while something that a price depends on is missing or wrong."""
    if entry.size.strip():
        faults.attempt("size", lambda: cell.read_sides(entry.size), None)
    if faults.on("service", "commune", "weight", "size", "declared", "cod", "value_added"):
        return None
    office = here(counter.connection).office
    draft = draft_of(entry, counter.book.catalogue())
    return faults.attempt(
        "", lambda: priced(draft, counter.book, office, counter.at_ms), _no_quote()
    )


def _no_quote() -> Quote | None:
    return None
