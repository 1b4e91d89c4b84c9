"""Giving out numbers from leases. The fold moves a lease on; here is only read what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.domain.item_code import make_item_code
from app.domain.leases import LeaseKind
from app.errors import UserError
from app.messages import text
from app.store.prepared import Prepared
from app.store.tables.shipments import shipment
from app.store.tables.station import lease


@dataclass(eq=False)
class LeaseExhausted(UserError):
    """Every number of a kind that was lent to this counter is used. ``what`` names it in words."""

    code: ClassVar[str] = "lease.exhausted"
    what: str


_TAKEN = Prepared(sa.select(shipment.c.code).where(shipment.c.code == sa.bindparam("given")))
_RANGES = Prepared(
    sa.select(lease.c.next, lease.c.hi)
    .where(
        lease.c.kind == sa.bindparam("of_kind"),
        lease.c.prefix == sa.bindparam("under"),
        lease.c.next <= lease.c.hi,
    )
    .order_by(lease.c.lo)
)


class Numbers:
    """The numbers of one business transaction, each once; lives no longer than its connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._open: dict[tuple[LeaseKind, str], Iterator[int]] = {}

    def customer(self, year: int) -> tuple[str, int]:
        """Prefix and serial of a new customer number; the range of this year's first."""
        prefixes = sorted(
            self._prefixes(LeaseKind.CUSTOMER),
            key=lambda prefix: (prefix[2:4] != f"{year % 100:02d}", prefix),
        )
        for prefix in prefixes:
            serial = self._next(LeaseKind.CUSTOMER, prefix)
            if serial is not None:
                return prefix, serial
        raise LeaseExhausted(what=text("lease.what.customer"))

    def receipt(self, prefix: str) -> int:
        """Raises LeaseExhausted."""
        serial = self._next(LeaseKind.RECEIPT, prefix)
        if serial is None:
            raise LeaseExhausted(what=text("lease.what.receipt"))
        return serial

    def item(self, prefix: str, service_label: str) -> str:
        """An item code that no item here has ever had. Raises LeaseExhausted."""
        while (serial := self._next(LeaseKind.ITEM, prefix)) is not None:
            code = make_item_code(prefix, serial)
            if _TAKEN.first(self._connection, {"given": code}) is None:
                return code
        raise LeaseExhausted(what=text("lease.what.item", service=service_label))

    def _next(self, kind: LeaseKind, prefix: str) -> int | None:
        if (kind, prefix) not in self._open:
            self._open[kind, prefix] = self._serials(kind, prefix)
        return next(self._open[kind, prefix], None)

    def _serials(self, kind: LeaseKind, prefix: str) -> Iterator[int]:
        ranges = _RANGES.all(self._connection, {"of_kind": kind, "under": prefix})
        for first, last in ranges:
            yield from range(first, last + 1)

    def _prefixes(self, kind: LeaseKind) -> tuple[str, ...]:
        query = sa.select(lease.c.prefix).where(lease.c.kind == kind).distinct()
        return tuple(self._connection.scalars(query))
