"""Use cases on a shift: open it, or let the first money that comes open it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from app.clock import local, utc
from app.domain import accounts
from app.domain.drawer import AmountImpossible, Count, Opening, check_count
from app.domain.identities import Clerk
from app.errors import UserError
from app.journal.entry import Entry
from app.journal.kinds.body import Body, Posting
from app.journal.kinds.shifts import Notes, ShiftOpened
from app.services.commands import CommandIdTaken, booked_body
from app.services.permissions import Act, require
from app.store.drawer import (
    StoredShift,
    cash_in_drawer,
    drawer_here,
    newest_shift,
    open_shift_of,
    shift_by_number,
    shift_number,
)
from app.store.station import here
from app.store.uow import UnitOfWork


@dataclass(eq=False)
class ShiftAlreadyOpen(UserError):
    """``since`` is the time of day in Vietnam."""

    code: ClassVar[str] = "shift.already_open"
    shift: str
    clerk_name: str
    since: str


@dataclass(eq=False)
class ShiftOpenedByItself(UserError):
    """The first sale opened it; what is put into the drawer now is paid in."""

    code: ClassVar[str] = "shift.opened_by_itself"
    shift: str
    since: str


@dataclass(eq=False)
class ShiftNotOpen(UserError):
    """Nothing to close, count or move cash in."""

    code: ClassVar[str] = "shift.not_open"


@dataclass(frozen=True, slots=True)
class OpenShift:
    """``count`` is all that lies in the drawer, ``received_vnd`` what the treasury put into it.

    None: the treasury gave all of it where the books say that the drawer was empty, else nothing.
    """

    command_id: bytes
    count: Count = field(default_factory=Count)
    received_vnd: int | None = None


@dataclass(frozen=True, slots=True)
class OpenedShift:
    """``difference_vnd``: counted − received − what the last shift left behind."""

    shift: str
    opened_at: datetime
    opening: str
    clerk_name: str
    float_vnd: int
    carried_vnd: int
    received_vnd: int
    difference_vnd: int


def open_shift(command: OpenShift, uow: UnitOfWork, clerk: Clerk) -> OpenedShift:
    """Take the drawer over with what is counted in it.

    Raises ShiftAlreadyOpen, ShiftOpenedByItself, the refusals of ``check_count``,
    AmountImpossible, CommandIdTaken.
    """
    require(clerk, Act.OPEN_SHIFT)
    check_count(command.count)
    with uow:
        if booked := uow.booked_by(command.command_id):
            body = booked_body(booked[0], ShiftOpened)
            if len(booked) > 1:
                raise CommandIdTaken  # a sale that opened its shift by itself
            return _opened(shift_by_number(uow.connection, body.shift))
        drawer = drawer_here(uow.connection)
        if standing := open_shift_of(uow.connection, drawer):
            raise _refusal(standing)
        fact = opening_fact(
            uow, clerk, Opening.COUNTED, command.count, received_vnd=command.received_vnd
        )
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
        return _opened(shift_by_number(uow.connection, fact.shift))


def shift_facts(uow: UnitOfWork, clerk: Clerk) -> list[Body]:
    """What a service that books money puts before its own facts: empty while a shift is open.

    Money that comes with no shift open is never refused: it opens one, with what the last close
    left in the drawer.
    """
    drawer = drawer_here(uow.connection)
    if open_shift_of(uow.connection, drawer) is not None:
        return []
    return [opening_fact(uow, clerk, Opening.AUTOMATIC)]


def without_shift(booked: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of a transaction but the shift that it may have opened by itself."""
    return tuple(entry for entry in booked if entry.kind != ShiftOpened.NUMBER)


def opening_fact(
    uow: UnitOfWork,
    clerk: Clerk,
    opening: Opening,
    count: Count | None = None,
    *,
    received_vnd: int | None = None,
    carried_vnd: int | None = None,
) -> ShiftOpened:
    """The next shift of this drawer. ``carried_vnd`` is given when the last one closes with it.

    Raises AmountImpossible when more was received than lies there.
    """
    station, drawer = here(uow.connection), drawer_here(uow.connection)
    carried = cash_in_drawer(uow.connection, drawer) if carried_vnd is None else carried_vnd
    counted = carried if count is None else count.total_vnd
    received = _received(received_vnd, counted, carried)
    difference = counted - received - carried
    return ShiftOpened(
        shift=shift_number(drawer, serial := _next_serial(uow, drawer)),
        serial=serial,
        office=station.office,
        counter=station.counter,
        opening=opening.value,
        clerk_id=clerk.id,
        clerk_name=clerk.name,
        notes=notes_of(count or Count()),
        loose_vnd=count.loose_vnd if count else 0,
        carried_vnd=carried,
        received_vnd=received,
        float_vnd=counted,
        difference_vnd=difference,
        postings=legs(
            (accounts.DRAWER, received + difference),
            (accounts.TREASURY, -received),
            (accounts.CASH_DIFFERENCE, -difference),
        ),
    )


def _next_serial(uow: UnitOfWork, drawer: str) -> int:
    last = newest_shift(uow.connection, drawer)
    return last.serial + 1 if last else 1


def notes_of(count: Count) -> list[Notes]:
    """A count as an entry tells it."""
    return [Notes(value, pieces) for value, pieces in count.in_order]


def legs(*given: tuple[str, int]) -> list[Posting]:
    """Those legs that move anything."""
    return [Posting(account, amount_vnd) for account, amount_vnd in given if amount_vnd]


def open_or_refuse(uow: UnitOfWork) -> StoredShift:
    """The open shift of this counter. Raises ShiftNotOpen."""
    found = open_shift_of(uow.connection, drawer_here(uow.connection))
    if found is None:
        raise ShiftNotOpen
    return found


def _received(given: int | None, counted: int, carried: int) -> int:
    if given is None:
        return counted if carried == 0 else 0
    if not 0 <= given <= counted:
        raise AmountImpossible(amount_vnd=given)
    return given


def _refusal(standing: StoredShift) -> UserError:
    since = f"{local(utc(standing.opened_ms)):%H:%M}"
    if standing.opening == Opening.AUTOMATIC:
        return ShiftOpenedByItself(shift=standing.number, since=since)
    return ShiftAlreadyOpen(shift=standing.number, clerk_name=standing.clerk_name, since=since)


def _opened(stored: StoredShift) -> OpenedShift:
    body = stored.opening_entry
    return OpenedShift(
        shift=stored.number,
        opened_at=utc(stored.opened_ms),
        opening=stored.opening,
        clerk_name=stored.clerk_name,
        float_vnd=stored.float_vnd,
        carried_vnd=body.carried_vnd,
        received_vnd=body.received_vnd,
        difference_vnd=body.difference_vnd,
    )
