"""I7: no number is given out twice, and nobody may give out what another may."""

from collections.abc import Sequence
from itertools import pairwise

import sqlalchemy as sa

from app.store.tables.customers import customer
from app.store.tables.shipments import receipt, shipment
from app.store.tables.station import lease
from sync.headquarters.office import Headquarters
from sync.headquarters.tables import lease_grant
from sync.simulation.broken import HasStore, holds


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
