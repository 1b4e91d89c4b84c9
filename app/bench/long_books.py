"""A journal as long as years of work leave it, by the program's own booking and folding; and one
customer who sends all the time.

Prices are computed once and copied; every entry is chained, folded and signed for like any other,
only many to one commit.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from app.bench.letters import a_letter
from app.bench.subject import Sample
from app.bootstrap.desk import CounterDesk
from app.bootstrap.opening import open_enrolled
from app.clock import utc
from app.domain.calendar import day_span_ms, local_day
from app.domain.drawer import Count
from app.domain.identities import Clerk
from app.domain.item_code import make_item_code
from app.ids import new_id
from app.journal.appending import read_body
from app.journal.kinds.body import Body
from app.journal.kinds.money import PaymentPart, PaymentReceived
from app.journal.kinds.shipments import ShipmentAccepted
from app.journal.kinds.terminal import LeaseGranted
from app.services.closing import CloseShift, close_shift
from app.services.shifts import OpenShift, open_shift
from app.services.shipments import AcceptShipments
from app.settings import load_settings
from app.store.books import head, transaction_of
from app.store.drawer import cash_in_drawer, drawer_here
from app.store.station import here
from app.store.store import Store
from app.store.tables.customers import customer

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
OPENS_H, CLOSES_H = 7, 19
TOGETHER = 100
"""Sales of one commit: they come at one moment."""

RECEIVERS = 40
"""To so many doors goes what one customer sends all the time."""


@dataclass
class HandClock:
    """Hands that the bench turns, so that a year goes by in minutes."""

    wall_ms: int
    since_ms: int = 0

    def now_ms(self) -> int:
        return self.wall_ms

    def monotonic_ms(self) -> int:
        return self.since_ms

    def boot_id(self) -> str:
        return "bench"

    def turn_to(self, wall_ms: int) -> None:
        self.since_ms += max(0, wall_ms - self.wall_ms)
        self.wall_ms = max(wall_ms, self.wall_ms)


@dataclass(frozen=True, slots=True)
class LongBooks:
    """``entries`` in all; ``middle`` is the day to report, ``now_ms`` the end of the last one."""

    entries: int
    middle: date
    now_ms: int


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The first numbers of the leases that are used up."""

    name: str
    item: int
    receipt: int


_OF_BOOKS = _Numbers("bench", 20_000_000, 5_000_000)
_OF_HISTORY = _Numbers("bench-history", 40_000_000, 8_000_000)


@dataclass(slots=True)
class _Counter:
    store: Store
    clock: HandClock
    numbers: _Numbers
    clerk: Clerk
    item: ShipmentAccepted
    paid: PaymentReceived
    receivers: int = 1
    sold: int = 0
    items: int = 0
    recorded: int = 0
    days: list[date] = field(default_factory=list)


