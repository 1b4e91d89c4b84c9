"""The journal as outbox: unsent is what stands above the sequence that headquarters signed for."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from app.journal.appending import Head
from app.journal.entry import Entry
from app.store.books import entries, entry_at, head, move_head, write_entries
from app.store.cases_taken_back import let_its_case_stand
from app.store.fold import fold
from app.store.prepared import Prepared
from app.store.tables.journal import entry_status, push_state
from app.store.tables.station import feed_cursor, headquarters_link

_STATE = Prepared(sa.select(push_state))
_LINK = Prepared(sa.select(headquarters_link))
_HEARD = Prepared(sa.update(headquarters_link).values(problem=""))
_TRY_AT_ONCE = Prepared(sa.update(push_state).values(attempts=0, next_try_ms=0, last_error=None))
_BACKED_UP = Prepared(sa.update(push_state))
_READ_TO = Prepared(
    sa.select(feed_cursor.c.pos, feed_cursor.c.began).where(
        feed_cursor.c.scope == sa.bindparam("of_scope"),
        feed_cursor.c.feed_epoch == sa.bindparam("of_epoch"),
    )
)
_CURSORS = Prepared(sa.select(feed_cursor).order_by(feed_cursor.c.scope))
_EXCEPTIONS = Prepared(sa.select(entry_status).order_by(entry_status.c.seq))
_FORGET_EXCEPTIONS = Prepared(sa.delete(entry_status))
_ADD_EXCEPTION = Prepared(sa.insert(entry_status))
_MOVE_CURSOR = Prepared(sa.insert(feed_cursor).prefix_with("OR REPLACE"))


@dataclass(frozen=True, slots=True)
class Outbox:
    """``acked``: up to here headquarters holds the journal. ``receipt``: its signed word for it.
    ``backed_up``: up to here its backup holds it.

    ``next_try_ms``: the wall time before which an unasked pass does not knock again.
    """

    head: Head
    acked: int
    receipt: bytes | None
    attempts: int
    next_try_ms: int
    backed_up: int = 0

    @property
    def pending(self) -> int:
        return self.head.seq - self.acked


@dataclass(frozen=True, slots=True)
class Notice:
    """An entry that headquarters keeps and has not simply applied."""

    seq: int
    status: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Link:
    """``heard_ms``: wall time of the last pass that came through; ``problem``: code, or ""."""

    url: str
    feed_epoch: str
    heard_ms: int
    problem: str


def outbox(connection: sa.Connection) -> Outbox | None:
    """None before the first entry."""
    stands = head(connection)
    if stands is None:
        return None
    row = _STATE.first(connection)
    if row is None:
        return Outbox(stands[0], 0, None, 0, 0)
    return Outbox(
        head=stands[0],
        acked=row.acked_seq,
        receipt=row.receipt,
        attempts=row.attempts,
        next_try_ms=row.next_try_ms,
        backed_up=row.backed_up_seq,
    )


def due(connection: sa.Connection, after: int, most: int) -> tuple[Entry, ...]:
    """The next whole transactions, together at most ``most`` entries; never less than one."""
    found: list[Entry] = []
    whole = 0
    for entry in entries(connection, after=after):
        found.append(entry)
        if entry.txn_last:
            if whole and len(found) > most:
                break
            whole = len(found)
            if whole >= most:
                break
    return tuple(found[:whole])


def oldest_unsent_ms(connection: sa.Connection, box: Outbox) -> int:
    """When the oldest unsent entry was recorded; 0 when everything is sent."""
    oldest = entry_at(connection, box.acked + 1) if box.pending else None
    return 0 if oldest is None else oldest.wall_ms


def hash_at(connection: sa.Connection, seq: int, genesis: bytes) -> bytes | None:
    """What the chain says at ``seq``; the genesis before the first entry."""
    if seq == 0:
        return genesis
    entry = entry_at(connection, seq)
    return None if entry is None else entry.hash


def move_acked(
    connection: sa.Connection, box: Outbox, seq: int, *, receipt: bytes | None, backed_up: int
) -> None:
    """Headquarters holds the journal up to ``seq``; after a restore, less than before."""
    values = {
        "acked_seq": seq,
        "receipt": receipt,
        "backed_up_seq": backed_up,
        "attempts": 0,
        "next_try_ms": 0,
        "last_error": None,
    }
    _write_state(connection, box, values)


def note_backed_up(connection: sa.Connection, seq: int) -> None:
    """Headquarters said, signed, how much of this journal its own backup holds."""
    _BACKED_UP.run(connection, {"backed_up_seq": seq})


def note_failure(connection: sa.Connection, box: Outbox, next_try_ms: int, code: str) -> None:
    """A pass did not come through: count it, and say when to knock again."""
    values = {"attempts": box.attempts + 1, "next_try_ms": next_try_ms, "last_error": code}
    _write_state(connection, box, values)
    connection.execute(sa.update(headquarters_link).values(problem=code))


def note_problem(connection: sa.Connection, code: str) -> None:
    """A pass came through, and yet something did not."""
    connection.execute(sa.update(headquarters_link).values(problem=code))


def note_heard(connection: sa.Connection, heard_ms: int, feed_epoch: str) -> None:
    """A pass came through, at ``heard_ms`` of this computer's wall clock."""
    _HEARD.run(connection, {"heard_ms": heard_ms, "feed_epoch": feed_epoch})
    _TRY_AT_ONCE.run(connection, {})


