"""Terminals without a store: journals in memory, chained and signed like any other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from nacl.signing import SigningKey

from app.bench.sync.facts import a_registration, a_sale
from app.ids import new_id
from app.journal.appending import Head, Stamp, next_entries
from app.journal.entry import Entry, genesis_hash
from app.journal.heads import sign_head
from app.journal.kinds.body import Body
from app.journal.kinds.terminal import LeaseGranted, TerminalEnrolled
from sync.batches import wire_of
from sync.wire import MAX_BATCH, Push, pack

OFFICE, PROVINCE, PREFIX = "100950", "01", "RA"
SALES_EACH = 4
"""Items that one customer sends: a registration and four sales are nine entries."""


@dataclass(frozen=True, slots=True)
class Lent:
    """One range, as headquarters' table and the journal tell of it."""

    lease_id: str
    kind: str
    prefix: str
    lo: int
    hi: int


@dataclass(frozen=True, slots=True)
class Room:
    """How many customers a terminal has numbers for, beginning after ``before`` others."""

    before: int
    customers: int


class PaperTerminal:
    """Counter ``number`` of the bench's office. Whoever asks for entries keeps them."""

    def __init__(self, number: int, began_ms: int, room: Room) -> None:
        self.number = number
        self.room = room
        self.id = 7000 + number
        self.key = SigningKey.generate()
        self.nonce = bytes(self.key.verify_key)
        self.began_ms = began_ms
        self.genesis = genesis_hash(self.id, 1, self.device_key, self.nonce)
        self.head = Head(self.id, 1, 0, self.genesis, began_ms << 16, began_ms)
        self._customers = self._sales = 0

    @property
    def device_key(self) -> bytes:
        return bytes(self.key.verify_key)

    @property
    def counter(self) -> str:
        return str(self.number)

    def leases(self) -> tuple[Lent, ...]:
        """A range of each kind that overlaps with no other terminal's."""
        before, size = self.room.before, self.room.customers
        items = size * SALES_EACH
        return (
            self._lent("customer", f"{PROVINCE}26", before, size),
            self._lent("receipt", f"{OFFICE}-{self.number}", 0, items),
            self._lent("item", PREFIX, before * SALES_EACH, items),
        )

    def _lent(self, kind: str, prefix: str, before: int, size: int) -> Lent:
        return Lent(f"{self.id}-1-{prefix}-{before + 1}", kind, prefix, before + 1, before + size)

    def enrolled(self) -> list[Entry]:
        """The first transaction: who it is and which numbers it has."""
        told = TerminalEnrolled(
            office=OFFICE,
            counter=self.counter,
            device_key=self.device_key,
            nonce=self.nonce,
            provisioned_ms=self.began_ms,
        )
        leases = [
            LeaseGranted(
                lease_id=each.lease_id,
                lease_kind=each.kind,
                prefix=each.prefix,
                lo=each.lo,
                hi=each.hi,
            )
            for each in self.leases()
        ]
        return self._recorded(told, *leases)

    def work(self, entries: int) -> list[Entry]:
        """At least ``entries`` more: customers register and send ``SALES_EACH`` items each."""
        made: list[Entry] = []
        while len(made) < entries:
            self._customers += 1
            serial = self.room.before + self._customers
            made += self._recorded(a_registration(serial))
            for _ in range(SALES_EACH):
                self._sales += 1
                code = self.room.before * SALES_EACH + self._sales
                receipt = f"{OFFICE}-{self.number}-{self._sales:07}"
                made += self._recorded(*a_sale(code, receipt, serial))
        return made

    def _recorded(self, *facts: Body) -> list[Entry]:
        wall_ms = self.head.wall_ms + 1
        stamp = Stamp(
            txn_id=new_id(wall_ms),
            command_id=new_id(wall_ms),
            entry_ids=tuple(new_id(wall_ms) for _ in facts),
            hlc=wall_ms << 16,
            wall_ms=wall_ms,
            clock_flags=0,
            clerk=1,
        )
        made = next_entries(self.head, facts, stamp)
        last = made[-1]
        self.head = Head(self.id, 1, last.seq, last.hash, last.hlc, wall_ms)
        return list(made)

    def pushes(self, entries: Sequence[Entry], most: int = MAX_BATCH) -> Iterator[bytes]:
        """``entries`` as packed bodies of /v1/push, whole transactions of at most ``most``."""
        batch: list[Entry] = []
        for _, group in groupby(entries, key=lambda each: each.txn_id):
            whole = list(group)
            if batch and len(batch) + len(whole) > most:
                yield self._push(batch)
                batch = []
            batch += whole
        if batch:
            yield self._push(batch)

    def _push(self, batch: Sequence[Entry]) -> bytes:
        first, last = batch[0], batch[-1]
        return pack(
            Push(
                terminal=self.id,
                epoch=1,
                first_seq=first.seq,
                prev=first.prev,
                entries=[wire_of(each) for each in batch],
                signature=sign_head(self.key, self.id, 1, last.seq, last.hash),
            )
        )


def terminals(numbers: range, began_ms: int, room: Room) -> list[PaperTerminal]:
    """One after the other, each with as much room as the first."""
    size = room.customers
    return [
        PaperTerminal(number, began_ms, Room(room.before + place * size, size))
        for place, number in enumerate(numbers)
    ]
