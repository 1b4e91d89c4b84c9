"""Taking in many customers at once, as headquarters sends them: state, not entries.

Rows go in without passing the journal, since they are headquarters' and not this writer's. The
search keys are sorted before they are written, which a B-tree of a million names thanks for.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Annotated

import msgspec
from sqlcipher3 import dbapi2

from app.domain.names import fold
from app.store.search_index import keys_of
from app.store.store import Store

BATCH = 20_000


class CustomerRow(msgspec.Struct, frozen=True, array_like=True):
    """What one number says of itself, as headquarters knows it; not what is merged with it.

    ``citizen_lookup`` is the keyed hash. ``words``: when each field that was edited was said, by
    field, logical time and entry.
    """

    uid: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    number: str
    full_name: str
    birth_date: str | None
    sex: str | None
    citizen_number: str | None
    citizen_lookup: bytes | None
    citizen_source: str | None
    citizen_issued_on: str | None
    phones: str
    street: str
    commune: str
    scheme: str
    alert_note: str
    office: str
    registered_ms: int
    version: int
    erased: int
    last_seen_ms: int
    shipments: int
    words: tuple[tuple[str, int, bytes], ...] = ()


COLUMNS = tuple(name for name in CustomerRow.__struct_fields__ if name != "words")
_INSERT = (
    f"INSERT INTO customer (source, {', '.join(COLUMNS)}) "  # noqa: S608 - our own field names
    f"VALUES ('headquarters', {', '.join('?' * len(COLUMNS))})"
)


def import_customers(store: Store, customers: Iterable[CustomerRow]) -> Iterator[int]:
    """Add customers batch by batch, each its own commit; yields how many are in so far.

    Raises sqlcipher3's IntegrityError when a number or uid is there already.
    """
    done = 0
    rows = iter(customers)
    while batch := list(islice(rows, BATCH)):
        with store.unit_of_work() as uow:
            add_customers(uow.raw, batch)
            uow.commit()
        done += len(batch)
        yield done


def add_rows(raw: dbapi2.Connection, batch: Sequence[CustomerRow]) -> None:
    """Add the rows alone: nobody searches for them by name."""
    rows = [msgspec.structs.astuple(customer)[: len(COLUMNS)] for customer in batch]
    raw.executemany(_INSERT, rows)


def add_customers(raw: dbapi2.Connection, batch: Sequence[CustomerRow]) -> None:
    """Add rows of one kind, with their search keys, within the transaction that is open.

    Raises sqlcipher3's IntegrityError when a number or uid is there already.
    """
    first = raw.execute("SELECT coalesce(max(id), 0) + 1 FROM customer").fetchone()[0]
    add_rows(raw, batch)
    keys = sorted(
        (kind, key, first + place)
        for place, customer in enumerate(batch)
        for kind, key in keys_of(customer.full_name, customer.phones.split())
    )
    raw.executemany("INSERT INTO search_key(kind, key, customer) VALUES (?, ?, ?)", keys)
    for name in sorted({fold(customer.full_name) for customer in batch}):
        added = raw.execute(
            "INSERT INTO distinct_name(folded) VALUES (?) ON CONFLICT DO NOTHING RETURNING id",
            (name,),
        ).fetchone()
        if added is not None:
            raw.execute("INSERT INTO name_words(rowid, folded) VALUES (?, ?)", (added[0], name))
