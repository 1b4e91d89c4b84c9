"""Taking customers as headquarters sends them, without losing what this writer did meanwhile.

Headquarters' version replaces the row once it holds all that this writer has to say about the
customer. For a customer of whom the journal speaks, the replaced row is kept with the sequence
after which it came, so that a replay arrives at the same rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from app.store.bundles_heard import forget_beside, index_addresses_of
from app.store.conflicts_heard import forget_conflicts
from app.store.drafts import drop_drafts_of
from app.store.fold.customers import base_columns
from app.store.fold.words import put_stamps, settle
from app.store.merges import was_ever_merged
from app.store.prepared import Numbering, Prepared
from app.store.search_index import index_customer, unindex_customer
from app.store.snapshot import COLUMNS, CustomerRow
from app.store.tables.customers import (
    customer,
    customer_alias,
    customer_base,
    customer_event,
    customer_taken,
)

_NAMES = [str(column.name) for column in base_columns()]

Stamps = Sequence[tuple[str, int, bytes]]
"""When edited fields were said: field, logical time, entry."""

_OF_UID = customer.c.uid == sa.bindparam("of_uid")
_KNOWN = Prepared(sa.select(customer.c.uid).where(_OF_UID))
_STANDS = Prepared(
    sa.select(
        customer.c.source, customer.c.shipments, customer.c.last_seen_ms, customer.c.erased
    ).where(_OF_UID)
)
_FOUND_BY = Prepared(
    sa.select(customer.c.id, customer.c.full_name, customer.c.phones).where(_OF_UID)
)
_COME = Numbering(customer)
_REPLACE = Prepared(sa.update(customer).where(_OF_UID))
_UNSENT = Prepared(
    sa.select(customer_event.c.uid)
    .where(
        customer_event.c.uid == sa.bindparam("of_uid"),
        customer_event.c.seq > sa.bindparam("acked"),
    )
    .limit(1)
)
_BASE = Prepared(
    sa.select(customer_base.c.uid).where(customer_base.c.uid == sa.bindparam("of_uid"))
)
_KEEP = Prepared(sa.insert(customer_taken).prefix_with("OR REPLACE"))


def take_customers(
    connection: sa.Connection, rows: Iterable[Mapping[str, Any]], *, acked: int, head: int
) -> int:
    """Let rows of headquarters (the columns of ``customer`` but id and source) stand here.

    ``acked``, ``head``: how far headquarters holds this journal, and how far it goes. A customer
    with unsent edits is passed over: headquarters sends it again after it has those edits.
    Returns how many were refused because another customer here has the same number.
    """
    refused = 0
    for row in rows:
        try:
            with connection.begin_nested():
                _take(connection, row, acked, head)
        except sa.exc.IntegrityError:
            refused += 1
    return refused


def put_document(connection: sa.Connection, document: bytes) -> None:
    """Let the row stand as a kept document has it."""
    values, stamps = read_document(document)
    _put(connection, values, stamps)


def put_record(connection: sa.Connection, record: CustomerRow) -> None:
    """Let the record of another number stand, as headquarters sent it."""
    values = {name: getattr(record, name) for name in COLUMNS}
    _put(connection, values | {"source": "headquarters"}, record.words)


def read_document(document: bytes) -> tuple[dict[str, Any], list[tuple[str, int, bytes]]]:
    """A kept row, and when its edited fields were said; older documents know only the row."""
    found = msgspec.msgpack.decode(document)
    stamps = [(field, hlc, mark) for part in found[len(_NAMES) :] for field, hlc, mark in part]
    return dict(zip(_NAMES, found, strict=False)), stamps


def stand_in(
    connection: sa.Connection,
    uid: bytes,
    *,
    number: str = "",
    full_name: str = "",
    since_ms: int = 0,
) -> None:
    """A row for a customer whom headquarters is still to send; nothing if known here.

    It has no version, and no more words than given: those of a signed card.
    """
    if _KNOWN.first(connection, {"of_uid": uid}) is None:
        blank = {name: "" for name in _NAMES if not customer.c[name].nullable}
        counts = dict.fromkeys(
            ("registered_ms", "version", "erased", "last_seen_ms", "shipments"), 0
        )
        own = {
            "uid": uid,
            "number": number or uid.hex(),
            "full_name": full_name,
            "registered_ms": since_ms,
            "source": "headquarters",
        }
        _put(connection, blank | counts | own, ())


def _take(connection: sa.Connection, given: Mapping[str, Any], acked: int, head: int) -> None:
    row = {name: given[name] for name in _NAMES if name != "source"}
    stamps = given.get("words", ())
    uid = row["uid"]
    here = _STANDS.first(connection, {"of_uid": uid})
    if here is None:
        _put(connection, {**row, "source": "headquarters"}, stamps)
        return
    if here.erased and not row["erased"]:
        return  # headquarters has not heard of the erasure; nobody comes back from one
    if _UNSENT.first(connection, {"of_uid": uid, "acked": acked}) is not None:
        return
    values = {
        **row,
        "source": here.source,
        "shipments": max(here.shipments, row["shipments"]),
        "last_seen_ms": max(here.last_seen_ms, row["last_seen_ms"]),
    }
    _put(connection, values, stamps)
    if row["erased"]:
        _forget(connection, values, head)
    if here.source == "here" or _BASE.first(connection, {"of_uid": uid}) is not None:
        _keep(connection, uid, head, (values, stamps))


def _forget(connection: sa.Connection, values: Mapping[str, Any], head: int) -> None:
    """Erased at another counter: what was put aside or drafted of the person goes here, too."""
    uid = values["uid"]
    blank = msgspec.msgpack.encode(tuple(values[name] for name in _NAMES))
    aside = sa.update(customer_base).where(customer_base.c.uid == uid)
    connection.execute(aside.values(document=blank))
    connection.execute(sa.delete(customer_alias).where(customer_alias.c.uid == uid))
    forget_beside(connection, [uid], head)
    forget_conflicts(connection, [uid])
    drop_drafts_of(connection, values["number"])


def _keep(
    connection: sa.Connection, uid: bytes, head: int, taken: tuple[Mapping[str, Any], Stamps]
) -> None:
    values, stamps = taken
    document = msgspec.msgpack.encode((*(values[name] for name in _NAMES), list(stamps)))
    _KEEP.run(connection, {"uid": uid, "after_seq": head, "document": document})


def _put(connection: sa.Connection, values: Mapping[str, Any], stamps: Stamps) -> None:
    """The number's own record; whoever is one with it shows what that comes to."""
    _put_row(connection, values)
    put_stamps(connection, values, stamps)
    if was_ever_merged(connection, values["uid"]):
        settle(connection, (values["uid"],))


def _put_row(connection: sa.Connection, values: Mapping[str, Any]) -> None:
    uid, phones = values["uid"], values["phones"].split()
    before = _FOUND_BY.first(connection, {"of_uid": uid})
    if before is None:
        row = _COME.add(connection, values)
        index_customer(connection, row, values["full_name"], phones)
        index_addresses_of(connection, uid, row)
        return
    _REPLACE.run(connection, {**values, "of_uid": uid})
    if (before.full_name, before.phones) != (values["full_name"], values["phones"]):
        unindex_customer(connection, before.id, before.full_name, before.phones.split())
        index_customer(connection, before.id, values["full_name"], phones)
