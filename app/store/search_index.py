"""Writing the keys that customers are found by. Text is folded here, once, and never at read."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from app.domain.names import fold, name_keys
from app.store.prepared import Adding, Prepared
from app.store.tables.search import ADDRESS, INITIALS, NAME, PHONE, distinct_name, search_key

_FOUND_BY = Adding(search_key)
_FOUND_NO_LONGER = Prepared(
    sa.delete(search_key).where(
        search_key.c.kind == sa.bindparam("of_kind"),
        search_key.c.key == sa.bindparam("of_key"),
        search_key.c.customer == sa.bindparam("of_customer"),
    )
)
_KNOWN = Prepared(
    sa.select(search_key.c.key).where(
        search_key.c.kind == ADDRESS,
        search_key.c.key == sa.bindparam("of_key"),
        search_key.c.customer == sa.bindparam("of_customer"),
    )
)
_DISTINCT = Prepared(
    sa.select(distinct_name.c.id).where(distinct_name.c.folded == sa.bindparam("given"))
)


def keys_of(full_name: str, phones: Iterable[str]) -> set[tuple[int, str]]:
    """Every (kind, key) of one customer: both name orders, initials, phones both ways.

    A phone read forwards begins with "+", read backwards with a digit: they share one kind.
    """
    found = name_keys(full_name)
    keys = {
        (NAME, found.surname_first),
        (NAME, found.given_first),
        (INITIALS, found.initials),
    }
    return keys | {(PHONE, way) for phone in phones for way in (phone, phone[::-1])}


def index_customer(
    connection: sa.Connection, customer: int, full_name: str, phones: Sequence[str]
) -> None:
    """Add one customer's keys; ``customer`` is the local row id."""
    rows = [
        {"kind": kind, "key": key, "customer": customer}
        for kind, key in sorted(keys_of(full_name, phones))
    ]
    _FOUND_BY.add(connection, *rows)
    add_distinct_name(connection, name_keys(full_name).surname_first)


def unindex_customer(
    connection: sa.Connection, customer: int, full_name: str, phones: Sequence[str]
) -> None:
    """Take the keys of the old name and phones away, before new ones are written."""
    keys = [
        {"of_kind": kind, "of_key": key, "of_customer": customer}
        for kind, key in sorted(keys_of(full_name, phones))
    ]
    _FOUND_NO_LONGER.run_each(connection, keys)


def index_texts(connection: sa.Connection, customer: int, texts: Iterable[str]) -> None:
    """Let a customer be found by the words of further addresses."""
    for key in _folded(texts):
        if _KNOWN.first(connection, {"of_key": key, "of_customer": customer}) is None:
            _FOUND_BY.add(connection, {"kind": ADDRESS, "key": key, "customer": customer})
            add_distinct_name(connection, key)


def unindex_texts(connection: sa.Connection, customer: int, texts: Iterable[str]) -> None:
    """Those words no longer lead to the customer."""
    _FOUND_NO_LONGER.run_each(
        connection,
        [{"of_kind": ADDRESS, "of_key": key, "of_customer": customer} for key in _folded(texts)],
    )


def _folded(texts: Iterable[str]) -> list[str]:
    return sorted({fold(text) for text in texts if text.strip()})


def add_distinct_name(connection: sa.Connection, folded: str) -> None:
    """Make a folded name findable by its words, if no customer has had it yet.

    Words are searched at counters; PostgreSQL has no such table.
    """
    if connection.dialect.name != "sqlite":
        return
    if _DISTINCT.first(connection, {"given": folded}) is not None:
        return
    added = connection.execute(sa.insert(distinct_name).values(folded=folded))
    assert added.inserted_primary_key is not None
    connection.exec_driver_sql(
        "INSERT INTO name_words(rowid, folded) VALUES (?, ?)",
        (added.inserted_primary_key[0], folded),
    )
