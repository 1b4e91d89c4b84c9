"""Use case: become, or go on being, the terminal that a verified provisioning file describes."""

import hashlib
from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.clock import utc
from app.domain.identities import Clerk
from app.domain.leases import Lease, LeaseKind, check_leases
from app.domain.reference.book import ReferenceBook
from app.domain.reference.validation import check_reference
from app.errors import UserError
from app.journal.kinds.body import Body
from app.journal.kinds.terminal import LeaseGranted, LeaseProved, TerminalEnrolled
from app.store.tables.station import clerk, lease, pin_trial, reference_file, terminal
from app.store.uow import UnitOfWork

NOBODY = 0
"""Stands as the clerk of entries that headquarters brought about."""


@dataclass(frozen=True, slots=True)
class ProvisionedClerk:
    """``pin_hash`` is an argon2id string."""

    clerk: Clerk
    pin_hash: str


@dataclass(frozen=True, slots=True)
class ReferenceText:
    """One dated reference file, exactly as published."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class EnrolTerminal:
    """The contents of a provisioning file whose signature and addressee were checked.

    ``signed_by`` is the key of headquarters that signed it; ``digest`` is the SHA-256 of the
    signed payload, by which the journal names the file.
    """

    terminal: int
    epoch: int
    office: str
    counter: str
    device_key: bytes
    nonce: bytes
    hq_keys: tuple[bytes, ...]
    lookup_key: bytes
    operator: str
    tax_code: str
    clerks: tuple[ProvisionedClerk, ...]
    leases: tuple[Lease, ...]
    reference: tuple[ReferenceText, ...]
    issued_ms: int
    signed_by: bytes
    digest: bytes


@dataclass(frozen=True, slots=True)
class EnrolledTerminal:
    """``new_leases`` counts the ranges that this file brought for the first time."""

    terminal: int
    epoch: int
    new_leases: int


@dataclass(eq=False)
class AnotherTerminalHere(UserError):
    """This home keeps the books of another terminal, or of an earlier epoch of this one."""

    code: ClassVar[str] = "enrolment.another_terminal"
    office: str
    counter: str


@dataclass(eq=False)
class ProvisioningOutdated(UserError):
    """A later file was taken in before: this one would bring back people who have left."""

    code: ClassVar[str] = "enrolment.outdated"


@dataclass(eq=False)
class LeaseChanged(UserError):
    """A lease that was granted before comes back with another range."""

    code: ClassVar[str] = "enrolment.lease_changed"
    prefix: str
    lo: int
    hi: int


@dataclass(eq=False)
class ReferenceChanged(UserError):
    """A published reference file comes back with another text; a new version has a new name."""

    code: ClassVar[str] = "enrolment.reference_changed"
    name: str


def enrol_terminal(command: EnrolTerminal, uow: UnitOfWork) -> EnrolledTerminal:
    """Take in a provisioning file: all of it in one commit, or nothing.

    The first one makes the home this terminal and begins its journal. A later one for the same
    terminal brings new leases and reference files, and the people and keys as they now are. The
    same file again changes nothing.
    """
    with uow:
        here = uow.connection.execute(sa.select(terminal)).one_or_none()
        if here is not None and uow.booked_by(_command_id(command)):
            return EnrolledTerminal(command.terminal, command.epoch, 0)
        fresh = _new_leases(uow.connection, command.leases)
        _take_reference(uow.connection, command)
        _take_people(uow.connection, command.clerks)
        if here is None:
            _become(uow.connection, command)
        else:
            _go_on_being(uow.connection, command, here)
        facts = [_granted(each) for each in fresh]
        if here is None:
            facts.insert(0, _enrolled(command))
        if facts:
            uow.record(facts, command_id=_command_id(command), clerk=NOBODY)
        uow.commit()
    return EnrolledTerminal(command.terminal, command.epoch, len(fresh))


def _command_id(command: EnrolTerminal) -> bytes:
    return command.digest[:16]


def _become(connection: sa.Connection, command: EnrolTerminal) -> None:
    connection.execute(
        sa.insert(terminal).values(
            terminal=command.terminal,
            epoch=command.epoch,
            office=command.office,
            counter=command.counter,
            device_key=command.device_key,
            nonce=command.nonce,
            lookup_key=command.lookup_key,
            reference_ms=command.issued_ms,
            reference_monotonic_ms=0,
            reference_boot="",  # a file tells when it was signed, not what time it is now
            **_renewable(command),
        )
    )


def _go_on_being(
    connection: sa.Connection, command: EnrolTerminal, here: sa.Row[tuple[object, ...]]
) -> None:
    identity = ("terminal", "epoch", "office", "counter", "device_key", "nonce", "lookup_key")
    if any(here._mapping[name] != getattr(command, name) for name in identity):  # noqa: SLF001 - SQLAlchemy's documented accessor
        raise AnotherTerminalHere(office=here.office, counter=here.counter)
    if command.issued_ms < here.known_ms:
        raise ProvisioningOutdated
    connection.execute(sa.update(terminal).values(**_renewable(command)))


def _renewable(command: EnrolTerminal) -> dict[str, object]:
    return {
        "operator": command.operator,
        "tax_code": command.tax_code,
        "hq_keys": b"".join(command.hq_keys),
        "known_ms": command.issued_ms,
    }


def _new_leases(connection: sa.Connection, granted: tuple[Lease, ...]) -> list[Lease]:
    known = {
        row.lease_id: Lease(row.lease_id, LeaseKind(row.kind), row.prefix, row.lo, row.hi)
        for row in connection.execute(sa.select(lease))
    }
    for each in granted:
        if each != known.get(each.lease_id, each):
            raise LeaseChanged(prefix=each.prefix, lo=each.lo, hi=each.hi)
    check_leases([*known.values(), *granted])
    return [each for each in granted if each.lease_id not in known]


def _take_reference(connection: sa.Connection, command: EnrolTerminal) -> None:
    """Add what is new, after looking at old and new together; the office must be among them."""
    known = {
        row.name: row.content
        for row in connection.execute(sa.select(reference_file.c.name, reference_file.c.content))
    }
    new = [file for file in command.reference if file.name not in known]
    for file in command.reference:
        if known.setdefault(file.name, file.text) != file.text:
            raise ReferenceChanged(name=file.name)
    if known and not new:
        return  # looked at when it came; the counter's write lock is not held for it again
    ReferenceBook.of(check_reference(known.items()), utc(command.issued_ms)).office(command.office)
    rows = [
        {
            "name": file.name,
            "sha256": hashlib.sha256(file.text.encode()).digest(),
            "content": file.text,
        }
        for file in new
    ]
    connection.execute(sa.insert(reference_file), rows)


def _take_people(connection: sa.Connection, clerks: tuple[ProvisionedClerk, ...]) -> None:
    """The file's people are all the people; trials of a PIN that changed begin anew."""
    before = {row.id: row.pin_hash for row in connection.execute(sa.select(clerk))}
    now = {each.clerk.id: each.pin_hash for each in clerks}
    changed = [id_ for id_, pin_hash in before.items() if now.get(id_) != pin_hash]
    connection.execute(sa.delete(pin_trial).where(pin_trial.c.clerk.in_(changed)))
    connection.execute(sa.delete(clerk))
    if clerks:
        connection.execute(
            sa.insert(clerk),
            [
                {
                    "id": each.clerk.id,
                    "code": each.clerk.code,
                    "name": each.clerk.name,
                    "role": each.clerk.role.value,
                    "pin_hash": each.pin_hash,
                }
                for each in clerks
            ],
        )


def _enrolled(command: EnrolTerminal) -> Body:
    return TerminalEnrolled(
        office=command.office,
        counter=command.counter,
        device_key=command.device_key,
        nonce=command.nonce,
        provisioned_ms=command.issued_ms,
    )


def _granted(granted: Lease) -> Body:
    if granted.proof:
        return LeaseProved(
            lease_id=granted.lease_id,
            lease_kind=granted.kind.value,
            prefix=granted.prefix,
            lo=granted.lo,
            hi=granted.hi,
            proof=granted.proof,
        )
    return LeaseGranted(
        lease_id=granted.lease_id,
        lease_kind=granted.kind.value,
        prefix=granted.prefix,
        lo=granted.lo,
        hi=granted.hi,
    )
