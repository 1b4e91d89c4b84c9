"""A database put back from a copy has forgotten what was lent and read since the copy was made.

Whatever notices it comes to ``begin_anew``: feed positions are counted anew, and lending goes on
so far ahead that no range which the copy has forgotten can be lent to a second counter.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from app.domain.leases import LARGEST, LeaseKind
from app.ids import random_bytes
from sync.headquarters.database import Database, lock_grants, upsert
from sync.headquarters.feed import last_position
from sync.headquarters.lent import Lent
from sync.headquarters.publishing import last_line, write_log
from sync.headquarters.settings import get_setting, put_setting
from sync.headquarters.staff_tables import lease_floor
from sync.headquarters.tables import hq_log, lease_grant, writer
from sync.headquarters.told import Mark, tells

LEAST_SKIPPED = 100_000
"""Numbers left out of every prefix: five of the largest ranges, one hundredth of a prefix."""

GENEROUS = 4
"""So many times as much as was used before may have been lent since the copy was made."""

DAY_MS = 86_400_000
LOOKED_BACK_DAYS = 30
TERMINALS_SKIPPED, EPOCHS_SKIPPED = 1_000, 8
"""Room for the computers that were enrolled since; they have these numbers already."""

_ANY = ""
"""Stands for every prefix of which the copy knows nothing."""

_TERMINAL, _RESTORED_MS, _PAST = "terminal_floor", "restored_ms", "feed_epochs_before"
_NOTICED = "told_noticed"


@dataclass(frozen=True, slots=True)
class Begun:
    """Lending goes on above ``floors``, by kind and prefix. ``acts_lost``: as many lines of the
    log, of what was done here since the copy, are missing.
    """

    floors: Mapping[tuple[LeaseKind, str], int]
    acts_lost: int


def feed_epoch(connection: sa.Connection) -> str:
    """Which counting of feed positions this is; another one after a restore."""
    known = get_setting(connection, "feed_epoch")
    if not known:
        known = random_bytes(8).hex()
        put_setting(connection, "feed_epoch", known)
    return known


def was_ended(connection: sa.Connection, epoch: str) -> bool:
    """Whether this database itself knows that the counting ended."""
    return epoch in (get_setting(connection, _PAST) or "").split()


def begin_anew(
    connection: sa.Connection,
    database: Database,
    now_ms: int,
    why: str,
    *,
    who: str = "",
    heard: str = "",
) -> Begun:
    """This database is a copy put back. ``heard``: a counting that a counter says it reads.

    The log keeps ``why``. Taking the larger of a forecast and what the list beside the database
    says; the list alone would do where all of headquarters runs on one computer.
    """
    lock_grants(connection)
    noted = database.told.last()
    lost = 0 if _is_noticed(connection, noted) else max(0, noted.log - last_line(connection))
    put_setting(connection, _NOTICED, _words(noted))
    before = (get_setting(connection, _PAST) or "").split()
    ended = dict.fromkeys([*before, feed_epoch(connection), *([heard] if heard else [])])
    put_setting(connection, _PAST, " ".join(ended))
    put_setting(connection, "feed_epoch", random_bytes(8).hex())
    floors = _floors(connection, database.lent, now_ms)
    rows = [{"kind": kind, "prefix": prefix, "hi": hi} for (kind, prefix), hi in floors.items()]
    upsert(connection, lease_floor, rows)
    _skip_identities(connection, database.lent, now_ms)
    most = max(hi for hi in floors.values())
    write_log(connection, now_ms, "restore_noticed", f"{why}: {len(floors)} > {most}", who)
    if lost:
        write_log(connection, now_ms, "acts_lost", f"{noted.log - lost + 1}-{noted.log}")
    tells(connection, Mark(feed=last_position(connection)), anew=True)
    return Begun(floors, lost)


def notice_lost_grants(connection: sa.Connection, database: Database, now_ms: int) -> Begun | None:
    """Hold the list beside the database against it; whoever is about to lend asks first."""
    lock_grants(connection)
    if database.lent.missing:
        lends = connection.scalar(sa.select(lease_grant.c.lease_id).limit(1)) is not None
        return begin_anew(connection, database, now_ms, "?") if lends else None
    last = database.lent.last()
    if last is None or last.hi <= highest(connection, last.kind, last.prefix):
        return None
    return begin_anew(connection, database, now_ms, f"{last.prefix} {last.hi}")


def notice_lost_acts(
    connection: sa.Connection, database: Database, now_ms: int, *, heard: str = ""
) -> Begun | None:
    """Hold the note beside the database against it: what was told or done here is gone.

    ``heard``: the counting that somebody reads who is calling.
    """
    if not _misses(connection, database.told.last()):
        return None
    lock_grants(connection)  # another process may be noticing the same
    noted = database.told.last()
    if not _misses(connection, noted):
        return None
    if _is_noticed(connection, noted):  # and only the note is still to be written over
        tells(connection, Mark(last_position(connection), last_line(connection)), anew=True)
        return None
    return begin_anew(connection, database, now_ms, _words(noted), heard=heard)


def said_to_be_restored(database: Database, reason: str, who: str, now_ms: int) -> Begun:
    """A person says that a copy was put back."""
    with database.writing() as connection:
        begun = begin_anew(connection, database, now_ms, reason, who=who)
    database.lent.begin()
    return begun


def look_at_start(database: Database, now_ms: int) -> Begun | None:
    """As ``notice_lost_grants`` and ``notice_lost_acts``, before anybody asks for anything."""
    with database.writing() as connection:
        begun = notice_lost_grants(connection, database, now_ms)
        if begun is None:
            begun = notice_lost_acts(connection, database, now_ms)
    database.lent.begin()
    return begun


def highest(connection: sa.Connection, kind: LeaseKind, prefix: str) -> int:
    """The last number that was lent, or may have been; 0 before the first."""
    lent = sa.select(sa.func.max(lease_grant.c.hi)).where(
        lease_grant.c.kind == kind.value, lease_grant.c.prefix == prefix
    )
    return max(connection.scalar(lent) or 0, _floor(connection, kind, prefix))


def _misses(connection: sa.Connection, noted: Mark) -> bool:
    return noted.feed > last_position(connection) or noted.log > last_line(connection)


def _is_noticed(connection: sa.Connection, noted: Mark) -> bool:
    """The counting was begun anew because of this very note, or while it stood there."""
    return get_setting(connection, _NOTICED) == _words(noted)


def _words(noted: Mark) -> str:
    return f"{noted.feed}/{noted.log}"


def first_terminal(connection: sa.Connection) -> int:
    """Terminals are numbered above this."""
    return int(get_setting(connection, _TERMINAL) or 0)


def epochs_skipped(connection: sa.Connection, enrolled_ms: int) -> int:
    """How many epochs a counter may have had since, of which the copy knows nothing."""
    restored_ms = int(get_setting(connection, _RESTORED_MS) or 0)
    return EPOCHS_SKIPPED if enrolled_ms <= restored_ms else 0


def _floor(connection: sa.Connection, kind: LeaseKind, prefix: str) -> int:
    query = (
        sa.select(lease_floor.c.hi)
        .where(lease_floor.c.kind == kind.value, lease_floor.c.prefix.in_((prefix, _ANY)))
        .order_by(lease_floor.c.prefix.desc())
        .limit(1)
    )
    return connection.scalar(query) or 0


def _floors(connection: sa.Connection, lent: Lent, now_ms: int) -> dict[tuple[LeaseKind, str], int]:
    newest = _newest_ms(connection)
    days = max(0, now_ms - newest) // DAY_MS + 1
    recent = sa.case(
        (
            lease_grant.c.granted_ms > newest - LOOKED_BACK_DAYS * DAY_MS,
            lease_grant.c.hi - lease_grant.c.lo + 1,
        ),
        else_=0,
    )
    query = sa.select(
        lease_grant.c.kind,
        lease_grant.c.prefix,
        sa.func.max(lease_grant.c.hi),
        sa.func.sum(recent),
    ).group_by(lease_grant.c.kind, lease_grant.c.prefix)
    floors = {(kind, _ANY): _floor(connection, kind, _ANY) + LEAST_SKIPPED for kind in LeaseKind}
    for kind, prefix, hi, used in connection.execute(query).all():
        forecast = GENEROUS * days * int(used) // LOOKED_BACK_DAYS
        stood = max(hi, _floor(connection, LeaseKind(kind), prefix))
        floors[LeaseKind(kind), prefix] = stood + max(LEAST_SKIPPED, forecast)
    for line in lent.all():
        key = line.kind, line.prefix
        floors[key] = max(floors.get(key, floors[line.kind, _ANY]), line.hi)
    return {key: min(hi, LARGEST[key[0]]) for key, hi in floors.items()}


def _newest_ms(connection: sa.Connection) -> int:
    """The last moment of which the copy knows anything."""
    found: Iterable[int | None] = (
        connection.scalar(sa.select(sa.func.max(column)))
        for column in (writer.c.last_seen_ms, lease_grant.c.granted_ms, hq_log.c.at_ms)
    )
    return max(each or 0 for each in found)


def _skip_identities(connection: sa.Connection, lent: Lent, now_ms: int) -> None:
    known = connection.scalar(sa.select(sa.func.max(writer.c.terminal))) or 0
    told = max((line.terminal for line in lent.all()), default=0)
    floor = max(known, first_terminal(connection)) + TERMINALS_SKIPPED
    put_setting(connection, _TERMINAL, str(max(floor, told)))
    put_setting(connection, _RESTORED_MS, str(now_ms))
