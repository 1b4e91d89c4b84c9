"""Use case: a person says which of two values that met at headquarters stands."""

from dataclasses import dataclass
from typing import Any, ClassVar

import sqlalchemy as sa

from app.domain.customer_number import grouped
from app.domain.identities import Clerk
from app.errors import UserError
from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.customers import Change, Citizen, Value
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import ReasonUnusable, read_needed
from app.services.permissions import Act, require
from app.services.person import CitizenPaper, read_citizen
from app.store.conflicts import (
    ORGANISATION,
    Conflict,
    conflict_named,
    current_value,
    value_of,
)
from app.store.customers import customer_by_citizen, live_root
from app.store.station import here
from app.store.tables.customers import customer
from app.store.tables.relations import organisation
from app.store.uow import UnitOfWork

LONGEST_REASON = 200


@dataclass(eq=False)
class ConflictUnknown(UserError):
    """Nothing contends under this name, or the customer's data was erased."""

    code: ClassVar[str] = "conflict.unknown"


@dataclass(eq=False)
class ConflictSettledBefore(UserError):
    """``name`` has settled it already."""

    code: ClassVar[str] = "conflict.settled_before"
    name: str


@dataclass(eq=False)
class ValueMovedOn(UserError):
    """The record says a third thing by now: nothing is put back over it."""

    code: ClassVar[str] = "conflict.value_moved_on"


@dataclass(eq=False)
class ValueOfAnother(UserError):
    """The citizen number has become that of the customer ``number``, grouped."""

    code: ClassVar[str] = "conflict.value_of_another"
    number: str


@dataclass(frozen=True, slots=True)
class SettleConflict:
    """``conflict`` is its name; with ``take`` the value that does not hold is to stand."""

    command_id: bytes
    conflict: str
    take: bool
    reason: str


@dataclass(frozen=True, slots=True)
class SettledConflict:
    """``fields`` of the customer ``number`` are settled; ``changed``: another value stands."""

    number: str
    fields: tuple[str, ...]
    changed: bool


def settle_conflict(command: SettleConflict, uow: UnitOfWork, clerk: Clerk) -> SettledConflict:
    """Let one of both values stand, with name and reason, from now on and everywhere.

    Whoever is first at headquarters is heard. Raises NotPermitted (supervisors only) and the
    refusals above, ReasonUnusable, CommandIdTaken.
    """
    require(clerk, Act.SETTLE_CONFLICT)
    with uow:
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], ConflictSettled)
            if not command.conflict.startswith(before.edit.hex()):
                raise CommandIdTaken
            return _settled(uow.connection, before)
        found = _open(uow.connection, command.conflict)
        stored = live_root(uow.connection, found.told.uid)
        if stored is None:
            raise ConflictUnknown
        making = _Making(uow, stored.uid, found)
        stands = found.other if command.take else found.told.stands
        fact = ConflictSettled(
            uid=stored.uid,
            edit=found.told.edit,
            fields=[row.field for row in found.rows],
            stands=stands,
            changes=making.changes(stands) if command.take else [],
            citizen=making.citizen,
            reason=read_needed(command.reason, LONGEST_REASON, ReasonUnusable),
            clerk_name=clerk.name,
        )
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        done = _settled(uow.connection, fact)
        uow.commit()
    return done


def _open(connection: sa.Connection, name: str) -> Conflict:
    found = conflict_named(connection, name)
    if found is None:
        raise ConflictUnknown
    if found.answer is not None:
        raise ConflictSettledBefore(name=found.answer.clerk_name)
    decided = next((row.decided for row in found.rows if row.decided is not None), None)
    if decided is not None:
        raise ConflictSettledBefore(name=decided.by.name)
    return found


class _Making:
    """What lets the other value stand in one record; ``citizen`` stands beside the changes."""

    def __init__(self, uow: UnitOfWork, uid: bytes, found: Conflict) -> None:
        self.citizen: Citizen | None = None
        self._connection = uow.connection
        self._uid = uid
        self._found = found
        self._key = here(uow.connection).lookup_key

    def changes(self, stands: str) -> list[Change]:
        """One for each field. Raises ValueMovedOn, ValueOfAnother."""
        made = []
        for row in self._found.rows:
            now, wanted = self._now(row.field), value_of(row, stands)
            if now == wanted:
                continue
            if now not in (value_of(row, "mine"), value_of(row, "theirs")):
                raise ValueMovedOn
            if row.field == "citizen":
                self._read_citizen(wanted)
            made.append(Change(row.field, now, wanted))
        return made

    def _now(self, field: str) -> Value:
        if field == ORGANISATION:
            return self._organisation()
        row: Any = self._connection.execute(
            sa.select(customer).where(customer.c.uid == self._uid)
        ).one()
        return current_value(row, field)

    def _organisation(self) -> list[str] | None:
        query = sa.select(organisation).where(organisation.c.uid == self._uid)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else [row.form, row.tax_code, (row.parent or b"").hex()]

    def _read_citizen(self, wanted: Value) -> None:
        if not wanted:
            return
        self.citizen = read_citizen(CitizenPaper(str(wanted), "typed"), self._key)
        assert self.citizen is not None
        owner = customer_by_citizen(self._connection, self.citizen.lookup)
        if owner is not None and owner.uid != self._uid:
            raise ValueOfAnother(number=grouped(owner.number))


def _settled(connection: sa.Connection, fact: ConflictSettled) -> SettledConflict:
    number = connection.scalar(sa.select(customer.c.number).where(customer.c.uid == fact.uid))
    return SettledConflict(number or "", tuple(fact.fields), changed=bool(fact.changes))
