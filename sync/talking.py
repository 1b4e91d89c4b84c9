"""The terminal's side of each message: what is asked, and what of the answer is believed."""

from dataclasses import dataclass

import msgspec
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.public import SealedBox
from nacl.signing import SigningKey, VerifyKey

from app.journal.entry import Entry, header_bytes
from app.journal.heads import sign_head
from sync.batches import wire_of
from sync.revocation import REVOCATION_PREFIX, RevocationOrder
from sync.transport import Reply, Transport, Unreached
from sync.wire import (
    FORGOTTEN,
    HELLO_PREFIX,
    WELCOME_PREFIX,
    Ack,
    EntriesPage,
    EntriesQuery,
    FeedPage,
    FeedQuery,
    FeedRow,
    Hello,
    OpaquePush,
    Push,
    Refusal,
    Sealed,
    T,
    Unreadable,
    Welcome,
    ack_statement,
    feed_checksum,
    pack,
    unpack,
)

PAGE = 1_000


@dataclass(eq=False)
class Stopped(Exception):
    """The pass cannot go on. ``code`` names the sentence; ``again``: a fresh hello may help.

    ``wait_s``: headquarters asked to be left alone so long.
    """

    code: str
    again: bool = False
    wait_s: int = 0


@dataclass(eq=False)
class FeedGone(Stopped):
    """Headquarters has no such place in its feed: it counts anew, or is a copy put back.

    ``forgotten``: it is as it was, but what left the scope meanwhile has no name any more.
    """

    forgotten: bool = False


@dataclass(eq=False)
class TooLarge(Exception):
    """Headquarters takes fewer entries at a time."""


@dataclass(eq=False)
class NotUnderstood(Exception):
    """Headquarters cannot read these entries at all."""


@dataclass(eq=False)
class Revoked(Exception):
    """Headquarters shut this terminal out by a signed order; the signature was checked."""

    order: RevocationOrder
    sealed: Sealed


@dataclass(frozen=True, slots=True)
class Peer:
    """Both ends' keys: ``hq_keys`` are those that this terminal was enrolled with."""

    device: SigningKey
    hq_keys: tuple[bytes, ...]


def say_hello(transport: Transport, peer: Peer, hello: Hello) -> tuple[Welcome, bytes]:
    """The verified welcome and its opened session token. Raises Stopped, Revoked."""
    answer = _greeted(transport, peer, signed_hello(peer.device, hello), hello)
    check_signed(peer, answer.key, WELCOME_PREFIX + answer.payload, answer.signature)
    try:
        welcome = msgspec.msgpack.decode(answer.payload, type=Welcome)
        token = SealedBox(peer.device.to_curve25519_private_key()).decrypt(welcome.token)
    except (msgspec.DecodeError, CryptoError) as error:
        raise Stopped("sync.answer_unreadable") from error
    said = (welcome.terminal, welcome.epoch, welcome.nonce)
    if said != (hello.terminal, hello.epoch, hello.nonce):
        raise Stopped("sync.answer_forged")
    return welcome, token


def signed_hello(device: SigningKey, hello: Hello) -> Sealed:
    """A hello as it travels."""
    payload = msgspec.msgpack.encode(hello)
    signature = device.sign(HELLO_PREFIX + payload).signature
    return Sealed(payload=payload, key=bytes(device.verify_key), signature=signature)


def _greeted(transport: Transport, peer: Peer, sealed: Sealed, hello: Hello) -> Sealed:
    reply = _sent(transport, "/v1/hello", sealed)
    if reply.status == 403 and (order := _refused(reply).order) is not None:
        check_signed(peer, order.key, REVOCATION_PREFIX + order.payload, order.signature)
        found = _decoded(order.payload)
        if (found.terminal, found.epoch) != (hello.terminal, hello.epoch):
            raise Stopped("sync.answer_forged")
        raise Revoked(found, order)
    return _read(reply, Sealed)


def _decoded(payload: bytes) -> RevocationOrder:
    try:
        return msgspec.msgpack.decode(payload, type=RevocationOrder)
    except msgspec.DecodeError as error:
        raise Stopped("sync.answer_unreadable") from error


def push(transport: Transport, peer: Peer, entries: tuple[Entry, ...]) -> Ack:
    """The verified acknowledgement. Raises Stopped, TooLarge, NotUnderstood, NothingTaken."""
    return _acknowledged(transport, peer, "/v1/push", push_of(peer.device, entries))


def push_of(device: SigningKey, entries: tuple[Entry, ...]) -> Push:
    """Whole transactions as they travel."""
    first, last = entries[0], entries[-1]
    return Push(
        terminal=first.terminal,
        epoch=first.epoch,
        first_seq=first.seq,
        prev=first.prev,
        entries=[wire_of(each) for each in entries],
        signature=sign_head(device, last.terminal, last.epoch, last.seq, last.hash),
    )


