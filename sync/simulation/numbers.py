"""I7: no number is given out twice, and nobody may give out what another may."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import sqlalchemy as sa

from app.journal.appending import read_body
from app.journal.kinds.body import Body
from app.journal.kinds.customers import CustomerRegistered
from app.journal.kinds.labels import LabelsReceived
from app.journal.kinds.other_services import ServiceRecorded
from app.journal.kinds.shipments import ShipmentAccepted
from app.store.tables.customers import customer
from app.store.tables.shipments import receipt, shipment
from app.store.tables.station import lease
from sync.headquarters.office import Headquarters
from sync.headquarters.tables import lease_grant
from sync.simulation.broken import HasStore, holds
from sync.simulation.rows import applied

Range = tuple[str, str, int, int]
"""Kind, prefix, first and last serial."""


def no_number_stands_twice(headquarters: Headquarters) -> None:
    """I7: customers, items, receipts."""
    with headquarters.database.reading() as hq:
        for column in (customer.c.number, shipment.c.code, receipt.c.number):
            found = hq.scalars(sa.select(column)).all()
            holds("I7", len(found) == len(set(found)), f"{column} has a number twice")


def no_number_is_lent_twice(headquarters: Headquarters) -> None:
    """I7: the ranges that headquarters knows of share nothing."""
    order = (lease_grant.c.kind, lease_grant.c.prefix, lease_grant.c.lo)
    with headquarters.database.reading() as hq:
        rows = hq.execute(sa.select(*order, lease_grant.c.hi).order_by(*order)).all()
    shared = [
        (one, other) for one, other in pairwise(rows) if one[:2] == other[:2] and other.lo <= one.hi
    ]
    holds("I7", not shared, f"ranges lent twice: {shared[:2]}")


def every_number_was_lent(headquarters: Headquarters) -> None:
    """I7: what had its effect was given out from a range of its writer's own, or from a roll of
    labels that the same writer took in before.
    """
    own: dict[tuple[int, int], set[Range]] = defaultdict(set)
    with headquarters.database.reading() as hq:
        for row in hq.execute(sa.select(lease_grant)):
            own[row.terminal, row.epoch].add((row.kind, row.prefix, row.lo, row.hi))
        for each in applied(hq):
            ranges, body = own[each.terminal, each.epoch], read_body(each)
            if isinstance(body, LabelsReceived):
                ranges.add(("item", body.prefix, body.lo, body.hi))
            for number in () if body is None else _given_out(body):
                lent = any(number[:2] == r[:2] and r[2] <= number[2] <= r[3] for r in ranges)
                holds("I7", lent, f"{each.terminal}/{each.seq} gave out {number}, never lent to it")


def _given_out(body: Body) -> Iterator[tuple[str, str, int]]:
    """Kind, prefix and serial."""
    if isinstance(body, CustomerRegistered):
        yield "customer", body.number[:4], int(body.number[4:11])
    elif isinstance(body, ShipmentAccepted):
        yield "item", body.code[:2], int(body.code[2:10])
        yield _receipt(body.receipt)
    elif isinstance(body, ServiceRecorded):
        yield _receipt(body.number)


def _receipt(number: str) -> tuple[str, str, int]:
    prefix, _, serial = number.rpartition("-")
    return "receipt", prefix, int(serial)


def counters_share_no_number(counters: Sequence[HasStore]) -> None:
    """I7: what one counter may give out, no other may; whatever headquarters remembers of it."""
    columns = (lease.c.kind, lease.c.prefix, lease.c.lo, lease.c.hi)
    held: list[tuple[str, str, int, int, int]] = []
    for nth, counter in enumerate(counters):
        with counter.store.reading() as here:
            held += [(*row, nth) for row in here.execute(sa.select(*columns))]
    shared = [
        (one, other)
        for one, other in pairwise(sorted(held))
        if one[:2] == other[:2] and other[2] <= one[3] and one[4] != other[4]
    ]
    holds("I7", not shared, f"two counters have the same numbers: {shared[:2]}")
