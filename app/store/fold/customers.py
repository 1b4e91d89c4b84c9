"""Folding entries about customers into their rows and search keys."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.customers import (
    CHANGEABLE,
    Change,
    Citizen,
    CustomerEdited,
    CustomerErased,
    CustomerRegistered,
)
from app.store.fold.numbers import pass_number, use_number
from app.store.fold.words import own_words_of, said, settle
from app.store.gathering import notes
from app.store.merges import was_ever_merged
from app.store.prepared import Adding, Numbering, Prepared
from app.store.search_index import index_customer, unindex_customer, unindex_texts
from app.store.tables.customers import (
    customer,
    customer_alias,
    customer_base,
    customer_event,
)
from app.store.tables.journal import erasure
from app.store.tables.relations import OF_A_CUSTOMER, customer_address

ERASED_NAME = "Khách đã xóa dữ liệu"
_REGISTER = Numbering(customer)
_HAPPENED = Adding(customer_event)
_ALIAS = Prepared(
    sa.select(customer_alias.c.uid).where(
        *(customer_alias.c[name] == sa.bindparam(f"of_{name}") for name in ("kind", "code", "uid"))
    )
)
_ADD_ALIAS = Prepared(sa.insert(customer_alias))
_RECORD = Prepared(sa.select(customer).where(customer.c.uid == sa.bindparam("of_uid")))
_CHANGE = Prepared(sa.update(customer).where(customer.c.uid == sa.bindparam("of_uid")))
_PLAIN = ("full_name", "birth_date", "sex", "street", "commune", "scheme", "alert_note")


def customer_registered(connection: sa.Connection, entry: Entry, body: CustomerRegistered) -> None:
    """A new row, findable at once."""
    row_id = _REGISTER.add(
        connection,
        {
            "uid": body.uid,
            "number": body.number,
            **{name: getattr(body, name) for name in _PLAIN},
            **citizen_columns(body.citizen),
            "phones": " ".join(body.phones),
            "office": body.office,
            "source": "here",
            "registered_ms": entry.wall_ms,
            "version": 1,
            "last_seen_ms": entry.wall_ms,
        },
    )
    index_customer(connection, row_id, body.full_name, body.phones)
    notes(connection).setdefault(_UNTOUCHED, set()).add(body.uid)
    _remember_old_number(connection, body.uid, body.citizen)
    remember_event(connection, entry, body.uid, "registered")
    use_number(connection, "customer", body.number[:4], int(body.number[4:11]), body.number)


def customer_edited(connection: sa.Connection, entry: Entry, body: CustomerEdited) -> None:
    """The changed fields take their new values; keys follow name and phones."""
    change_record(connection, entry, body.uid, body.changes, body.citizen)
    fields = " ".join(change.field for change in body.changes)
    remember_event(connection, entry, body.uid, "edited", fields)


def change_record(
    connection: sa.Connection,
    entry: Entry,
    uid: bytes,
    changes: Sequence[Change],
    citizen: Citizen | None,
) -> None:
    """The record says ``changes`` from now on; ``citizen`` stands beside them.

    Raises ValueError for one that is of no CHANGEABLE field.
    """
    keep_base(connection, uid)
    row = _RECORD.first(connection, {"of_uid": uid})
    if row is None:
        raise sa.exc.NoResultFound
    values: dict[str, Any] = {}
    for change in changes:
        if change.field not in CHANGEABLE:
            raise ValueError(change.field)
        if change.field == "citizen":
            values |= citizen_columns(citizen)
        elif change.field == "phones":
            values["phones"] = " ".join(change.to) if isinstance(change.to, list) else ""
        else:
            values[change.field] = change.to
    say(connection, entry, row, values)
    _remember_old_number(connection, uid, citizen)


def say(
    connection: sa.Connection, entry: Entry, row: sa.Row[Any], values: Mapping[str, Any]
) -> None:
    """The record ``row`` says ``values`` from now on; whoever is one with it shows them too."""
    said(connection, (entry.hlc, entry.entry_id), row, values)
    put_values(connection, row, values)
    if was_ever_merged(connection, row.uid):
        settle(connection, (row.uid,))


def put_values(connection: sa.Connection, row: sa.Row[Any], values: Mapping[str, Any]) -> None:
    """The record ``row`` as its next version; search keys follow name and phones."""
    _CHANGE.run(connection, {"of_uid": row.uid, "version": row.version + 1, **values})
    if "full_name" in values or "phones" in values:
        unindex_customer(connection, row.id, row.full_name, row.phones.split())
        phones = values.get("phones", row.phones).split()
        index_customer(connection, row.id, values.get("full_name", row.full_name), phones)


def customer_erased(connection: sa.Connection, entry: Entry, body: CustomerErased) -> None:
    """A tombstone keeps the number for ever; what was personal goes, in rows and entries."""
    connection.execute(sa.delete(customer_base).where(customer_base.c.uid == body.uid))
    connection.execute(sa.delete(customer_event).where(customer_event.c.uid == body.uid))
    row = connection.execute(sa.select(customer).where(customer.c.uid == body.uid)).one_or_none()
    if row is not None:
        _unindex_addresses(connection, row)
    for table, owner in OF_A_CUSTOMER:
        connection.execute(sa.delete(table).where(owner == body.uid))
    blank: dict[str, Any] = {
        "full_name": ERASED_NAME,
        "birth_date": None,
        "sex": None,
        **citizen_columns(None),
        "phones": "",
        "street": "",
        "commune": "",
        "scheme": "",
        "alert_note": "",
        "erased": 1,
    }
    if row is not None:
        unindex_customer(connection, row.id, row.full_name, row.phones.split())
        blank["version"] = row.version + 1
        connection.execute(sa.update(customer).where(customer.c.uid == body.uid).values(**blank))
        gone = sa.delete(customer_alias).where(customer_alias.c.uid == body.uid)
        connection.execute(gone)
    # A replay no longer knows the erased registration: the number must stay used all the same.
    pass_number(connection, "customer", body.number[:4], int(body.number[4:11]))
    connection.execute(sa.insert(erasure), [{"seq": seq, "by_seq": entry.seq} for seq in body.seqs])


def _unindex_addresses(connection: sa.Connection, row: sa.Row[Any]) -> None:
    lines = sa.select(customer_address.c.as_written, customer_address.c.line).where(
        customer_address.c.uid == row.uid
    )
    for texts in connection.execute(lines).all():
        unindex_texts(connection, row.id, tuple(texts))


def keep_base(connection: sa.Connection, uid: bytes) -> None:
    """Put headquarters' version aside before this writer's first change to it."""
    looked: set[bytes] = notes(connection).setdefault(_UNTOUCHED, set())
    if uid in looked:
        return
    looked.add(uid)
    row = _UNTOUCHED.first(connection, {"of_uid": uid})
    if row is not None:
        values, stamps = own_words_of(connection, [uid]).get(uid, ({}, []))
        document = msgspec.msgpack.encode((*(row._asdict() | values).values(), stamps))
        connection.execute(sa.insert(customer_base).values(uid=uid, document=document))


def base_columns() -> list[sa.Column[Any]]:
    """The columns that ``customer_base`` keeps, in order: all but the local row id."""
    return [column for column in customer.columns if column is not customer.c.id]


_UNTOUCHED = Prepared(
    sa.select(*base_columns()).where(
        customer.c.uid == sa.bindparam("of_uid"),
        customer.c.source == "headquarters",
        ~sa.select(customer_base.c.uid)
        .where(customer_base.c.uid == sa.bindparam("of_uid"))
        .exists(),
    ),
    blind=True,  # who waits to be changed was looked at before, who waits to be added is ours
)


def citizen_columns(citizen: Citizen | None) -> dict[str, Any]:
    return {
        "citizen_number": citizen.number if citizen else None,
        "citizen_lookup": citizen.lookup if citizen else None,
        "citizen_source": citizen.source if citizen else None,
        "citizen_issued_on": citizen.issued_on if citizen else None,
    }


def _remember_old_number(connection: sa.Connection, uid: bytes, citizen: Citizen | None) -> None:
    if citizen is None or citizen.old_lookup is None:
        return
    alias = {"kind": "old_id", "code": citizen.old_lookup.hex(), "uid": uid}
    if _ALIAS.first(connection, {f"of_{name}": value for name, value in alias.items()}) is None:
        _ADD_ALIAS.run(connection, alias)


def remember_event(
    connection: sa.Connection, entry: Entry, uid: bytes, kind: str, fields: str = ""
) -> None:
    """The history of a customer's record, and where its personal data stands in the journal."""
    _HAPPENED.add(
        connection,
        {
            "seq": entry.seq,
            "uid": uid,
            "kind": kind,
            "at_ms": entry.wall_ms,
            "clerk": entry.clerk,
            "fields": fields,
        },
    )
