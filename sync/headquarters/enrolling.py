"""One-time codes, and what a terminal gets for one."""

import hmac
from typing import Any

import sqlalchemy as sa

from app.domain.leases import Lease
from app.errors import UserError
from app.journal.entry import genesis_hash
from app.services.provisioning import ReferenceText
from sync.codes import EnrolmentCode, answer_proof, caller_proof, new_code
from sync.headquarters.answers import Refused, wrong_code
from sync.headquarters.database import Database, lock_grants, upsert
from sync.headquarters.granting import grant_where_low
from sync.headquarters.keys import HeadquartersKeys
from sync.headquarters.provisioning import Device, Grant, check_request, renew
from sync.headquarters.publishing import (
    people_of,
    published_book,
    published_reference,
    write_log,
)
from sync.headquarters.restoring import epochs_skipped, first_terminal
from sync.headquarters.settings import get_setting
from sync.headquarters.tables import enrolment_code, writer
from sync.protocol import EnrolmentRequest, request_statement
from sync.wire import EnrolAnswer, EnrolCall

VALID_MS = 24 * 3_600_000
TRIES = 5
FIRST_TERMINAL = 7001
MOST_EPOCHS = 2**16 - 1


def issue_code(connection: sa.Connection, office: str, counter: str, now_ms: int) -> EnrolmentCode:
    """A fresh code for a counter; an earlier one of the same counter ends with it.

    Raises UnknownOffice for an office that was never published.
    """
    published_book(published_reference(connection), now_ms).office(office)
    code = new_code(office, counter)
    row = {
        "office": office,
        "counter": counter,
        "secret": code.secret(),
        "valid_until_ms": now_ms + VALID_MS,
        "tries_left": TRIES,
        "used_by": None,
    }
    upsert(connection, enrolment_code, [row])
    write_log(connection, now_ms, "code_issued", f"{office}-{counter}")
    return code


def enrol(database: Database, keys: HeadquartersKeys, call: EnrolCall, now_ms: int) -> EnrolAnswer:
    """The provisioning file for who proves to know the code of its counter.

    The same device may ask again: its answer may have been lost. Raises Refused.
    """
    request = call.request
    try:
        check_request(request)
    except UserError as error:
        raise wrong_code() from error
    refused: Refused | None = None
    answer: EnrolAnswer | None = None
    with database.writing() as connection:
        lock_grants(connection)
        code = _code_of(connection, request, now_ms)
        if code is None or not _knows(code, call):
            _count_try(connection, request)
            refused = wrong_code()
        elif code.used_by not in (None, request.device_key):
            refused = wrong_code()
        else:
            found = _writer_of(connection, request, code, now_ms)
            file, leases = provisioning_for(connection, database, keys, found, now_ms)
            answer = EnrolAnswer(file=file, proof=answer_proof(code.secret, file))
    if answer is not None:
        database.lent.note(found.terminal, found.epoch, leases)
    if refused is not None or answer is None:  # after the commit: the try was counted
        raise refused or wrong_code()
    return answer


def provisioning_for(
    connection: sa.Connection,
    database: Database,
    keys: HeadquartersKeys,
    found: sa.Row[Any],
    now_ms: int,
) -> tuple[bytes, tuple[Lease, ...]]:
    """The first file of a terminal, everything that headquarters has for it; and its ranges."""
    reference = published_reference(connection)
    book = published_book(reference, now_ms)
    leases = grant_where_low(connection, found, book, {}, database, now_ms)
    file = renew(
        device_of(found),
        grant_of(connection, keys, found, leases=leases, reference=reference),
        keys.signing_key,
        now_ms,
    )
    return file, leases


def grant_of(
    connection: sa.Connection,
    keys: HeadquartersKeys,
    found: sa.Row[Any],
    *,
    leases: tuple[Any, ...],
    reference: tuple[ReferenceText, ...],
) -> Grant:
    """What a file for this writer says."""
    return Grant(
        terminal=found.terminal,
        epoch=found.epoch,
        lookup_key=keys.lookup,
        operator=get_setting(connection, "operator"),
        tax_code=get_setting(connection, "tax_code"),
        clerks=people_of(connection, found.office),
        leases=leases,
        reference=reference,
    )


def device_of(found: sa.Row[Any]) -> Device:
    return Device(found.office, found.counter, found.device_key, found.nonce)


def _code_of(
    connection: sa.Connection, request: EnrolmentRequest, now_ms: int
) -> sa.Row[Any] | None:
    return connection.execute(
        sa.select(enrolment_code).where(
            enrolment_code.c.office == request.office,
            enrolment_code.c.counter == request.counter,
            enrolment_code.c.valid_until_ms > now_ms,
            enrolment_code.c.tries_left > 0,
        )
    ).one_or_none()


def _knows(code: sa.Row[Any], call: EnrolCall) -> bool:
    request = call.request
    statement = request_statement(
        request.office, request.counter, request.device_key, request.nonce
    )
    return hmac.compare_digest(call.proof, caller_proof(code.secret, statement))


def _count_try(connection: sa.Connection, request: EnrolmentRequest) -> None:
    connection.execute(
        sa.update(enrolment_code)
        .where(
            enrolment_code.c.office == request.office,
            enrolment_code.c.counter == request.counter,
        )
        .values(tries_left=enrolment_code.c.tries_left - 1)
    )


def _writer_of(
    connection: sa.Connection, request: EnrolmentRequest, code: sa.Row[Any], now_ms: int
) -> sa.Row[Any]:
    """The writer that this device is; a new one the first time."""
    own = sa.select(writer).where(writer.c.device_key == request.device_key)
    known = connection.execute(own).one_or_none()
    if known is not None and code.used_by == request.device_key:
        return known
    if known is not None:
        raise wrong_code()  # a device is one writer; a second counter needs keys of its own
    terminal, epoch = _next_identity(connection, request)
    number = (connection.scalar(sa.select(sa.func.max(writer.c.number))) or 0) + 1
    office = published_book(published_reference(connection), now_ms).office(request.office)
    connection.execute(
        sa.insert(writer).values(
            terminal=terminal,
            epoch=epoch,
            number=number,
            office=request.office,
            counter=request.counter,
            province=office.province,
            device_key=request.device_key,
            nonce=request.nonce,
            enrolled_ms=now_ms,
            head_hash=genesis_hash(terminal, epoch, request.device_key, request.nonce),
        )
    )
    connection.execute(
        sa.update(enrolment_code)
        .where(
            enrolment_code.c.office == request.office,
            enrolment_code.c.counter == request.counter,
        )
        .values(used_by=request.device_key)
    )
    write_log(connection, now_ms, "enrolled", f"{terminal}/{epoch}")
    return connection.execute(own).one()


def _next_identity(connection: sa.Connection, request: EnrolmentRequest) -> tuple[int, int]:
    """A counter keeps its terminal's number; a new computer at it begins a new epoch."""
    last = connection.execute(
        sa.select(writer.c.terminal, writer.c.epoch, writer.c.enrolled_ms)
        .where(writer.c.office == request.office, writer.c.counter == request.counter)
        .order_by(writer.c.epoch.desc())
        .limit(1)
    ).one_or_none()
    if last is not None:
        epoch = last.epoch + 1 + epochs_skipped(connection, last.enrolled_ms)
        if epoch <= MOST_EPOCHS:
            return last.terminal, epoch
    highest = connection.scalar(sa.select(sa.func.max(writer.c.terminal))) or 0
    return max(highest, first_terminal(connection), FIRST_TERMINAL - 1) + 1, 1
