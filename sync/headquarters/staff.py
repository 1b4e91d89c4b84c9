"""Headquarters' staff: their accounts and their way in."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import ClassVar

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.clock import local, utc
from app.domain.names import nfc
from app.errors import UserError
from sync.headquarters.database import Database, upsert
from sync.headquarters.publishing import write_log
from sync.headquarters.staff_tables import staff

SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 128
MOST_WRONG = 5
LOCK_MS = 15 * 60_000

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


class StaffRole(StrEnum):
    """Each may do what the one before may."""

    VIEWER = "viewer"
    OPERATOR = "operator"
    ADMINISTRATOR = "administrator"

    def covers(self, other: "StaffRole") -> bool:
        order = tuple(StaffRole)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody of headquarters. ``seal`` changes with the password: old sessions end."""

    code: str
    name: str
    role: StaffRole
    seal: str

    @property
    def signature(self) -> str:
        """As the log names them."""
        return f"{self.code} {self.name}"


@dataclass(eq=False)
class StaffUnusable(UserError):
    """No code or no name, or one that the log could not be read with."""

    code: ClassVar[str] = "staff.unusable"


@dataclass(eq=False)
class PasswordUnusable(UserError):
    """Too short to keep anybody out, or endless."""

    code: ClassVar[str] = "staff.password_unusable"
    shortest: int = SHORTEST_PASSWORD
    longest: int = LONGEST_PASSWORD


@dataclass(eq=False)
class StaffRefused(UserError):
    """Code or password is wrong; which of them is nobody's business."""

    code: ClassVar[str] = "staff.refused"


@dataclass(eq=False)
class StaffLocked(UserError):
    """Too many wrong passwords; the right one does not help before ``until``."""

    code: ClassVar[str] = "staff.locked"
    until: str


@dataclass(frozen=True, slots=True)
class NewStaff:
    """An account as it is given; the same code again changes it."""

    code: str
    name: str
    role: StaffRole
    password: str


def add_staff(connection: sa.Connection, given: NewStaff, now_ms: int, who: str) -> None:
    """Raises StaffUnusable, PasswordUnusable."""
    code, name = nfc(given.code).strip(), " ".join(nfc(given.name).split())
    if not (code.isascii() and code.isalnum() and len(code) <= 32 and 0 < len(name) <= 100):
        raise StaffUnusable
    if not SHORTEST_PASSWORD <= len(given.password) <= LONGEST_PASSWORD:
        raise PasswordUnusable
    row = {
        "code": code,
        "name": name,
        "role": given.role.value,
        "password_hash": _hasher.hash(nfc(given.password)),
        "failures": 0,
        "locked_until_ms": 0,
        "added_ms": now_ms,
    }
    upsert(connection, staff, [row])
    write_log(connection, now_ms, "staff_added", f"{code} {name} ({given.role.value})", who)


def staff_list(connection: sa.Connection) -> tuple[Staff, ...]:
    """By code."""
    return tuple(_staff(row) for row in connection.execute(sa.select(staff).order_by(staff.c.code)))


def staff_member(connection: sa.Connection, code: str) -> Staff | None:
    """As they are now: a role taken away is gone with the next page."""
    row = connection.execute(sa.select(staff).where(staff.c.code == code)).one_or_none()
    return _staff(row) if row else None


def sign_in_staff(database: Database, code: str, password: str, now_ms: int) -> Staff:
    """Raises StaffRefused, StaffLocked. A trial is durable before it is answered."""
    with database.writing() as connection:
        found = connection.execute(
            sa.select(staff).where(staff.c.code == code[:64].strip())
        ).one_or_none()
        if found is None:
            _fits(_NOBODY, password)  # as long as for somebody
            raise StaffRefused
        if found.locked_until_ms > now_ms:
            raise _locked(found.locked_until_ms)
        known = _staff(found)
        if _fits(found.password_hash, password):
            _note(connection, known.code, 0, 0)
            write_log(connection, now_ms, "signed_in", known.code, known.signature)
            return known
        refusal = _count(connection, found, now_ms)
    raise refusal


def _count(connection: sa.Connection, found: sa.Row[tuple[object, ...]], now_ms: int) -> UserError:
    """Write the wrong trial down; how it is answered."""
    failures = 1 if found.locked_until_ms else found.failures + 1
    until = now_ms + LOCK_MS if failures >= MOST_WRONG else 0
    _note(connection, found.code, failures, until)
    write_log(connection, now_ms, "locked" if until else "refused", found.code)
    return _locked(until) if until else StaffRefused()


def _note(connection: sa.Connection, code: str, failures: int, until_ms: int) -> None:
    connection.execute(
        sa.update(staff)
        .where(staff.c.code == code)
        .values(failures=failures, locked_until_ms=until_ms)
    )


def _locked(until_ms: int) -> StaffLocked:
    return StaffLocked(until=f"{local(utc(until_ms)):%H:%M}")


def _staff(row: sa.Row[tuple[object, ...]]) -> Staff:
    seal = sha256(row.password_hash.encode()).hexdigest()[:16]
    return Staff(row.code, row.name, StaffRole(row.role), seal)


def _fits(kept: str, password: str) -> bool:
    if len(password) > LONGEST_PASSWORD:
        return False
    try:
        return _hasher.verify(kept, nfc(password))
    except (VerificationError, InvalidHashError):
        return False


_NOBODY = _hasher.hash("nobody has this password")
