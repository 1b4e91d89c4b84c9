"""Conflicts told to counters: both values, whose they are, which holds, who settled it.

They go wherever the customer's record goes, and to the office of either edit if that is elsewhere.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.kinds.body import Body
from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.customers import Citizen, CustomerEdited, CustomerRegistered
from app.journal.kinds.holders import CustomerSucceeded
from app.journal.kinds.organisations import OrganisationDescribed
from app.store.conflicts_heard import ENTITY, ConflictRow, Decided, Hand, key_of
from app.store.fold.conflicts import told_description
from app.store.merges import relatives_of
from app.store.tables.customers import customer, customer_event
from sync.headquarters.customer_scopes import everywhere_known
from sync.headquarters.edits import Edit, edits_at
from sync.headquarters.feed import Item, batched, branch_scope, province_scope
from sync.headquarters.staff_tables import conflict_answer, conflict_decision
from sync.headquarters.tables import conflict, feed

_SAYING = ("registered", "edited", "settled", "succeeded", "described")


def conflict_items(connection: sa.Connection, uids: Collection[bytes]) -> Iterator[Item]:
    """Every conflict of these customers, and of all who were ever one with them."""
    for group in batched(relatives_of(connection, uids)):
        rows = connection.execute(sa.select(conflict).where(conflict.c.uid.in_(group))).all()
        decided = _decisions(connection, rows)
        for row in rows:
            yield from _items(connection, row, decided.get((row.place, row.field)))


def everyone_contended(connection: sa.Connection) -> set[bytes]:
    """For a headquarters that held conflicts before it told of them."""
    return set(connection.scalars(sa.select(conflict.c.uid)))


def forget_contended(connection: sa.Connection, uid: bytes) -> None:
    """Erased by law: neither value stays, in the rows or in what is still to be told."""
    rows = connection.execute(sa.select(conflict.c.place).where(conflict.c.uid == uid)).all()
    places = {row.place for row in rows}
    for table in (conflict_decision, conflict_answer, conflict):
        connection.execute(sa.delete(table).where(table.c.place.in_(places)))


def erased_items(connection: sa.Connection, keys: Collection[bytes]) -> Iterator[Item]:
    """What was told of them, without a word."""
    told = sa.select(feed.c.scope, feed.c.uid, feed.c.body).where(
        feed.c.entity == ENTITY, feed.c.uid.in_(keys)
    )
    for row in connection.execute(told.order_by(feed.c.scope, feed.c.uid)) if keys else ():
        known = msgspec.msgpack.decode(row.body, type=ConflictRow)
        blank = ConflictRow(known.edit, known.field, known.uid, erased=1)
        yield Item(row.scope, ENTITY, row.uid, msgspec.msgpack.encode(blank))


def _items(connection: sa.Connection, row: sa.Row[Any], decided: Decided | None) -> Iterator[Item]:
    edit = edits_at(connection, {row.place}).get(row.place)
    if edit is None:
        return
    relatives = relatives_of(connection, [row.uid])
    other = _who_said(connection, relatives, row)
    numbers: Mapping[bytes, str] = {
        each.uid: each.number
        for each in connection.execute(
            sa.select(customer.c.uid, customer.c.number).where(customer.c.uid.in_(relatives))
        )
    }
    told = ConflictRow(
        edit=edit.edit,
        field=row.field,
        uid=row.uid,
        number=numbers.get(row.uid, ""),
        base=row.base,
        mine=row.mine,
        theirs=row.theirs,
        stands=row.winner,
        mine_by=edit.by,
        theirs_by=other.by if other is not None else Hand(),
        decided=decided,
    )
    scopes = set(everywhere_known(connection, [row.uid])[row.uid])
    edits = [each for each in (edit, other) if each is not None]
    abroad = [each for each in edits if province_scope(each.province) not in scopes]
    scopes |= {branch_scope(each.by.office) for each in abroad}
    body = msgspec.msgpack.encode(told)
    for scope in sorted(scopes):
        yield Item(scope, ENTITY, key_of(edit.edit, row.field), body)


def _who_said(connection: sa.Connection, uids: Collection[bytes], row: sa.Row[Any]) -> Edit | None:
    """Who gave the value that the edit met: the newest entry that says it."""
    events = sa.select(customer_event.c.seq).where(
        customer_event.c.uid.in_(uids),
        customer_event.c.kind.in_(_SAYING),
        customer_event.c.seq != row.place,
    )
    wanted = msgspec.json.decode(row.theirs)
    edits = edits_at(connection, set(connection.scalars(events))).values()
    said = [each for each in edits if _says(each.body, row.field, wanted)]
    return max(said, key=lambda each: each.hlc, default=None)


def _says(body: Body | None, field: str, wanted: object) -> bool:
    if isinstance(body, CustomerEdited | ConflictSettled):
        return any(each.field == field and each.to == wanted for each in body.changes)
    if isinstance(body, OrganisationDescribed):
        return field == "organisation" and told_description(body.to) == wanted
    if isinstance(body, CustomerRegistered | CustomerSucceeded) and hasattr(body, field):
        said = getattr(body, field)
        return bool((said.number if isinstance(said, Citizen) else said) == wanted)
    return False


def _decisions(
    connection: sa.Connection, rows: Collection[sa.Row[Any]]
) -> dict[tuple[int, str], Decided]:
    places = {row.place for row in rows}
    made = connection.execute(
        sa.select(conflict_decision, conflict_answer.c.by_place)
        .outerjoin(
            conflict_answer,
            (conflict_answer.c.place == conflict_decision.c.place)
            & (conflict_answer.c.field == conflict_decision.c.field),
        )
        .where(conflict_decision.c.place.in_(places))
    ).all()
    answers = edits_at(connection, {each.by_place for each in made if each.by_place is not None})
    return {(each.place, each.field): _decided(each, answers) for each in made}


def _decided(made: sa.Row[Any], answers: Mapping[int, Edit]) -> Decided:
    answer = answers.get(made.by_place)
    if answer is None:
        return Decided(made.stands, Hand(name=made.who, at_ms=made.at_ms), made.reason)
    return Decided(made.stands, answer.by, made.reason, answer.edit)