def push_opaque(transport: Transport, peer: Peer, entries: tuple[Entry, ...]) -> Ack:
    """One transaction as bare bytes, so that the chain goes on. Raises Stopped and its kin."""
    return _acknowledged(transport, peer, "/v1/push-opaque", opaque_of(peer.device, entries))


def opaque_of(device: SigningKey, entries: tuple[Entry, ...]) -> OpaquePush:
    """One transaction as bare bytes."""
    last = entries[-1]
    return OpaquePush(
        terminal=last.terminal,
        epoch=last.epoch,
        headers=[header_bytes(each) for each in entries],
        bodies=[each.body for each in entries],
        signature=sign_head(device, last.terminal, last.epoch, last.seq, last.hash),
    )


def read_feed(
    transport: Transport, token: bytes, scope: str, feed_epoch: str, after: int, began: int = 0
) -> tuple[FeedPage, list[FeedRow]]:
    """A whole page of a scope; ``began`` as in ``FeedQuery``. Raises Stopped."""
    query = FeedQuery(scope=scope, feed_epoch=feed_epoch, after=after, limit=PAGE, began=began)
    page = _ask(transport, "/v1/feed", query, FeedPage, token)
    asked = (page.scope, page.feed_epoch) == (scope, feed_epoch)
    if not asked or feed_checksum(page, after) != page.checksum:
        raise Stopped("sync.answer_unreadable")
    try:
        rows = msgspec.msgpack.decode(page.rows, type=list[FeedRow])
    except msgspec.DecodeError as error:
        raise Stopped("sync.answer_unreadable") from error
    return page, rows


def fetch_own(transport: Transport, token: bytes, after: int, limit: int) -> EntriesPage:
    """Own entries that an old image has lost. Raises Stopped."""
    query = EntriesQuery(after=after, limit=limit)
    return _ask(transport, "/v1/entries", query, EntriesPage, token)


def ask_or_none(
    transport: Transport, path: str, body: msgspec.Struct, token: bytes
) -> bytes | None:
    """The packed answer; None when headquarters has no such thing. Raises Stopped."""
    reply = _sent(transport, path, body, token)
    if reply.status == 404:
        return None
    if reply.status != 200:
        raise _refusal(reply)
    return reply.body


def _acknowledged(transport: Transport, peer: Peer, path: str, body: msgspec.Struct) -> Ack:
    ack = _ask(transport, path, body, Ack)
    check_signed(peer, ack.key, ack_statement(ack), ack.signature)
    return ack


def check_signed(peer: Peer, key: bytes, message: bytes, signature: bytes) -> None:
    """Raises Stopped unless headquarters signed ``message``."""
    if key not in peer.hq_keys:
        raise Stopped("sync.answer_forged")
    try:
        VerifyKey(key).verify(message, signature)
    except BadSignatureError as error:
        raise Stopped("sync.answer_forged") from error


def _ask(
    transport: Transport, path: str, body: msgspec.Struct, kind: type[T], token: bytes = b""
) -> T:
    return _read(_sent(transport, path, body, token), kind)


def _sent(transport: Transport, path: str, body: msgspec.Struct, token: bytes = b"") -> Reply:
    try:
        return transport.send(path, pack(body), token)
    except Unreached as error:
        raise Stopped("sync.unreached") from error


def _read(reply: Reply, kind: type[T]) -> T:
    if reply.status != 200:
        raise _refusal(reply)
    try:
        return unpack(reply.body, kind)
    except Unreadable as error:
        raise Stopped("sync.answer_unreadable") from error


_STATUSES = {
    401: ("sync.not_recognised", True),
    403: ("sync.not_admitted", False),
    409: ("sync.gap", True),
    429: ("sync.headquarters_busy", False),
    503: ("sync.headquarters_busy", False),
}


def _refusal(reply: Reply) -> Exception:
    """SYNC's table: no status changes an entry; it only says what to try next."""
    if reply.status == 413:
        return TooLarge()
    if reply.status in (400, 422):
        return NotUnderstood()
    if reply.status == 409 and _refused(reply).code == "fork":
        return Stopped("sync.fork")
    if reply.status == 410:
        forgotten = _refused(reply).code == FORGOTTEN
        return FeedGone("sync.not_recognised", again=True, forgotten=forgotten)
    code, again = _STATUSES.get(reply.status, ("sync.unreached", False))
    return Stopped(code, again=again, wait_s=reply.retry_after_s)


def _refused(reply: Reply) -> Refusal:
    """What headquarters said; nothing when somebody else answered in its place."""
    try:
        return unpack(reply.body, Refusal)
    except Unreadable:
        return Refusal(code="")
