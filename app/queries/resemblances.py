"""Customers that someone being registered may already be: asked while the form is filled in."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Protocol

import sqlalchemy as sa

from app.domain.citizen import WrongCitizenNumber, born_and_sex, check_citizen_number
from app.domain.names import name_keys
from app.domain.phones import WrongPhone, mask_phone, normalise_phone
from app.domain.reference.book import ReferenceBook
from app.queries.customers import Resemblance
from app.store.customers import (
    StoredCustomer,
    customer_by_citizen,
    customers_by_key,
    customers_by_old_paper,
)
from app.store.lookups import citizen_lookup
from app.store.places import address_line, place_of
from app.store.reference import reference_book
from app.store.station import here
from app.store.tables.search import NAME, PHONE

MOST = 8
_NAMESAKES_READ = 5_000
"""The commonest name among a million customers has a few thousand bearers."""


class Paper(Protocol):
    """A citizen number, whole or still being typed."""

    @property
    def number(self) -> str: ...
    @property
    def old_number(self) -> str: ...


class Person(Protocol):
    """As much as the form knows so far."""

    @property
    def full_name(self) -> str: ...
    @property
    def birth_date(self) -> date | None: ...
    @property
    def citizen(self) -> Paper | None: ...
    @property
    def phones(self) -> tuple[str, ...]: ...


def resemblances(connection: sa.Connection, person: Person, at_ms: int) -> tuple[Resemblance, ...]:
    """Same citizen number first, then same phone, then same name and year of birth."""
    book = reference_book(connection, at_ms)
    found: dict[int, Resemblance] = {}
    for reason, stored in islice(_alike(connection, person), 4 * MOST):
        if not stored.erased:
            found.setdefault(stored.id, _resemblance(stored, reason, book))
    return tuple(islice(found.values(), MOST))


def _alike(connection: sa.Connection, person: Person) -> Iterator[tuple[str, StoredCustomer]]:
    for stored in _by_paper(connection, person.citizen):
        yield "citizen", stored
    for phone in _whole_phones(person.phones):
        for stored in customers_by_key(connection, PHONE, phone, MOST):
            yield "phone", stored
    born = _year_of_birth(person)
    if born is not None and person.full_name.strip():
        name = name_keys(person.full_name).surname_first
        namesakes = customers_by_key(
            connection, NAME, name, MOST, born=born, read_at_most=_NAMESAKES_READ
        )
        for stored in namesakes:
            yield "name", stored


def _by_paper(connection: sa.Connection, paper: Paper | None) -> Iterator[StoredCustomer]:
    if paper is None:
        return
    key = here(connection).lookup_key
    for number in filter(None, (paper.number, paper.old_number)):
        if not (number.isascii() and number.isdecimal()):
            continue
        lookup = citizen_lookup(key, number)
        if known := customer_by_citizen(connection, lookup):
            yield known
        yield from customers_by_old_paper(connection, lookup, MOST)


def _whole_phones(phones: tuple[str, ...]) -> Iterator[str]:
    """Numbers that are complete; one still being typed resembles nobody's."""
    for phone in phones:
        try:
            yield normalise_phone(phone)
        except WrongPhone:
            continue


def _year_of_birth(person: Person) -> int | None:
    if person.birth_date is not None:
        return person.birth_date.year
    try:
        return born_and_sex(check_citizen_number(person.citizen.number if person.citizen else ""))[
            0
        ]
    except WrongCitizenNumber:
        return None


def _resemblance(stored: StoredCustomer, reason: str, book: ReferenceBook) -> Resemblance:
    return Resemblance(
        number=stored.number,
        full_name=stored.full_name,
        birth_year=int(stored.birth_date[:4]) if stored.birth_date else None,
        phone_masked=mask_phone(stored.phones[0]) if stored.phones else "",
        address=address_line(stored.street, place_of(book, stored.commune, stored.scheme)),
        reason=reason,
    )
