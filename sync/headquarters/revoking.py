"""What headquarters' staff decide about terminals and about what is held of them."""

from dataclasses import dataclass
from typing import Any, ClassVar

import msgspec
import sqlalchemy as sa

from app.errors import UserError
from sync.headquarters.database import Database, upsert
from sync.headquarters.ingest import places_of, retry_all
from sync.headquarters.keys import HeadquartersKeys
from sync.headquarters.publishing import write_log
from sync.headquarters.tables import effect, held_entity, quarantine, released, writer
from sync.headquarters.telling import tell
from sync.revocation import REVOCATION_PREFIX, RevocationOrder
from sync.wire import Sealed

LONGEST_REASON = 200


@dataclass(eq=False)
class TerminalUnknown(UserError):
    code: ClassVar[str] = "headquarters.terminal_unknown"
    terminal: int


@dataclass(eq=False)
class NothingHeld(UserError):
    """No transaction of the terminal that begins at ``seq`` is held."""

    code: ClassVar[str] = "headquarters.nothing_held"
    terminal: int
    seq: int


@dataclass(eq=False)
class ReasonMissing(UserError):
    """A decision that nobody can explain later is none."""

    code: ClassVar[str] = "headquarters.reason_missing"


def revoke(
    database: Database,
    terminal: int,
    reason: str,
    now_ms: int,
    after_seq: int | None = None,
    who: str = "",
) -> int:
    """Shut the newest computer of a terminal out; what it recorded after ``after_seq`` is held.

    Without ``after_seq``: after what headquarters has now. Returns the epoch that ended.
    Raises TerminalUnknown, ReasonMissing.
    """
    words = reason_words(reason)
    with database.writing() as connection:
        found = connection.execute(
            sa.select(writer)
            .where(writer.c.terminal == terminal)
            .order_by(writer.c.epoch.desc())
            .limit(1)
        ).one_or_none()
        if found is None:
            raise TerminalUnknown(terminal=terminal)
        last = found.head_seq if after_seq is None else after_seq
        connection.execute(
            sa.update(writer)
            .where(writer.c.terminal == terminal, writer.c.epoch == found.epoch)
            .values(revoked_after=last, revoked_ms=now_ms, revoked_reason=words)
        )
        write_log(connection, now_ms, "revoked", f"{terminal}/{found.epoch} > {last}: {words}", who)
        return int(found.epoch)


def order_for(keys: HeadquartersKeys, found: sa.Row[Any]) -> Sealed:
    """The signed order that a revoked writer is answered with."""
    order = RevocationOrder(
        terminal=found.terminal,
        epoch=found.epoch,
        after_seq=found.revoked_after,
        reason=found.revoked_reason,
        at_ms=found.revoked_ms,
    )
    payload = msgspec.msgpack.encode(order)
    signature = keys.signing_key.sign(REVOCATION_PREFIX + payload).signature
    return Sealed(payload=payload, key=keys.public, signature=signature)


def release(
    database: Database, terminal: int, seq: int, reason: str, now_ms: int, who: str = ""
) -> int:
    """A person vouches for a transaction of a revoked writer: it is folded like any other.

    Returns how many transactions are no longer held; 0 when another rule holds it still.

    Raises NothingHeld, ReasonMissing.
    """
    words = reason_words(reason)
    with database.writing() as connection:
        row = _held(connection, terminal, seq)
        upsert(connection, released, [{"place": row.place, "at_ms": now_ms, "reason": words}])
        write_log(connection, now_ms, "released", f"{terminal}/{row.epoch}/{seq}: {words}", who)
        return _settle(connection, now_ms)


def waive(
    database: Database, terminal: int, seq: int, reason: str, now_ms: int, who: str = ""
) -> int:
    """A person decides that a held transaction stays without effect, and nothing waits for it.

    The entry itself stays for ever. Returns how many transactions are no longer held.
    Raises NothingHeld, ReasonMissing.
    """
    words = reason_words(reason)
    with database.writing() as connection:
        row = _held(connection, terminal, seq)
        connection.execute(sa.delete(held_entity).where(held_entity.c.place == row.place))
        connection.execute(sa.delete(quarantine).where(quarantine.c.place == row.place))
        connection.execute(
            sa.update(effect)
            .where(effect.c.place.in_(places_of(connection, row)))
            .values(status="waived")
        )
        write_log(connection, now_ms, "waived", f"{terminal}/{row.epoch}/{seq}: {words}", who)
        return 1 + _settle(connection, now_ms)


def _held(connection: sa.Connection, terminal: int, seq: int) -> sa.Row[Any]:
    row = connection.execute(
        sa.select(quarantine)
        .where(quarantine.c.terminal == terminal, quarantine.c.seq == seq)
        .order_by(quarantine.c.epoch.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        raise NothingHeld(terminal=terminal, seq=seq)
    return row


def _settle(connection: sa.Connection, now_ms: int) -> int:
    """Fold again, in order, what waited for the one that was decided."""
    before = _count(connection)
    tell(connection, retry_all(connection, now_ms))
    return before - _count(connection)


def _count(connection: sa.Connection) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(quarantine)) or 0


def reason_words(reason: str) -> str:
    """On one line, cut where nobody reads on. Raises ReasonMissing."""
    words = " ".join(reason.split())[:LONGEST_REASON]
    if not words:
        raise ReasonMissing
    return words
