"""Taking in what headquarters sends, by the name of its entity.

An entity more is a module that takes its rows, and a line in ``TAKERS``. Names that this program
does not know are passed over and told, so that headquarters may be newer than its counters.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
import sqlalchemy as sa

from app.store.accounts_heard import AccountRow, take_accounts
from app.store.bundles_heard import ENTITY as BESIDE
from app.store.bundles_heard import take_bundles
from app.store.cards import take_card_keys, take_shut_out, take_signed_cards
from app.store.cases_heard import ENTITY as COMPLAINT
from app.store.cases_heard import take_cases
from app.store.conflicts_heard import ENTITY as CONFLICT
from app.store.conflicts_heard import take_conflicts
from app.store.gone import GONE, take_gone
from app.store.heard import Heard
from app.store.merges_heard import MergeRow, take_merges
from app.store.outbox import outbox
from app.store.prepared import Prepared
from app.store.received import take_customers
from app.store.snapshot import CustomerRow
from app.store.tables.heard import feed_unknown
from app.store.tables.station import feed_cursor

_PASSED_OVER = Prepared(
    sa.select(feed_unknown.c.entity).where(feed_unknown.c.scope == sa.bindparam("of_scope"))
)

Taker = Callable[[sa.Connection, Sequence[bytes], Heard], int]
"""Takes the bodies of one entity in the order of the feed, within the transaction that is open.

Returns how many were refused. Raises msgspec.DecodeError for a body that cannot be read.
"""


@dataclass(slots=True)
class Taken:
    """``refused``: rows that contradict what stands here. ``unknown``: rows by unknown entity."""

    refused: int = 0
    unknown: Counter[str] = field(default_factory=Counter)


def take_page(connection: sa.Connection, rows: Iterable[tuple[str, bytes]], now_ms: int) -> Taken:
    """Take (entity, body) pairs as headquarters sent them. Raises msgspec.DecodeError.

    Whatever belongs to a customer comes after the customers of the same page.
    """
    box = outbox(connection)
    assert box is not None, "a journal never becomes empty"
    heard = Heard(box.acked, box.head.seq, now_ms)
    bodies: dict[str, list[bytes]] = {}
    for entity, body in rows:
        bodies.setdefault(entity, []).append(body)
    taken = Taken()
    for entity, take in TAKERS.items():
        if entity in bodies:
            taken.refused += take(connection, bodies.pop(entity), heard)
    taken.unknown.update({entity: len(left) for entity, left in bodies.items()})
    return taken


def remember_unknown(connection: sa.Connection, scope: str, taken: Taken) -> None:
    """In the transaction that passes them over: a program that knows them reads them again."""
    for entity, rows in taken.unknown.items():
        into = sa.insert(feed_unknown).prefix_with("OR REPLACE")
        connection.execute(into.values(scope=scope, entity=entity, rows=rows))


def known_by_now(connection: sa.Connection, scope: str) -> bool:
    """Whether this program can read something of the scope that an older one passed over."""
    passed_over = _PASSED_OVER.all(connection, {"of_scope": scope})
    return any(row.entity in TAKERS for row in passed_over)


def read_again(connection: sa.Connection, scope: str) -> None:
    """Forget how far the scope was read: the next pass reads it from its beginning."""
    connection.execute(sa.delete(feed_unknown).where(feed_unknown.c.scope == scope))
    connection.execute(sa.delete(feed_cursor).where(feed_cursor.c.scope == scope))


def _customers(connection: sa.Connection, bodies: Sequence[bytes], heard: Heard) -> int:
    rows = (
        msgspec.structs.asdict(msgspec.msgpack.decode(body, type=CustomerRow)) for body in bodies
    )
    return take_customers(connection, rows, acked=heard.acked, head=heard.head)


def _merges(connection: sa.Connection, bodies: Sequence[bytes], _heard: Heard) -> int:
    take_merges(connection, [msgspec.msgpack.decode(body, type=MergeRow) for body in bodies])
    return 0


def _accounts(connection: sa.Connection, bodies: Sequence[bytes], heard: Heard) -> int:
    rows = (msgspec.msgpack.decode(body, type=AccountRow) for body in bodies)
    take_accounts(connection, rows, acked=heard.acked, now_ms=heard.now_ms)
    return 0


TAKERS: Mapping[str, Taker] = {
    GONE: take_gone,  # first: what came back stands after it in the feed, and stays
    "customer": _customers,
    "merge": _merges,
    BESIDE: take_bundles,
    "account": _accounts,
    "card_key": take_card_keys,
    "signed_card": take_signed_cards,
    "card_out": take_shut_out,
    COMPLAINT: take_cases,
    CONFLICT: take_conflicts,
}
"""By entity, in the order in which a page is taken."""
