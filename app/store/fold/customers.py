"""Folding entries about customers into their rows and search keys."""

from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.customers import (
    Citizen,
    CustomerEdited,
    CustomerErased,
    CustomerRegistered,
)
from app.store.fold.numbers import pass_number, use_number
from app.store.search_index import index_customer, unindex_customer
from app.store.tables.customers import (
    customer,
    customer_alias,
    customer_base,
    customer_event,
)
from app.store.tables.journal import erasure

ERASED_NAME = "Khách đã xóa dữ liệu"
_PLAIN = ("full_name", "birth_date", "sex", "street", "commune", "scheme", "alert_note")


def customer_registered(connection: sa.Connection, entry: Entry, body: CustomerRegistered) -> None:
    """A new row, findable at once."""
    added = connection.execute(
        sa.insert(customer).values(
            uid=body.uid,
            number=body.number,
            **{name: getattr(body, name) for name in _PLAIN},
            **_citizen_columns(body.citizen),
            phones=" ".join(body.phones),
            office=body.office,
            source="here",
            registered_ms=entry.wall_ms,
            version=1,
            last_seen_ms=entry.wall_ms,
        )
    )
    assert added.inserted_primary_key is not None
    index_customer(connection, added.inserted_primary_key[0], body.full_name, body.phones)
    _remember_old_number(connection, body.uid, body.citizen)
    _remember_event(connection, entry, body.uid, "registered")
    use_number(connection, "customer", body.number[:4], int(body.number[4:11]), body.number)


def customer_edited(connection: sa.Connection, entry: Entry, body: CustomerEdited) -> None:
    """The changed fields take their new values; keys follow name and phones."""
    keep_base(connection, body.uid)
    row = connection.execute(sa.select(customer).where(customer.c.uid == body.uid)).one()
    values: dict[str, Any] = {"version": row.version + 1}
    for change in body.changes:
        if change.field == "citizen":
            values |= _citizen_columns(body.citizen)
        elif change.field == "phones":
            values["phones"] = " ".join(change.to) if isinstance(change.to, list) else ""
        else:
            values[change.field] = change.to
    connection.execute(sa.update(customer).where(customer.c.uid == body.uid).values(**values))
    _remember_old_number(connection, body.uid, body.citizen)
    fields = " ".join(change.field for change in body.changes)
    _remember_event(connection, entry, body.uid, "edited", fields)
    if "full_name" in values or "phones" in values:
        unindex_customer(connection, row.id, row.full_name, row.phones.split())
        phones = values.get("phones", row.phones).split()
        index_customer(connection, row.id, values.get("full_name", row.full_name), phones)


def customer_erased(connection: sa.Connection, entry: Entry, body: CustomerErased) -> None:
    """A tombstone keeps the number for ever; what was personal goes, in rows and entries."""
    connection.execute(sa.delete(customer_base).where(customer_base.c.uid == body.uid))
    connection.execute(sa.delete(customer_event).where(customer_event.c.uid == body.uid))
    row = connection.execute(sa.select(customer).where(customer.c.uid == body.uid)).one_or_none()
    blank: dict[str, Any] = {
        "full_name": ERASED_NAME,
        "birth_date": None,
        "sex": None,
        **_citizen_columns(None),
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


def keep_base(connection: sa.Connection, uid: bytes) -> None:
    """Put headquarters' version aside before this writer's first change to it."""
    row = connection.execute(_UNTOUCHED, {"of_uid": uid}).one_or_none()
    if row is not None:
        document = msgspec.msgpack.encode(tuple(row))
        connection.execute(sa.insert(customer_base).values(uid=uid, document=document))


def base_columns() -> list[sa.Column[Any]]:
    """The columns that ``customer_base`` keeps, in order: all but the local row id."""
    return [column for column in customer.columns if column is not customer.c.id]


_UNTOUCHED = sa.select(*base_columns()).where(
    customer.c.uid == sa.bindparam("of_uid"),
    customer.c.source == "headquarters",
    ~sa.select(customer_base.c.uid).where(customer_base.c.uid == sa.bindparam("of_uid")).exists(),
)


def _citizen_columns(citizen: Citizen | None) -> dict[str, Any]:
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
    known = sa.select(customer_alias.c.uid).filter_by(**alias)
    if connection.scalar(known) is None:
        connection.execute(sa.insert(customer_alias).values(**alias))


def _remember_event(
    connection: sa.Connection, entry: Entry, uid: bytes, kind: str, fields: str = ""
) -> None:
    """The history of a customer's record, and where its personal data stands in the journal."""
    connection.execute(
        sa.insert(customer_event).values(
            seq=entry.seq,
            uid=uid,
            kind=kind,
            at_ms=entry.wall_ms,
            clerk=entry.clerk,
            fields=fields,
        )
    )
