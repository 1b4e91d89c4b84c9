"""Each number's own words, and what a record shows of them once numbers are merged.

The record's row has what is shown. What the number itself says stands beside it wherever that
differs, so that un-merging brings it back; and when it was said, wherever it was ever edited.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import msgspec
import sqlalchemy as sa

from app.domain.merges import UNSAID, Stamp, Step, Word, shown
from app.store.among import Among
from app.store.merges import relatives_of, standing_steps
from app.store.prepared import Prepared
from app.store.search_index import index_customer, unindex_customer
from app.store.tables.customers import customer
from app.store.tables.merges import customer_merge, customer_word, merge_fact

FIELDS: dict[str, tuple[str, ...]] = {
    "full_name": ("full_name",),
    "birth_date": ("birth_date",),
    "sex": ("sex",),
    "citizen": ("citizen_number", "citizen_lookup", "citizen_source", "citizen_issued_on"),
    "phones": ("phones",),
    "address": ("street", "commune", "scheme"),
    "alert_note": ("alert_note",),
}
"""What can be taken over from another record, and the columns that go together."""

_ADD = Prepared(sa.insert(customer_word))
_OF_UID = customer_word.c.uid == sa.bindparam("of_uid")
_FORGET = Prepared(
    sa.delete(customer_word).where(_OF_UID, customer_word.c.field == sa.bindparam("of_field"))
)
_FORGET_ALL = Prepared(sa.delete(customer_word).where(_OF_UID))

_RECORDS = Among(
    lambda one_of: sa.select(customer).where(one_of(customer.c.uid), customer.c.erased == 0)
)
_FORGET_STEPS = Among(
    lambda one_of: sa.delete(customer_merge).where(one_of(customer_merge.c.loser))
)
_FACTS = Among(lambda one_of: sa.select(merge_fact).where(one_of(merge_fact.c.merge)))
_ADD_STEP = Prepared(sa.insert(customer_merge))


def said(
    connection: sa.Connection, stamp: Stamp, row: sa.Row[Any], values: Mapping[str, Any]
) -> None:
    """``values`` are this number's own from now on."""
    own = _own_words(connection, [row])[row.uid]
    for field, columns in FIELDS.items():
        if any(column in values for column in columns):
            before = own[field].value
            value = {column: values.get(column, before[column]) for column in columns}
            _write(connection, row.uid, field, Word(stamp, value))


def settle(connection: sa.Connection, uids: Iterable[bytes]) -> None:
    """Let all who ever were one with ``uids`` show what the merges that stand come to."""
    relatives = relatives_of(connection, uids)
    steps = standing_steps(connection, relatives)
    _put_steps(connection, relatives, steps)
    rows = sorted(_RECORDS.all(connection, relatives), key=attrgetter("uid"))
    own = _own_words(connection, rows)
    seen = shown(steps, own)
    for row in rows:
        _show(connection, row, own[row.uid], seen[row.uid])


def own_words_of(
    connection: sa.Connection, uids: Collection[bytes]
) -> dict[bytes, tuple[dict[str, Any], list[tuple[str, int, bytes]]]]:
    """What numbers say of themselves beside their rows: columns, and when each field was said.

    Those of whom the row says everything are left out.
    """
    found = {}
    for uid, words in _stored(connection, uids).items():
        values = {name: value for word in words.values() for name, value in word.value.items()}
        stamps = [
            (field, *words[field].stamp) for field in sorted(words) if words[field].stamp > UNSAID
        ]
        found[uid] = (values, stamps)
    return found


def put_stamps(
    connection: sa.Connection,
    values: Mapping[str, Any],
    stamps: Iterable[tuple[str, int, bytes]],
) -> None:
    """What the number says was said then; ``values`` are the columns of its own record."""
    uid = values["uid"]
    _FORGET_ALL.run(connection, {"of_uid": uid})
    for field, hlc, mark in stamps:
        columns = FIELDS.get(field)
        if columns is not None:
            value = {column: values[column] for column in columns}
            _write(connection, uid, field, Word((hlc, mark), value))


def _put_steps(connection: sa.Connection, relatives: set[bytes], steps: tuple[Step, ...]) -> None:
    _FORGET_STEPS.run(connection, relatives)
    leads = {step.merge.stamp[1]: step for step in steps}
    rows = [
        {
            "loser": leads[row.merge].follower,
            "winner": leads[row.merge].head,
            "at_ms": row.at_ms,
            "seq": row.seq,
        }
        for row in _FACTS.all(connection, leads)
    ]
    _ADD_STEP.run_each(connection, rows)


def _show(
    connection: sa.Connection, row: sa.Row[Any], own: Mapping[str, Word], seen: Mapping[str, Word]
) -> None:
    """The row as it is to be seen; the number's own words beside it as far as they are needed."""
    changed: dict[str, Any] = {}
    for field, word in seen.items():
        changed |= {
            name: value for name, value in word.value.items() if value != getattr(row, name)
        }
        if own[field].stamp == UNSAID:
            _forget(connection, row.uid, field)
            if word.value != own[field].value:
                _write(connection, row.uid, field, own[field])
    if changed:
        connection.execute(sa.update(customer).where(customer.c.uid == row.uid).values(**changed))
    if "full_name" in changed or "phones" in changed:
        unindex_customer(connection, row.id, row.full_name, row.phones.split())
        phones = changed.get("phones", row.phones).split()
        index_customer(connection, row.id, changed.get("full_name", row.full_name), phones)


def _own_words(
    connection: sa.Connection, rows: Sequence[sa.Row[Any]]
) -> dict[bytes, dict[str, Word]]:
    """All fields of each record, as the number itself says them."""
    stored = _stored(connection, [row.uid for row in rows])
    return {
        row.uid: {
            field: Word(UNSAID, {name: getattr(row, name) for name in columns})
            for field, columns in FIELDS.items()
        }
        | stored.get(row.uid, {})
        for row in rows
    }


def _stored(connection: sa.Connection, uids: Collection[bytes]) -> dict[bytes, dict[str, Word]]:
    found: dict[bytes, dict[str, Word]] = {}
    for row in _STORED.all(connection, uids):
        value = msgspec.msgpack.decode(row.document)
        found.setdefault(row.uid, {})[row.field] = Word((row.hlc, row.mark), value)
    return found


_STORED = Among(lambda one_of: sa.select(customer_word).where(one_of(customer_word.c.uid)))


def _write(connection: sa.Connection, uid: bytes, field: str, word: Word) -> None:
    _forget(connection, uid, field)
    hlc, mark = word.stamp
    document = msgspec.msgpack.encode(word.value)
    values = {"uid": uid, "field": field, "hlc": hlc, "mark": mark, "document": document}
    _ADD.run(connection, values)


def _forget(connection: sa.Connection, uid: bytes, field: str) -> None:
    _FORGET.run(connection, {"of_uid": uid, "of_field": field})