def note_exceptions(connection: sa.Connection, notices: Iterable[Notice]) -> None:
    """What headquarters holds without effect now, in place of what it held before."""
    _FORGET_EXCEPTIONS.run(connection, {})
    _ADD_EXCEPTION.run_each(connection, [asdict(each) for each in notices])


def exceptions(connection: sa.Connection) -> tuple[Notice, ...]:
    """Every entry that headquarters has not simply applied, in order."""
    rows = _EXCEPTIONS.all(connection)
    return tuple(Notice(row.seq, row.status, row.code, row.detail) for row in rows)


def link(connection: sa.Connection) -> Link | None:
    """Where headquarters is; None for a counter that was enrolled by a file.

    ``url`` is "" where what headquarters says is brought on a stick.
    """
    row = _LINK.first(connection)
    return None if row is None else Link(row.url, row.feed_epoch, row.heard_ms, row.problem)


def set_link(connection: sa.Connection, url: str) -> None:
    """From now on headquarters is at ``url``."""
    connection.execute(sa.delete(headquarters_link))
    connection.execute(sa.insert(headquarters_link).values(id=1, url=url))


def link_by_hand(connection: sa.Connection) -> None:
    """A counter without a line: what it hears of headquarters, somebody brings."""
    if link(connection) is None:
        connection.execute(sa.insert(headquarters_link).values(id=1, url=""))


def cursors(connection: sa.Connection) -> tuple[tuple[str, str, int, int], ...]:
    """Scope, counting of positions, position and beginning of every feed that is read here."""
    rows = _CURSORS.all(connection)
    return tuple((row.scope, row.feed_epoch, row.pos, row.began) for row in rows)


def cursor(connection: sa.Connection, scope: str, feed_epoch: str) -> int:
    """How far a scope's feed was read; 0 when headquarters counts in another epoch now."""
    return _read_to(connection, scope, feed_epoch) or 0


def was_read(connection: sa.Connection, scope: str, feed_epoch: str) -> bool:
    """Whether a scope was ever read in this counting of positions, though it held nothing."""
    return _read_to(connection, scope, feed_epoch) is not None


def _read_to(connection: sa.Connection, scope: str, feed_epoch: str) -> int | None:
    row = _READ_TO.first(connection, {"of_scope": scope, "of_epoch": feed_epoch})
    return None if row is None else int(row.pos)


def began(connection: sa.Connection, scope: str, feed_epoch: str) -> int:
    """Where the feed ended when this reading of the scope began; 0 when nobody knows."""
    row = _READ_TO.first(connection, {"of_scope": scope, "of_epoch": feed_epoch})
    return 0 if row is None else int(row.began)


def move_cursor(
    connection: sa.Connection, scope: str, feed_epoch: str, pos: int, began_at: int | None = None
) -> None:
    """In the same transaction as the rows up to ``pos``. ``began_at``: of a reading that begins."""
    since = began(connection, scope, feed_epoch) if began_at is None else began_at
    values = {"scope": scope, "feed_epoch": feed_epoch, "pos": pos, "began": since}
    _MOVE_CURSOR.run(connection, values)


def take_back(connection: sa.Connection, lost: tuple[Entry, ...], signature: bytes) -> None:
    """Own entries that an old image had lost, checked by the caller, return to the books."""
    write_entries(connection, lost)
    for entry in lost:
        let_its_case_stand(connection, entry)
        fold(connection, entry)
    move_head(connection, lost[-1], signature)


def _write_state(connection: sa.Connection, box: Outbox, values: Mapping[str, object]) -> None:
    changed = connection.execute(sa.update(push_state).values(**values))
    if changed.rowcount == 0:
        connection.execute(
            sa.insert(push_state).values(
                terminal=box.head.terminal, epoch=box.head.epoch, acked_seq=0
            )
        )
        connection.execute(sa.update(push_state).values(**values))
