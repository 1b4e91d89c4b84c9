"""Taking what stands beside customers as headquarters sends it: the whole of it, or nothing.

As with the customers themselves, headquarters' version replaces what is here once it holds all
that this writer has said of the customer. It is kept with the sequence after which it came: a
replay of the journal puts it there again.
"""

from collections.abc import Collection, Iterator, Sequence

import msgspec
import sqlalchemy as sa

from app.store.among import Among
from app.store.bundles import PARTS, Bundle, PartOfBundle, as_named_here
from app.store.heard import Heard
from app.store.origins import own_number
from app.store.prepared import Prepared
from app.store.search_index import index_texts, unindex_texts
from app.store.station import TERMINAL
from app.store.tables.customers import customer, customer_event, customer_taken
from app.store.tables.heard import taken_document
from app.store.tables.relations import customer_address

ENTITY = "customer_beside"
_LINES = Prepared(
    sa.select(customer_address.c.as_written, customer_address.c.line).where(
        customer_address.c.uid == sa.bindparam("of_uid"), customer_address.c.dropped_ms.is_(None)
    )
)
_UNSENT = Among(
    lambda one_of: sa.select(customer_event.c.uid).where(
        one_of(customer_event.c.uid), customer_event.c.seq > sa.bindparam("acked")
    )
)
_GONE = Among(
    lambda one_of: sa.select(customer.c.uid).where(one_of(customer.c.uid), customer.c.erased == 1)
)
_IDS = Among(lambda one_of: sa.select(customer.c.uid, customer.c.id).where(one_of(customer.c.uid)))
_LINES_OF = Among(
    lambda one_of: sa.select(
        customer_address.c.uid, customer_address.c.as_written, customer_address.c.line
    ).where(one_of(customer_address.c.uid), customer_address.c.dropped_ms.is_(None))
)


def _forgetting(part: PartOfBundle) -> Among:
    return Among(lambda one_of: sa.delete(part.table).where(one_of(part.owner)))


_FORGET = tuple((part, _forgetting(part)) for part in PARTS)
_AT_ONCE = 500
"""Customers of one question: databases take only so many values."""


def take_bundles(connection: sa.Connection, bodies: Sequence[bytes], heard: Heard) -> int:
    """Raises msgspec.DecodeError. Refuses none: a customer with unsent words is passed over."""
    for start in range(0, len(bodies), _AT_ONCE):
        chunk = bodies[start : start + _AT_ONCE]
        bundles = [msgspec.msgpack.decode(body, type=Bundle) for body in chunk]
        _take(connection, bundles, heard)
    return 0


def put_bundles(connection: sa.Connection, bundles: Collection[Bundle]) -> None:
    """Let them stand in place of whatever stands beside their customers."""
    uids = [each.uid for each in bundles]
    ids = _ids(connection, uids)
    _unindex(connection, ids)
    for part, forget in _FORGET:
        forget.run(connection, uids)
        owner = str(part.owner.name)
        rows = [
            msgspec.structs.asdict(row) | {owner: bundle.uid}
            for bundle in bundles
            for row in getattr(bundle, part.name)
        ]
        if rows:
            connection.execute(sa.insert(part.table).prefix_with("OR REPLACE"), rows)
    for bundle in bundles:
        if bundle.uid in ids:
            index_texts(connection, ids[bundle.uid], _texts(bundle))


def put_bundle(connection: sa.Connection, document: bytes) -> None:
    """Let one stand as a kept document has it."""
    put_bundles(connection, [msgspec.msgpack.decode(document, type=Bundle)])


def index_addresses_of(connection: sa.Connection, uid: bytes, row: int) -> None:
    """A customer came after its addresses: it is found by them from now on."""
    for texts in _LINES.all(connection, {"of_uid": uid}):
        index_texts(connection, row, tuple(texts))


def forget_beside(connection: sa.Connection, uids: Collection[bytes], head: int) -> None:
    """They were erased elsewhere: nothing of theirs stays, and a replay ends with nothing."""
    _stand(connection, [Bundle(uid) for uid in uids], head)


def forget_documents(connection: sa.Connection, uids: Collection[bytes]) -> None:
    """They were erased here: their entries are gone, and a replay needs no documents."""
    kept = (taken_document.c.entity == ENTITY) & taken_document.c.key.in_(uids)
    connection.execute(sa.delete(taken_document).where(kept))
    connection.execute(sa.delete(customer_taken).where(customer_taken.c.uid.in_(uids)))


def _take(connection: sa.Connection, bundles: Sequence[Bundle], heard: Heard) -> None:
    uids = [each.uid for each in bundles]
    here = TERMINAL.first(connection)
    waiting = {row.uid for row in _UNSENT.all(connection, uids, {"acked": heard.acked})}
    gone = {row.uid for row in _GONE.all(connection, uids)}
    stands = [
        as_named_here(each, own_number(each.origins, here.terminal, here.epoch))
        for each in bundles
        if each.uid not in waiting | gone
    ]
    _stand(connection, [*stands, *map(Bundle, gone)], heard.head)


def _stand(connection: sa.Connection, bundles: Collection[Bundle], head: int) -> None:
    put_bundles(connection, bundles)
    kept = [
        {
            "entity": ENTITY,
            "key": each.uid,
            "after_seq": head,
            "document": msgspec.msgpack.encode(each),
        }
        for each in bundles
    ]
    if kept:
        connection.execute(sa.insert(taken_document).prefix_with("OR REPLACE"), kept)


def _ids(connection: sa.Connection, uids: Sequence[bytes]) -> dict[bytes, int]:
    return {row.uid: row.id for row in _IDS.all(connection, uids)}


def _unindex(connection: sa.Connection, ids: dict[bytes, int]) -> None:
    for row in _LINES_OF.all(connection, ids):
        unindex_texts(connection, ids[row.uid], (row.as_written, row.line))


def _texts(bundle: Bundle) -> Iterator[str]:
    for row in bundle.addresses:
        if row.dropped_ms is None:
            yield from (row.as_written, row.line)
