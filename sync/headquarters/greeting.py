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

from app.ids import random_bytes
from sync.headquarters.answers import revoked, unreadable, wrong_signature, wrong_token
from sync.headquarters.database import Database
from sync.headquarters.enrolling import device_of, grant_of
from sync.headquarters.feed import province_scope
from sync.headquarters.granting import Level, grant_where_low
from sync.headquarters.ingest import find_writer
from sync.headquarters.keys import HeadquartersKeys
from sync.headquarters.provisioning import renew
from sync.headquarters.publishing import (
    people_of,
    people_rows,
    published_book,
    published_reference,
    write_log,
)
from sync.headquarters.revoking import order_for
from sync.headquarters.settings import get_setting, put_setting
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
        _notice_restore(connection, keys, hello, found, now_ms)
        provisioning = _provisioning(connection, keys, hello, found, now_ms)
        welcome = Welcome(
            terminal=hello.terminal,
            epoch=hello.epoch,
            head_seq=found.head_seq,
            head_hash=found.head_hash,
            backed_up_seq=0,
            hq_ms=now_ms,
            feed_epoch=feed_epoch(connection),
            scopes=scopes_of(found),
            max_batch=MAX_BATCH,
            token=_sealed_token(keys, hello, found.device_key, now_ms),
            frozen=bool(found.frozen),
            provisioning=provisioning,
            nonce=hello.nonce,
        )
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
    return [province_scope(found.province)]


def feed_epoch(connection: sa.Connection) -> str:
    """Which counting of feed positions this is; another one after a restore."""
    known = get_setting(connection, "feed_epoch")
    if not known:
        known = random_bytes(8).hex()
        put_setting(connection, "feed_epoch", known)
    return known


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
    connection.execute(
        sa.update(writer)
        .where(writer.c.terminal == hello.terminal, writer.c.epoch == hello.epoch)
        .values(
            last_seen_ms=now_ms,
            pending=hello.pending,
            oldest_ms=hello.oldest_ms,
            clock_off_ms=hello.wall_ms - now_ms,
            app_version=hello.app_version[:40],
        )
    )


def _notice_restore(
    connection: sa.Connection,
    keys: HeadquartersKeys,
    hello: Hello,
    found: sa.Row[Any],
    now_ms: int,
) -> None:
    """Our own receipt for entries that we do not hold: this database is an old copy.

    Feed positions above it were given out before and mean something else now.
    """
    if hello.receipt is None or hello.receipt.seq <= found.head_seq:
        return
    now = feed_epoch(connection)
    before = (get_setting(connection, "feed_epochs_before") or "").split()
    # A counting that this copy never heard of was begun after it was made.
    if hello.feed_epoch not in before and _is_ours(keys, hello.receipt):
        ended = dict.fromkeys([*before, now, hello.feed_epoch])
        put_setting(connection, "feed_epochs_before", " ".join(ended))
        put_setting(connection, "feed_epoch", random_bytes(8).hex())
        write_log(connection, now_ms, "restore_noticed", f"{hello.terminal}/{hello.epoch}")


def _is_ours(keys: HeadquartersKeys, receipt: Ack) -> bool:
    try:
        keys.signing_key.verify_key.verify(ack_statement(receipt), receipt.signature)
    except BadSignatureError:
        return False
    return True


def _provisioning(
    connection: sa.Connection,
    keys: HeadquartersKeys,
    hello: Hello,
    found: sa.Row[Any],
    now_ms: int,
) -> bytes | None:
    """A file with what the terminal lacks; None when it lacks nothing."""
    names = list(connection.scalars(sa.select(published_file.c.name)))
    new_names = set(names) - set(hello.reference)
    people = people_of(connection, found.office)
    levels = {(each.kind, each.prefix): Level(each.left, each.size) for each in hello.leases}
    all_high = levels and not any(level.low for level in levels.values())
    if all_high and not new_names and hello.people == people_digest(people_rows(people)):
        return None
    reference = published_reference(connection)
    leases = grant_where_low(connection, found, published_book(reference, now_ms), levels, now_ms)
    new = tuple(each for each in reference if each.name in new_names)
    if not leases and not new and hello.people == people_digest(people_rows(people)):
        return None
    grant = grant_of(connection, keys, found, leases=leases, reference=new)
    return renew(device_of(found), grant, keys.signing_key, now_ms)
