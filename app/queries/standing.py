"""How the counter stands: books, leases, clock, prints. Sync chip and start page read it."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.clock import Clock, doubt, utc
from app.domain.customer_number import make_customer_number
from app.domain.identities import Clerk
from app.domain.item_code import make_item_code
from app.domain.leases import LeaseKind
from app.domain.reference.book import ReferenceBook
from app.domain.reference.versions import NoReference
from app.domain.shift_summary import CurrentShift
from app.messages import text
from app.queries.drawer import current_shift
from app.store import station as stored
from app.store.books import entry_at, head
from app.store.clock_notes import note_of_doubt
from app.store.outbox import link
from app.store.reference import reference_book
from app.store.tables.journal import push_state
from app.store.tables.station import lease

LOW_SHARE = 40
"""A lease is low when less than this many per cent of it are left, or fewer than LOW_LEFT."""

LOW_LEFT = 50

ONLINE_MS = 10 * 60_000
"""Without word from headquarters for longer, a counter is alone."""


@dataclass(frozen=True, slots=True)
class Station:
    """Where this terminal stands."""

    office_code: str
    office_name: str
    counter: str
    terminal: int
    operator: str
    hotline: str


@dataclass(frozen=True, slots=True)
class LeaseLevel:
    """``label`` in words, e.g. "số bưu kiện"; ``next_code`` is the number given next."""

    kind: str
    label: str
    next_code: str
    left: int
    low: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """``state``: online, branch or alone ("một mình"). ``shift``: where money goes to now."""

    recorded: int
    unsent: int
    oldest_unsent_at: datetime | None
    acked: int
    state: str
    leases: tuple[LeaseLevel, ...]
    clock_note: str
    shift: CurrentShift | None = None


@dataclass(frozen=True, slots=True)
class PrintedState:
    """One document of a transaction. ``state``: waiting, printing, printed, failed, doubtful.

    ``failed`` waits too, with the printer's ``problem``. ``file`` is the name that the document
    has at the printer and, without ending, as a file.
    """

    job: int
    title: str
    state: str
    copy: int
    problem: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class LastTransaction:
    """ "Giao dịch gần nhất": what was booked last, and what of it is on paper."""

    receipt: str
    proof: str
    customer: str
    customer_name: str
    accepted_at: datetime
    items: tuple[str, ...]
    total_vnd: int
    change_vnd: int
    documents: tuple[PrintedState, ...]


def station(connection: sa.Connection, at_ms: int) -> Station:
    """This terminal with the names of its office as they are valid at ``at_ms``."""
    here = stored.here(connection)
    office = reference_book(connection, at_ms).office(here.office)
    return Station(
        office_code=here.office,
        office_name=office.name,
        counter=here.counter,
        terminal=here.terminal,
        operator=here.operator,
        hotline=office.hotline,
    )


def clerks(connection: sa.Connection) -> tuple[Clerk, ...]:
    """Who may sign in here, by name."""
    return stored.clerks(connection)


def link_state(connection: sa.Connection, clock: Clock) -> str:
    """online: the last pass came through, not long ago; else alone, also after a stick."""
    found = link(connection)
    if found is None or not found.url or found.problem:
        return "alone"
    if clock.now_ms() - found.heard_ms > ONLINE_MS:
        return "alone"
    return "online"


def standing(connection: sa.Connection, clock: Clock) -> Standing:
    """How the books, the numbers and the clock stand now."""
    found = head(connection)
    position = found[0] if found else None
    recorded = position.seq if position else 0
    acked = connection.scalar(sa.select(push_state.c.acked_seq)) or 0
    oldest = entry_at(connection, acked + 1) if acked < recorded else None
    known = stored.here(connection).known
    return Standing(
        recorded=recorded,
        unsent=recorded - acked,
        oldest_unsent_at=utc(oldest.wall_ms) if oldest else None,
        acked=acked,
        state=link_state(connection, clock),
        leases=_levels(connection, reference_book(connection, clock.now_ms())),
        clock_note=note_of_doubt(doubt(clock, position.wall_ms if position else 0, known)),
        shift=current_shift(connection, clock.now_ms()),
    )


def _levels(connection: sa.Connection, book: ReferenceBook) -> tuple[LeaseLevel, ...]:
    """One level for each kind and prefix, whatever number of ranges it has; driest first."""
    left = sa.func.sum(lease.c.hi - lease.c.next + 1)
    whole = sa.func.sum(lease.c.hi - lease.c.lo + 1)
    following = sa.func.min(sa.case((lease.c.next <= lease.c.hi, lease.c.next)))
    rows = connection.execute(
        sa.select(lease.c.kind, lease.c.prefix, left, whole, following)
        .group_by(lease.c.kind, lease.c.prefix)
        .order_by(left * 100 / whole, lease.c.kind, lease.c.prefix)
    )
    labels = _service_labels(book)
    return tuple(
        LeaseLevel(
            kind=kind,
            label=_label(kind, prefix, labels),
            next_code="" if serial is None else _code(kind, prefix, serial),
            left=count,
            low=count * 100 < LOW_SHARE * size or count < LOW_LEFT,
        )
        for kind, prefix, count, size, serial in rows
    )


def _service_labels(book: ReferenceBook) -> dict[str, str]:
    """Short service names by the prefix of their item numbers."""
    try:
        return {service.s10_prefix: service.short_label for service in book.services}
    except NoReference:
        return {}


def _label(kind: str, prefix: str, labels: dict[str, str]) -> str:
    return text(f"lease.what.{kind}", service=labels.get(prefix, prefix))


def _code(kind: str, prefix: str, serial: int) -> str:
    """The next number, whole and without blanks; screens group it."""
    if kind == LeaseKind.CUSTOMER:
        return make_customer_number(prefix, serial)
    if kind == LeaseKind.ITEM:
        return make_item_code(prefix, serial)
    return f"{prefix}-{serial:07d}"
