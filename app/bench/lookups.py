"""One exact code in, one frozen row out, against the bare driver's SELECT of the same columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.bench.measuring import Series, in_turns
from app.bench.rows import Budget, Row, timed
from app.bench.subject import Subject
from app.queries.finding import Findings

BUDGETS = (Budget("ratio", 8), Budget("median", 0.25))

_PERSON = (
    "SELECT id, number, full_name, phones, street, commune, scheme, shipments, last_seen_ms"
    " FROM customer "
)
_BY_PHONE = (
    "SELECT c.id, number, full_name, phones, street, commune, scheme, shipments, last_seen_ms"
    " FROM search_key k CROSS JOIN customer c ON c.id = k.customer"
    " WHERE k.kind = 3 AND k.key = ?"
)
_ITEM = (
    "SELECT code, service_label, receiver_name, receiver_province, accepted_ms"
    " FROM shipment WHERE code = ?"
)


@dataclass(frozen=True, slots=True)
class _Lookup:
    """``keys`` are (what is asked of the desk, what the bare SELECT is given)."""

    name: str
    query: str
    keys: Sequence[tuple[str, object]]


def measure_lookups(subject: Subject, times: int) -> Iterator[Row]:
    """A row for each kind of code. Items must have been accepted before."""
    for lookup in _lookups(subject, times):
        yield _measured(subject, lookup)


def _lookups(subject: Subject, times: int) -> Iterator[_Lookup]:
    people = subject.people(times)
    by_number = f"{_PERSON} WHERE number = ?"
    yield _Lookup("lookup_number", by_number, [(each.number, each.number) for each in people])
    by_citizen = f"{_PERSON} WHERE citizen_lookup = ?"
    found = "SELECT citizen_lookup FROM customer WHERE number = ?"
    yield _Lookup(
        "lookup_citizen",
        by_citizen,
        [(each.citizen, *subject.row(found, each.number)) for each in people if each.citizen],
    )
    yield _Lookup("lookup_phone", _BY_PHONE, [(each.phone, each.phone) for each in people])
    codes = [code for (code,) in subject.raw.execute("SELECT code FROM shipment LIMIT ?", (times,))]
    yield _Lookup("lookup_item", _ITEM, [(code, code) for code in codes])


def _measured(subject: Subject, lookup: _Lookup) -> Row:
    desk, raw = subject.desk, subject.raw

    def service(key: tuple[str, object]) -> Findings:
        found = desk.find(key[0])
        assert found.hits, lookup.name
        return found

    def bare(key: tuple[str, object]) -> object:
        return raw.execute(lookup.query, (key[1],)).fetchall()

    works, floors = in_turns(lookup.keys, service, bare)
    return timed(lookup.name, Series.of(works), *BUDGETS, floor=Series.of(floors))