def write_long_books(sample: Sample, entries: int, days: int) -> LongBooks:
    """``entries`` more in the sample's journal, evenly over ``days`` that follow today."""
    store = open_enrolled(sample.home)
    clock = HandClock(store.clock.now_ms())
    store.close()
    store = open_enrolled(sample.home, clock)
    try:
        counter = _begun(store, clock, sample, _OF_BOOKS, entries)
        _close(store, counter.clerk)
        begins_ms = day_span_ms(local_day(utc(clock.now_ms())))[0] + DAY_MS
        for number in range(days):
            _work_a_day(counter, begins_ms + number * DAY_MS, entries // days)
        with store.reading() as connection:
            found = head(connection)
        assert found is not None, "the bench has just written"
        return LongBooks(found[0].seq, counter.days[days // 2], clock.now_ms())
    finally:
        store.close()


def write_long_history(sample: Sample, items: int) -> str:
    """The number of a customer of the sample who has sent ``items``, by now or before."""
    store = open_enrolled(sample.home)
    try:
        query = sa.select(customer.c.number, customer.c.shipments)
        with store.reading() as connection:
            most = connection.execute(query.order_by(customer.c.shipments.desc()).limit(1)).one()
        if most.shipments >= items:
            return str(most.number)
        clock = HandClock(store.clock.now_ms())
        counter = _begun(store, clock, sample, _OF_HISTORY, items + TOGETHER)
        counter.receivers = RECEIVERS
        while counter.items < items:
            _sell(counter, TOGETHER)
        with store.reading() as connection:
            return str(connection.scalar(query.order_by(customer.c.shipments.desc()).limit(1)))
    finally:
        store.close()


def _begun(
    store: Store, clock: HandClock, sample: Sample, numbers: _Numbers, entries: int
) -> _Counter:
    """One sale by the desk itself, whose price all others copy; and numbers enough."""
    desk = CounterDesk(store, load_settings(sample.home.settings))
    clerk = desk.sign_in(sample.clerk, sample.pin)
    with store.reading() as connection:
        number: str = connection.scalars(sa.select(customer.c.number).limit(1)).one()
    basket = AcceptShipments(desk.new_command_id(), number, (a_letter(desk),), tendered_vnd=100_000)
    desk.accept(basket)
    with store.reading() as connection:
        bodies = [read_body(entry) for entry in transaction_of(connection, basket.command_id)]
    item = next(body for body in bodies if isinstance(body, ShipmentAccepted))
    paid = next(body for body in bodies if isinstance(body, PaymentReceived))
    counter = _Counter(store, clock, numbers, clerk, item, paid)
    _grant(counter, entries)
    return counter


def _grant(counter: _Counter, entries: int) -> None:
    numbers = counter.numbers
    leases: list[Body] = [
        LeaseGranted(
            lease_id=f"{numbers.name}-{kind}",
            lease_kind=kind,
            prefix=prefix,
            lo=lo,
            hi=lo + entries,
        )
        for kind, prefix, lo in (
            ("receipt", counter.paid.receipt.rpartition("-")[0], numbers.receipt),
            ("item", counter.item.code[:2], numbers.item),
        )
    ]
    with counter.store.unit_of_work() as uow:
        uow.record(leases, command_id=new_id(uow.now_ms), clerk=0)
        uow.commit()


def _work_a_day(counter: _Counter, midnight_ms: int, entries: int) -> None:
    """Opened, sold all day, closed with what the books expect."""
    counter.clock.turn_to(midnight_ms + OPENS_H * HOUR_MS)
    counter.days.append(local_day(utc(counter.clock.now_ms())))
    command = OpenShift(new_id(counter.clock.now_ms()), Count(loose_vnd=500_000))
    open_shift(command, counter.store.unit_of_work(), counter.clerk)
    wanted = counter.recorded + entries
    step_ms = (CLOSES_H - OPENS_H) * HOUR_MS * TOGETHER // max(entries // 2, TOGETHER)
    while counter.recorded < wanted:
        counter.clock.turn_to(counter.clock.now_ms() + step_ms)
        _sell(counter, min(TOGETHER, (wanted - counter.recorded + 1) // 2))
    counter.clock.turn_to(midnight_ms + CLOSES_H * HOUR_MS)
    _close(counter.store, counter.clerk)


def _sell(counter: _Counter, sales: int) -> None:
    with counter.store.unit_of_work() as uow:
        for _ in range(sales):
            facts = list(_sale(counter))
            uow.record(facts, command_id=new_id(uow.now_ms), clerk=counter.clerk.id)
            counter.recorded += len(facts)
        uow.commit()


def _sale(counter: _Counter) -> Iterator[Body]:
    """Every tenth customer sends two."""
    prefix = counter.paid.receipt.rpartition("-")[0]
    receipt = f"{prefix}-{counter.numbers.receipt + counter.sold:07d}"
    counter.sold += 1
    codes = []
    for position in range(1, 3 if counter.sold % 10 == 0 else 2):
        code = make_item_code(counter.item.code[:2], counter.numbers.item + counter.items)
        door = counter.items % counter.receivers
        to = msgspec.structs.replace(counter.item.receiver, phone=f"+84912{654 + door:06d}")
        counter.items += 1
        codes.append(code)
        yield msgspec.structs.replace(
            counter.item, code=code, receipt=receipt, position=position, receiver=to
        )
    due_vnd = counter.paid.due_vnd * len(codes)
    yield msgspec.structs.replace(
        counter.paid,
        receipt=receipt,
        items=codes,
        due_vnd=due_vnd,
        tendered_vnd=due_vnd,
        change_vnd=0,
        parts=[PaymentPart(method="cash", amount_vnd=due_vnd)],
        postings=_times(counter.paid.postings, len(codes)),
    )


def _times(postings: list[Any], count: int) -> list[Any]:
    return [msgspec.structs.replace(leg, amount_vnd=leg.amount_vnd * count) for leg in postings]


def _close(store: Store, clerk: Clerk) -> None:
    with store.reading() as connection:
        held = cash_in_drawer(connection, drawer_here(connection))
        assert here(connection)
    command = CloseShift(new_id(store.clock.now_ms()), Count(loose_vnd=held))
    close_shift(command, store.unit_of_work(), clerk)
