"""Hello: who is there, how far it is, and what headquarters has for it."""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import msgspec
import sqlalchemy as sa
from nacl.exceptions import BadSignatureError
from nacl.public import SealedBox
from nacl.signing import VerifyKey

from app.domain.leases import Lease
from app.services.provisioning import ReferenceText
from app.store.prepared import Prepared
from sync.headquarters.answers import revoked, unreadable, wrong_signature, wrong_token
from sync.headquarters.backed_up import backed_up_seq
from sync.headquarters.database import Database
from sync.headquarters.enrolling import device_of, grant_of
from sync.headquarters.feed import NATION, branch_scope, province_scope, terminal_scope
from sync.headquarters.granting import Level, grant_where_low
from sync.headquarters.ingest import find_writer, told_of
from sync.headquarters.keys import HeadquartersKeys
from sync.headquarters.pins import end_pins, has_heard
from sync.headquarters.provisioning import renew
from sync.headquarters.publishing import (
    people_of,
    people_rows,
    published_book,
    published_reference,
)
from sync.headquarters.restoring import (
    begin_anew,
    feed_epoch,
    notice_lost_acts,
    was_ended,
)
from sync.headquarters.revoking import order_for
from sync.headquarters.tables import published_file, writer
from sync.wire import (
    HELLO_PREFIX,
    MAX_BATCH,
    WELCOME_PREFIX,
    Ack,
    Hello,
    Sealed,
    Welcome,
    ack_statement,
    people_digest,
)

TOKEN_MS = 15 * 60_000
_PUBLISHED = Prepared(sa.select(published_file.c.name))
_SEEN = Prepared(
    sa.update(writer).where(
        writer.c.terminal == sa.bindparam("of_terminal"), writer.c.epoch == sa.bindparam("of_epoch")
    )
)


@dataclass(frozen=True, slots=True)
class Whose:
    """The writer that a session token speaks for."""

    terminal: int
    epoch: int


def greet(database: Database, keys: HeadquartersKeys, sealed: Sealed, now_ms: int) -> Sealed:
    """The signed answer to a signed hello. Raises Refused."""
    hello = _open(sealed)
    _turn_away_if_revoked(database, keys, sealed, hello)
    with database.writing() as connection:
        found = find_writer(connection, hello.terminal, hello.epoch)
        if found.device_key != sealed.key:
            raise wrong_signature()
        _note(connection, hello, now_ms)
        _notice_restore(connection, database, keys, hello, found, now_ms)
        lacking = _lacking(connection, database, hello, found, now_ms)
        provisioning = _provisioning(connection, keys, found, lacking, now_ms)
        welcome = Welcome(
            terminal=hello.terminal,
            epoch=hello.epoch,
            head_seq=found.head_seq,
            head_hash=found.head_hash,
            backed_up_seq=backed_up_seq(connection, found),
            hq_ms=now_ms,
            feed_epoch=feed_epoch(connection),
            scopes=scopes_told(connection, found),
            max_batch=MAX_BATCH,
            token=_sealed_token(keys, hello, found.device_key, now_ms),
            frozen=bool(found.frozen),
            provisioning=provisioning,
            nonce=hello.nonce,
            notices=told_of(connection, found.terminal, found.epoch),
        )
        end_pins(connection, found, now_ms)
    database.lent.note(hello.terminal, hello.epoch, lacking.leases)
    payload = msgspec.msgpack.encode(welcome)
    signature = keys.signing_key.sign(WELCOME_PREFIX + payload).signature
    return Sealed(payload=payload, key=keys.public, signature=signature)


def _turn_away_if_revoked(
    database: Database, keys: HeadquartersKeys, sealed: Sealed, hello: Hello
) -> None:
    with database.reading() as connection:
        found = find_writer(connection, hello.terminal, hello.epoch)
    if found.revoked_after is not None and found.device_key == sealed.key:
        raise revoked(order_for(keys, found))


def scopes_of(found: sa.Row[Any]) -> list[str]:
    """What a writer may read."""
    own = terminal_scope(found.terminal, found.epoch)
    return [province_scope(found.province), branch_scope(found.office), NATION, own]


def scopes_told(connection: sa.Connection, found: sa.Row[Any]) -> list[str]:
    """Where there is, or ever was, something for it: most writers never ask for anybody."""
    *shared, own = scopes_of(found)
    return [*shared, own] if has_heard(connection, found) else shared


