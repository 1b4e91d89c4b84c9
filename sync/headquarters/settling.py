"""Two values contended; a person of headquarters looked and says which of them stands.

A decision for the value that is not in force is headquarters' own word on the customer: it stands
in no counter's journal, is in the chained log, and comes down by the feed like every other version.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

import msgspec
import sqlalchemy as sa

from app.errors import UserError
from app.ids import new_id
from app.journal.appending import read_body
from app.journal.entry import Entry
from app.journal.kinds.customers import CustomerEdited
from app.store.conflicts import current_value
from app.store.fold.customers import citizen_columns, put_values
from app.store.fold.words import said, settle
from app.store.merges import was_ever_merged
from app.store.origins import place_of, writer_number_of
from app.store.tables.customers import customer
from app.store.tables.relations import organisation
from sync.headquarters.database import Database, upsert
from sync.headquarters.hidden_words import keep_hidden_words
from sync.headquarters.publishing import write_log
from sync.headquarters.revoking import reason_words
from sync.headquarters.staff_tables import conflict_decision
from sync.headquarters.tables import conflict, entry, writer
from sync.headquarters.telling import Touched, tell
from sync.headquarters.uniting import stamp_after

ORGANISATION = "organisation"


@dataclass(eq=False)
class NoSuchConflict(UserError):
    """Nothing contends there."""

    code: ClassVar[str] = "headquarters.no_such_conflict"


@dataclass(eq=False)
class ConflictIsSettled(UserError):
    """``who`` settled it before, here or at a counter."""

    code: ClassVar[str] = "headquarters.conflict_settled"
    who: str


@dataclass(eq=False)
class ValueOvertaken(UserError):
    """The record says a third thing by now, or the customer's data was erased."""

    code: ClassVar[str] = "headquarters.value_overtaken"


@dataclass(frozen=True, slots=True)
class Contention:
    """Where two values met: the later edit's place, and the field."""

    place: int
    field: str


def settle_conflict(
    database: Database, which: Contention, reason: str, now_ms: int, who: str
) -> None:
    """Mark it settled with the value in force. Raises NoSuchConflict, ConflictIsSettled,
    ReasonMissing.
    """
    words = reason_words(reason)
    with database.writing() as connection:
        row = _conflict(connection, which)
        _decide(connection, row, row.winner, (words, who), now_ms)
        tell(connection, Touched(conflicts={row.uid}))


def take_other_value(
    database: Database, which: Contention, reason: str, now_ms: int, who: str
) -> None:
    """Let the value that lost stand from now on, at every counter.

    Raises NoSuchConflict, ConflictIsSettled, ReasonMissing, ValueOvertaken.
    """
    words = reason_words(reason)
    with database.writing() as connection:
        row = _conflict(connection, which)
        other = "theirs" if row.winner == "mine" else "mine"
        for each in _together(connection, row):
            _put(connection, each, other, now_ms)
            changed = sa.update(conflict).where(
                conflict.c.place == each.place, conflict.c.field == each.field
            )
            connection.execute(changed.values(winner=other))
            _decide(connection, each, other, (words, who), now_ms)
        keep_hidden_words(connection, [row.uid])
        tell(connection, Touched(customers={row.uid}, beside={row.uid}, conflicts={row.uid}))


def _conflict(connection: sa.Connection, which: Contention) -> sa.Row[Any]:
    row = connection.execute(
        sa.select(conflict).where(conflict.c.place == which.place, conflict.c.field == which.field)
    ).one_or_none()
    if row is None:
        raise NoSuchConflict
    who = connection.scalar(
        sa.select(conflict_decision.c.who).where(
            conflict_decision.c.place == which.place, conflict_decision.c.field == which.field
        )
    )
    if who is not None:
        raise ConflictIsSettled(who=who)
    return row


def _together(connection: sa.Connection, row: sa.Row[Any]) -> list[sa.Row[Any]]:
    """A commune and the list that its code is of are one value."""
    fields = ("commune", "scheme") if row.field in {"commune", "scheme"} else (row.field,)
    query = sa.select(conflict).where(conflict.c.place == row.place, conflict.c.field.in_(fields))
    return list(connection.execute(query))


def _put(connection: sa.Connection, row: sa.Row[Any], other: str, now_ms: int) -> None:
    wanted = msgspec.json.decode(getattr(row, other))
    if row.field == ORGANISATION:
        _put_organisation(connection, row, wanted)
        return
    stands = connection.execute(sa.select(customer).where(customer.c.uid == row.uid)).one()
    known = [msgspec.json.decode(value) for value in (row.mine, row.theirs)]
    if stands.erased or current_value(stands, row.field) not in known:
        raise ValueOvertaken
    values = _columns(connection, row, wanted)
    stamp = (stamp_after(connection, (row.uid,), now_ms), new_id(now_ms))
    said(connection, stamp, stands, values)
    put_values(connection, stands, values)
    if was_ever_merged(connection, row.uid):
        settle(connection, (row.uid,))


def _columns(connection: sa.Connection, row: sa.Row[Any], wanted: Any) -> dict[str, Any]:  # noqa: ANN401 - the field decides the type
    if row.field == "phones":
        return {"phones": " ".join(wanted)}
    if row.field != "citizen":
        return {row.field: wanted}
    if wanted is None:
        return citizen_columns(None)
    body = _edit_at(connection, row.place)
    if body is None or body.citizen is None or body.citizen.number != wanted:
        raise ValueOvertaken  # only the keyed hash of what lost would find the customer again
    return citizen_columns(body.citizen)


def _edit_at(connection: sa.Connection, place: int) -> CustomerEdited | None:
    """What was sealed at a place; None once it was erased."""
    number = writer_number_of(place)
    found = connection.execute(
        sa.select(entry)
        .join(writer, sa.and_(*(writer.c[name] == entry.c[name] for name in ("terminal", "epoch"))))
        .where(writer.c.number == number, entry.c.seq == place - place_of(number, 0))
    ).one_or_none()
    if found is None:
        return None
    known = {name: getattr(found, name) for name in Entry.__struct_fields__}
    body = read_body(Entry(**known))
    return body if isinstance(body, CustomerEdited) else None


def _put_organisation(connection: sa.Connection, row: sa.Row[Any], wanted: list[str]) -> None:
    form, tax_code, parent = wanted
    connection.execute(
        sa.update(organisation)
        .where(organisation.c.uid == row.uid)
        .values(form=form, tax_code=tax_code, parent=bytes.fromhex(parent) or None)
    )


def _decide(
    connection: sa.Connection,
    row: sa.Row[Any],
    stands: str,
    given: tuple[str, str],
    now_ms: int,
) -> None:
    words, who = given
    decided = {"place": row.place, "field": row.field, "stands": stands}
    upsert(
        connection, conflict_decision, [decided | {"who": who, "reason": words, "at_ms": now_ms}]
    )
    what = "settled" if stands == row.winner else "other_value_taken"
    write_log(connection, now_ms, what, f"{row.place}/{row.field} = {stands}: {words}", who)
