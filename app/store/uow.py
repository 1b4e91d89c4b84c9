"""One business transaction: entries, their fold and the head's signature in one commit."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from nacl.signing import SigningKey
from sqlcipher3 import dbapi2

from app.clock import Clock, Doubt, KnownTime, doubt, next_hlc
from app.ids import new_id
from app.journal.appending import Head, Stamp, next_entries
from app.journal.entry import CLOCK_BEHIND, CLOCK_FAR_OFF, Entry, genesis_hash
from app.journal.heads import sign_head
from app.journal.kinds.body import Body
from app.store.books import head, move_head, transaction_of, write_entries
from app.store.engine import dbapi_of
from app.store.faults import StoreOlderThanBooks, translating
from app.store.fold import fold
from app.store.mark import Mark, write_mark
from app.store.merges import newest_stamp, newest_word
from app.store.revoked import TerminalRevoked
from app.store.station import TERMINAL, believe, known_time
from app.store.tables.journal import erasure, journal


@dataclass(eq=False)
class NotEnrolled(Exception):
    """A fact was recorded before the terminal had an identity. Only a bug does that."""


@dataclass(frozen=True, slots=True)
class WriterPlace:
    """What a unit of work needs beside the connection."""

    signing_key: SigningKey
    clock: Clock
    mark: Mark
    missing: int = 0
    revoked: bool = False


class UnitOfWork:
    """``with uow: … uow.commit()``; leaving without commit rolls everything back."""

    def __init__(self, engine: sa.Engine, place: WriterPlace) -> None:
        self._engine = engine
        self._place = place
        self._open: sa.Connection | None = None
        self._recorded: tuple[Entry, ...] = ()
        self._now_ms = 0

    @property
    def connection(self) -> sa.Connection:
        """The writer's connection, inside the transaction."""
        assert self._open is not None, "use the unit of work in a with block"
        return self._open

    @property
    def raw(self) -> dbapi2.Connection:
        """The driver's own connection in this transaction, for loads of many thousand rows."""
        driver: dbapi2.Connection = dbapi_of(self.connection)
        return driver

    @property
    def clock(self) -> Clock:
        return self._place.clock

    @property
    def now_ms(self) -> int:
        """The one moment of this transaction: what is priced by it is also recorded at it."""
        assert self._open is not None, "use the unit of work in a with block"
        return self._now_ms

    @property
    def trusted_ms(self) -> int:
        """This moment as the monotonic clock has carried it on, whatever the wall clock shows.

        It is the wall clock's moment where nothing was held against it since the boot.
        """
        expected = self._standing()[1].now_ms(self._place.clock)
        return self._now_ms if expected is None else expected

    def hold_clock(self) -> None:
        """Hold the wall clock to what it shows now, unless this boot has done so or it is doubtful.

        From here on ``trusted_ms`` cannot be turned.
        """
        stands, known = self._standing()
        self._hold(known, doubt(self._place.clock, stands.wall_ms, known))

    def __enter__(self) -> Self:
        if self._place.revoked:
            raise TerminalRevoked
        if self._place.missing:
            raise StoreOlderThanBooks(missing=self._place.missing)
        with translating():
            self._open = self._engine.connect()
            try:
                self._open.begin()
            except BaseException:
                self._open.close()
                raise
        self._now_ms = self._place.clock.now_ms()  # the write lock is held: time is not lost to it
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        connection, self._open = self.connection, None
        with translating():
            connection.close()  # rolls back what was not committed
        if isinstance(error, sa.exc.DBAPIError):
            with translating():
                raise error

    def booked_by(self, command_id: bytes) -> tuple[Entry, ...]:
        """What an earlier press of the same key booked; empty the first time."""
        return transaction_of(self.connection, command_id)

    def record(self, facts: Sequence[Body], *, command_id: bytes, clerk: int) -> tuple[Entry, ...]:
        """Append one business transaction and fold it. Nothing is durable before ``commit``."""
        connection = self.connection
        stands, known = self._standing()
        clock = self._place.clock
        wall_ms = self._now_ms
        doubtful = doubt(clock, stands.wall_ms, known)
        self._hold(known, doubtful)
        stamp = Stamp(
            txn_id=new_id(wall_ms),
            command_id=command_id,
            entry_ids=tuple(new_id(wall_ms) for _ in facts),
            hlc=next_hlc(_last_heard(connection, stands.hlc, facts), clock, known),
            wall_ms=wall_ms,
            clock_flags=_flags(doubtful),
            clerk=clerk,
        )
        entries = next_entries(stands, facts, stamp)
        write_entries(connection, entries)
        for entry in entries:
            fold(connection, entry)
        last = entries[-1]
        signature = sign_head(
            self._place.signing_key, last.terminal, last.epoch, last.seq, last.hash
        )
        move_head(connection, last, signature)
        self._recorded = entries
        return entries

    def erase_bodies(self, seqs: Sequence[int]) -> None:
        """Empty the bodies that a folded ``customer.erased`` entry has named; hashes stay."""
        named = sa.select(erasure.c.seq).where(erasure.c.seq.in_(seqs))
        self.connection.execute(
            sa.update(journal)
            .where(journal.c.seq.in_(named), journal.c.body.is_not(None))
            .values(body=None)
        )

    def commit(self) -> None:
        """Make it durable (fsync); from here on it may be shown as done and printed."""
        with translating():
            self.connection.commit()
        if self._recorded:
            last = self._recorded[-1]
            write_mark(self._place.mark, last.epoch, last.seq)
            self._recorded = ()

    def _hold(self, known: KnownTime, doubtful: Doubt) -> None:
        if not doubtful and known.boot_id != self._place.clock.boot_id():
            believe(self.connection, self._place.clock)

    def _standing(self) -> tuple[Head, KnownTime]:
        here = TERMINAL.first(self.connection)
        if here is None:
            raise NotEnrolled
        known = known_time(here)
        found = head(self.connection)
        if found is not None:
            return found[0], known
        genesis = genesis_hash(here.terminal, here.epoch, here.device_key, here.nonce)
        return Head(here.terminal, here.epoch, 0, genesis, 0, 0), known


def _last_heard(connection: sa.Connection, own: int, facts: Sequence[Body]) -> int:
    """What is recorded comes after all of this."""
    return max(own, newest_stamp(connection), newest_word(connection, facts))


def _flags(found: Doubt) -> int:
    return (CLOCK_BEHIND if Doubt.BEHIND in found else 0) | (
        CLOCK_FAR_OFF if Doubt.FAR_OFF in found else 0
    )
