"""Use case: sign in with a PIN. Wrong ones are counted durably, and five of them lock."""

from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.dialects.sqlite import insert

from app.clock import local, utc
from app.domain.discretion import discreet
from app.domain.identities import Clerk, Role
from app.domain.names import nfc
from app.errors import UserError
from app.store.tables.station import clerk, pin_trial
from app.store.uow import UnitOfWork

MOST_WRONG = 5
LOCK_MS = 5 * 60_000
SHORTEST_PIN, LONGEST_PIN = 4, 12

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""OWASP's floor for argon2id: a few dozen milliseconds on a counter's computer."""


@dataclass(eq=False)
class UnknownClerk(UserError):
    """Nobody with this code works at this counter."""

    code: ClassVar[str] = "sign_in.unknown_clerk"
    field: ClassVar[str] = "clerk"
    clerk_code: str


@dataclass(eq=False)
class PinMissing(UserError):
    """Enter was pressed before a PIN was typed; that is no wrong trial."""

    code: ClassVar[str] = "sign_in.pin_missing"
    field: ClassVar[str] = "pin"


@dataclass(eq=False)
class WrongPin(UserError):
    """``left`` more wrong ones lock the clerk out."""

    code: ClassVar[str] = "sign_in.wrong_pin"
    field: ClassVar[str] = "pin"
    left: int


@dataclass(eq=False)
class LockedOut(UserError):
    """``until`` is the wall clock's time of day; the right PIN does not help before it."""

    code: ClassVar[str] = "sign_in.locked_out"
    field: ClassVar[str] = "clerk"
    until: str
    minutes: int


@dataclass(eq=False)
class PinUnusable(UserError):
    """A new PIN that is not made of 4 to 12 digits."""

    code: ClassVar[str] = "sign_in.pin_unusable"
    field: ClassVar[str] = "pin"
    shortest: int = SHORTEST_PIN
    longest: int = LONGEST_PIN


def hash_pin(pin: str) -> str:
    """The argon2id string that a provisioning file carries. Raises PinUnusable."""
    if not (pin.isascii() and pin.isdecimal() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN):
        raise PinUnusable
    return _hasher.hash(pin)


def sign_in(code: str, pin: str, uow: UnitOfWork) -> Clerk:
    """The clerk with this code and PIN.

    Raises UnknownClerk, PinMissing, WrongPin, LockedOut. A trial is durable before it is answered.
    """
    with uow:
        person = _person(uow.connection, code)
        if not pin.strip():
            raise PinMissing
        failures = _failures_so_far(uow, person.id)
        if _fits(person.pin_hash, pin):
            uow.connection.execute(sa.delete(pin_trial).where(pin_trial.c.clerk == person.id))
            uow.commit()
            return Clerk(person.id, person.code, person.name, Role(person.role))
        refusal = _count(uow, person.id, failures + 1)
        uow.commit()
    raise refusal


def _person(connection: sa.Connection, code: str) -> sa.Row[int, str, str, str, str]:
    wanted = nfc(code[:64]).strip()
    columns = (clerk.c.id, clerk.c.code, clerk.c.name, clerk.c.role, clerk.c.pin_hash)
    found = connection.execute(sa.select(*columns).where(clerk.c.code == wanted)).one_or_none()
    if found is None:
        raise UnknownClerk(clerk_code=discreet(wanted))
    return found


def _failures_so_far(uow: UnitOfWork, person: int) -> int:
    """Raises LockedOut while a lock runs; a lock that has run out starts the count anew.

    Locks run by ``trusted_ms``: turning the computer's clock shortens none. After a restart that
    is the wall clock, and a lock that seems to last longer than LOCK_MS begins again.
    """
    trial = uow.connection.execute(
        sa.select(pin_trial).where(pin_trial.c.clerk == person)
    ).one_or_none()
    if trial is None:
        return 0
    if not trial.locked_until_ms:
        return int(trial.failures)
    now_ms = uow.trusted_ms
    if trial.locked_until_ms <= now_ms:
        return 0
    until_ms = min(trial.locked_until_ms, now_ms + LOCK_MS)
    if until_ms != trial.locked_until_ms:
        _write(uow, person, trial.failures, until_ms)
        uow.commit()
    raise _locked_out(until_ms - now_ms, uow.now_ms)


def _fits(pin_hash: str, pin: str) -> bool:
    if len(pin) > LONGEST_PIN:
        return False
    try:
        return _hasher.verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False


def _count(uow: UnitOfWork, person: int, failures: int) -> UserError:
    """Write the failure down; what to tell the clerk of it."""
    if failures < MOST_WRONG:
        _write(uow, person, failures, 0)
        return WrongPin(left=MOST_WRONG - failures)
    uow.hold_clock()
    _write(uow, person, failures, uow.trusted_ms + LOCK_MS)
    return _locked_out(LOCK_MS, uow.now_ms)


def _write(uow: UnitOfWork, person: int, failures: int, until_ms: int) -> None:
    values = {"failures": failures, "locked_until_ms": until_ms}
    uow.connection.execute(
        insert(pin_trial)
        .values(clerk=person, **values)
        .on_conflict_do_update(index_elements=[pin_trial.c.clerk], set_=values)
    )


def _locked_out(left_ms: int, now_ms: int) -> LockedOut:
    minutes = -(-left_ms // 60_000)
    return LockedOut(until=f"{local(utc(now_ms + left_ms)):%H:%M}", minutes=minutes)