def session_token(keys: HeadquartersKeys, whose: Whose, now_ms: int) -> bytes:
    """Its holder may read what that writer may."""
    body = msgspec.msgpack.encode((whose.terminal, whose.epoch, now_ms + TOKEN_MS))
    return body + hmac.digest(keys.token, body, sha256)


def token_owner(keys: HeadquartersKeys, token: bytes, now_ms: int) -> Whose:
    """Raises Refused for a token that is not ours or has run out."""
    body, seal = token[:-32], token[-32:]
    if not hmac.compare_digest(seal, hmac.digest(keys.token, body, sha256)):
        raise wrong_token()
    terminal, epoch, until_ms = msgspec.msgpack.decode(body, type=tuple[int, int, int])
    if now_ms > until_ms:
        raise wrong_token()
    return Whose(terminal, epoch)


def _open(sealed: Sealed) -> Hello:
    try:
        VerifyKey(sealed.key).verify(HELLO_PREFIX + sealed.payload, sealed.signature)
        return msgspec.msgpack.decode(sealed.payload, type=Hello)
    except BadSignatureError as error:
        raise wrong_signature() from error
    except msgspec.DecodeError as error:
        raise unreadable() from error


def _sealed_token(keys: HeadquartersKeys, hello: Hello, device_key: bytes, now_ms: int) -> bytes:
    """Only the device can open it: a hello that somebody repeats is worth nothing."""
    token = session_token(keys, Whose(hello.terminal, hello.epoch), now_ms)
    return SealedBox(VerifyKey(device_key).to_curve25519_public_key()).encrypt(token)


def _note(connection: sa.Connection, hello: Hello, now_ms: int) -> None:
    _SEEN.run(
        connection,
        {
            "of_terminal": hello.terminal,
            "of_epoch": hello.epoch,
            "last_seen_ms": now_ms,
            "pending": hello.pending,
            "oldest_ms": hello.oldest_ms,
            "clock_off_ms": hello.wall_ms - now_ms,
            "app_version": hello.app_version[:40],
        },
    )


def _notice_restore(
    connection: sa.Connection,
    database: Database,
    keys: HeadquartersKeys,
    hello: Hello,
    found: sa.Row[Any],
    now_ms: int,
) -> None:
    """Rows that were told, or entries with our own receipt, are not here: this is an old copy.

    Feed positions above it were given out before and mean something else now.
    """
    if notice_lost_acts(connection, database, now_ms, heard=hello.feed_epoch) is not None:
        return
    if hello.receipt is None or hello.receipt.seq <= found.head_seq:
        return
    # A counting that this copy never heard of was begun after it was made.
    if not was_ended(connection, hello.feed_epoch) and _is_ours(keys, hello.receipt):
        why = f"{hello.terminal}/{hello.epoch}"
        begin_anew(connection, database, now_ms, why, heard=hello.feed_epoch)


def _is_ours(keys: HeadquartersKeys, receipt: Ack) -> bool:
    try:
        keys.signing_key.verify_key.verify(ack_statement(receipt), receipt.signature)
    except BadSignatureError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Lacking:
    """What headquarters has for a terminal that it does not have yet."""

    leases: tuple[Lease, ...] = ()
    reference: tuple[ReferenceText, ...] = ()
    people: bool = False


def _lacking(
    connection: sa.Connection, database: Database, hello: Hello, found: sa.Row[Any], now_ms: int
) -> _Lacking:
    new_names = {row.name for row in _PUBLISHED.all(connection)} - set(hello.reference)
    people = people_digest(people_rows(people_of(connection, found.office)))
    levels = {(each.kind, each.prefix): Level(each.left, each.size) for each in hello.leases}
    all_high = levels and not any(level.low for level in levels.values())
    if all_high and not new_names:
        return _Lacking(people=hello.people != people)
    reference = published_reference(connection)
    book = published_book(reference, now_ms)
    return _Lacking(
        leases=grant_where_low(connection, found, book, levels, database, now_ms),
        reference=tuple(each for each in reference if each.name in new_names),
        people=hello.people != people,
    )


def _provisioning(
    connection: sa.Connection,
    keys: HeadquartersKeys,
    found: sa.Row[Any],
    lacking: _Lacking,
    now_ms: int,
) -> bytes | None:
    """A file with what the terminal lacks; None when it lacks nothing."""
    if lacking == _Lacking():
        return None
    grant = grant_of(connection, keys, found, leases=lacking.leases, reference=lacking.reference)
    return renew(device_of(found), grant, keys.signing_key, now_ms)
