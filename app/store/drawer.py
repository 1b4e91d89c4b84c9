"""Reading shifts, and the balance of a drawer: always Σ postings, never a stored total."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import ClassVar

import msgspec
import sqlalchemy as sa

from app.domain import accounts
from app.errors import UserError
from app.journal.kinds.shifts import ShiftClosed, ShiftCounted, ShiftOpened
from app.store.prepared import Prepared
from app.store.station import Here, here
from app.store.tables.journal import journal
from app.store.tables.shifts import IS_OPEN, cash_count, shift, shift_correction
from app.store.tables.shipments import posting


@dataclass(eq=False)
class ShiftUnknown(UserError):
    """``shift`` is the number asked for."""

    code: ClassVar[str] = "shift.unknown"
    field: ClassVar[str] = "shift"
    shift: str


@dataclass(frozen=True, slots=True)
class StoredShift:
    """One shift row. What is None comes with the close."""

    number: str
    drawer: str
    serial: int
    opening: str
    opened_seq: int
    opened_ms: int
    clerk: int
    clerk_name: str
    float_vnd: int
    opened: bytes
    closed_seq: int | None
    closed_ms: int | None
    closed_by: str | None
    closed_hash: bytes | None
    expected_vnd: int | None
    counted_vnd: int | None
    difference_vnd: int | None
    agreed_by: str | None
    left_vnd: int | None
    closed: bytes | None

    @property
    def is_open(self) -> bool:
        return self.closed_seq is None

    @property
    def opening_entry(self) -> ShiftOpened:
        return _opened.decode(self.opened)

    @property
    def closing_entry(self) -> ShiftClosed:
        assert self.closed is not None, "an open shift has no closing entry"
        return _closed.decode(self.closed)


@dataclass(frozen=True, slots=True)
class StoredCount:
    """One blind count and what the books expected then."""

    seq: int
    ordinal: int
    counted_vnd: int
    expected_vnd: int
    difference_vnd: int
    detail: bytes


_opened = msgspec.json.Decoder(ShiftOpened)
_closed = msgspec.json.Decoder(ShiftClosed)
_counted = msgspec.json.Decoder(ShiftCounted)

_SHIFT = sa.select(*(shift.c[each.name] for each in fields(StoredShift)))
_OF_DRAWER = shift.c.drawer == sa.bindparam("of_drawer")
_OPEN = Prepared(_SHIFT.where(_OF_DRAWER, IS_OPEN))
_NEWEST = _SHIFT.where(_OF_DRAWER).order_by(shift.c.serial.desc()).limit(1)
_BEFORE = (
    _SHIFT.where(_OF_DRAWER, shift.c.opened_seq < sa.bindparam("before", type_=sa.BigInteger))
    .order_by(shift.c.opened_seq.desc())
    .limit(1)
)
_BY_NUMBER = _SHIFT.where(shift.c.number == sa.bindparam("given"))
_COUNT = (
    sa.select(*(cash_count.c[each.name] for each in fields(StoredCount)))
    .where(cash_count.c.shift == sa.bindparam("given"))
    .order_by(cash_count.c.ordinal.desc())
    .limit(1)
)
_FIRST, _LAST = (sa.bindparam(name, type_=sa.BigInteger) for name in ("first", "last"))
_SUMS = (
    sa.select(posting.c.account, sa.func.sum(posting.c.amount_vnd))
    .where(posting.c.seq.between(_FIRST, _LAST))
    .group_by(posting.c.account)
    .order_by(posting.c.account)
)
_KINDS = (
    sa.select(journal.c.kind, sa.func.count())
    .where(
        journal.c.terminal == sa.bindparam("of_terminal"),
        journal.c.epoch == sa.bindparam("of_epoch"),
        journal.c.seq.between(_FIRST, _LAST),
    )
    .group_by(journal.c.kind)
    .order_by(journal.c.kind)
)
_NEVER = 2**62


def drawer_name(office: str, counter: str, epoch: int) -> str:
    """The one drawer of a counter: ``100950-2``. A new epoch counts its shifts anew."""
    name = f"{office}-{counter}"
    return name if epoch == 1 else f"{name}-E{epoch}"


def drawer_here(connection: sa.Connection) -> str:
    """The drawer of this counter."""
    station = here(connection)
    return drawer_name(station.office, station.counter, station.epoch)


def shift_number(drawer: str, serial: int) -> str:
    return f"{drawer}-C{serial:05d}"


def open_shift_of(connection: sa.Connection, drawer: str) -> StoredShift | None:
    """The shift that money goes to now."""
    row = _OPEN.first(connection, {"of_drawer": drawer})
    return None if row is None else StoredShift(*row)


def newest_shift(connection: sa.Connection, drawer: str) -> StoredShift | None:
    """The open shift, or the one closed last."""
    row = connection.execute(_NEWEST, {"of_drawer": drawer}).one_or_none()
    return None if row is None else StoredShift(*row)


def shift_before(connection: sa.Connection, drawer: str, seq: int) -> StoredShift | None:
    """The shift opened last before entry ``seq``, whether it is closed by now or not."""
    row = connection.execute(_BEFORE, {"of_drawer": drawer, "before": seq}).one_or_none()
    return None if row is None else StoredShift(*row)


def shift_of(connection: sa.Connection, seq: int) -> StoredShift | None:
    """The shift of this counter in which entry ``seq`` was booked; None between two shifts."""
    found = shift_before(connection, drawer_here(connection), seq)
    over = found is not None and found.closed_seq is not None and found.closed_seq < seq
    return None if over else found


def shift_by_number(connection: sa.Connection, number: str) -> StoredShift:
    """Raises ShiftUnknown."""
    row = connection.execute(_BY_NUMBER, {"given": number}).one_or_none()
    if row is None:
        raise ShiftUnknown(shift=number[:40])
    return StoredShift(*row)


def is_closed_shift(connection: sa.Connection, number: str) -> bool:
    """Whether this is the number of a shift that has its Z."""
    row = connection.execute(_BY_NUMBER, {"given": number}).one_or_none()
    return row is not None and not StoredShift(*row).is_open


def newest_count(connection: sa.Connection, number: str) -> StoredCount | None:
    """The last blind count of a shift."""
    row = connection.execute(_COUNT, {"given": number}).one_or_none()
    return None if row is None else StoredCount(*row)


def count_body(detail: bytes) -> ShiftCounted:
    """A count as it was recorded."""
    return _counted.decode(detail)


def corrections_of(connection: sa.Connection, number: str) -> int:
    """How often a closed shift was corrected."""
    query = sa.select(sa.func.count()).where(shift_correction.c.shift == number)
    return connection.execute(query).scalar_one()


def correction_number(shift: str, position: int) -> str:
    """``100950-2-C00001-K1``: the slip of the first correction of a closed shift."""
    return f"{shift}-K{position}"


def account_sums(
    connection: sa.Connection, first: int, last: int | None = None
) -> Mapping[str, int]:
    """What each account moved by in the entries ``first`` to ``last``, both included."""
    given = {"first": first, "last": _NEVER if last is None else last}
    return {row[0]: int(row[1]) for row in connection.execute(_SUMS, given)}


def kind_sums(
    connection: sa.Connection, station: Here, first: int, last: int
) -> tuple[tuple[int, int], ...]:
    """(kind, how many entries) from ``first`` to ``last``, both included."""
    given = {
        "first": first, "last": last, "of_terminal": station.terminal, "of_epoch": station.epoch
    }  # fmt: skip
    return tuple((row[0], row[1]) for row in connection.execute(_KINDS, given))


def cash_in_drawer(connection: sa.Connection, drawer: str) -> int:
    """What the books say lies in the drawer: where the newest shift stands, and all after it.

    Without any shift, every posting since the first entry.
    """
    newest = newest_shift(connection, drawer)
    if newest is None:
        return account_sums(connection, 0).get(accounts.DRAWER, 0)
    if newest.closed_seq is None:
        since = account_sums(connection, newest.opened_seq)
        return newest.opening_entry.carried_vnd + since.get(accounts.DRAWER, 0)
    assert newest.left_vnd is not None, "comes with the close"
    later = account_sums(connection, newest.closed_seq + 1)
    return newest.left_vnd + later.get(accounts.DRAWER, 0)
