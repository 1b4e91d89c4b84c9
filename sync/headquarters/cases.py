"""Complaints told to counters: to the office that received one with its words, to the province
without them, and to the complainant's province if that is another.
"""

from collections.abc import Collection, Iterator

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from app.store.cases import Case, cases_of, places_in, without_words
from app.store.cases_heard import ENTITY
from app.store.origins import writer_number_of
from app.store.tables.complaints import complaint
from app.store.tables.customers import customer
from sync.headquarters.besides import origins_of
from sync.headquarters.feed import Item, branch_scope, province_scope
from sync.headquarters.tables import writer

_AT_ONCE = 200


def case_items(connection: sa.Connection, numbers: Collection[str]) -> Iterator[Item]:
    """The cases as they now stand, each for everybody who is to see it."""
    ordered = sorted(numbers)
    for start in range(0, len(ordered), _AT_ONCE):
        for case in _with_origins(connection, ordered[start : start + _AT_ONCE]):
            yield from _items(connection, case)


def every_case(connection: sa.Connection) -> set[str]:
    """For a headquarters that held them before it told of them."""
    return set(connection.scalars(sa.select(complaint.c.number)))


def _items(connection: sa.Connection, case: Case) -> Iterator[Item]:
    received = connection.execute(
        sa.select(writer.c.office, writer.c.province).where(
            writer.c.number == writer_number_of(case.seq)
        )
    ).one()
    provinces = {received.province, _province_of_customer(connection, case)} - {""}
    key = case.number.encode()
    plain = msgspec.msgpack.encode(without_words(case))
    for province in sorted(provinces):
        yield Item(province_scope(province), ENTITY, key, plain)
    yield Item(branch_scope(received.office), ENTITY, key, msgspec.msgpack.encode(case))


def _province_of_customer(connection: sa.Connection, case: Case) -> str:
    number = sa.select(customer.c.number).where(customer.c.uid == case.customer_uid)
    return (connection.scalar(number) or "")[:2] if case.customer_uid else ""


def _with_origins(connection: sa.Connection, numbers: Collection[str]) -> Iterator[Case]:
    cases = cases_of(connection, numbers)
    writers = {
        each.number: {writer_number_of(place) for place in places_in(each)} for each in cases
    }
    known = origins_of(connection, set().union(*writers.values()))
    for each in cases:
        mine = [known[number] for number in sorted(writers[each.number]) if number in known]
        yield replace(each, origins=mine)
