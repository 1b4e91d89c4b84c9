"""What travels between a terminal and headquarters after enrolment: "Tem sync/1".

Bodies are MessagePack, packed with zstd. A field that one side does not know is passed over.
"""

import struct
from collections.abc import Iterable
from hashlib import sha256
from threading import local
from typing import Annotated, TypeVar

import msgspec
import zstandard
from msgspec import Meta

from sync.protocol import EnrolmentRequest, PublicKey, Signature

HELLO_PREFIX = b"TEM1L"
WELCOME_PREFIX = b"TEM1W"
ACK_PREFIX = b"TEM1A"

MAX_BATCH = 500
"""Entries of one push. Headquarters may ask for fewer."""

MAX_PACKED = 4 * 1024 * 1024
MAX_UNPACKED = 32 * 1024 * 1024
"""Bytes of one body on the wire and in memory; a longer one is refused before it is unpacked."""

MEDIA_TYPE = "application/x-tem-sync"

FORGOTTEN = "feed_forgotten"
"""The code of a 410: what went since the reader's cursor is no longer known by name."""

_ACK = struct.Struct(">IHQ32sqQ")
_threads = local()
T = TypeVar("T")

Hash = Annotated[bytes, Meta(min_length=32, max_length=32)]
Id = Annotated[bytes, Meta(min_length=16, max_length=16)]
Number = Annotated[int, Meta(ge=0, le=2**63 - 1)]
U32 = Annotated[int, Meta(ge=0, lt=2**32)]
U16 = Annotated[int, Meta(ge=0, lt=2**16)]
I64 = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]


class Unreadable(Exception):
    """Not a body of this protocol: cut short, too long, or of another shape."""


class WireEntry(msgspec.Struct, frozen=True, array_like=True):
    """One entry without its hashes, which the reader recomputes; they would not pack.

    ``body`` is None when it was erased by law: ``body_hash`` then stands in its place.
    """

    entry_id: Id
    command_id: Id | None
    txn_id: Id
    flags: Annotated[int, Meta(ge=0, lt=256)]
    kind: U16
    kind_version: U16
    hlc: Number
    wall_ms: I64
    clerk: U32
    body: bytes | None
    body_hash: Hash | None


class Push(msgspec.Struct, frozen=True, kw_only=True):
    """Whole business transactions in order. ``signature`` is the writer's over its last entry."""

    terminal: U32
    epoch: U16
    first_seq: Annotated[int, Meta(ge=1, lt=2**40)]
    prev: Hash
    entries: Annotated[list[WireEntry], Meta(min_length=1, max_length=MAX_BATCH)]
    signature: Signature


class OpaquePush(msgspec.Struct, frozen=True, kw_only=True):
    """One transaction that headquarters could not read: bare header bytes and bodies."""

    terminal: U32
    epoch: U16
    headers: Annotated[list[bytes], Meta(min_length=1, max_length=MAX_BATCH)]
    bodies: list[bytes | None]
    signature: Signature


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """What headquarters did with an entry that it did not simply apply.

    ``status``: quarantined, blocked, deferred. ``code`` names the reason for people.
    """

    seq: Number
    status: str
    code: str
    detail: str


class Ack(msgspec.Struct, frozen=True, kw_only=True):
    """Headquarters holds every entry up to ``seq``. Signed: the clerk's proof."""

    terminal: U32
    epoch: U16
    seq: Number
    hash: Hash
    hq_ms: Number
    backed_up_seq: Number
    key: PublicKey
    signature: Signature
    notices: list[Notice]


class LeaseState(msgspec.Struct, frozen=True, kw_only=True):
    """How much is left of all ranges of one kind and prefix."""

    kind: str
    prefix: str
    left: Number
    size: Number


class Hello(msgspec.Struct, frozen=True, kw_only=True):
    """How the terminal stands. ``receipt`` is the last acknowledgement that it verified.

    ``reference`` names the files that it has; ``people`` is the digest of those who work there.
    """

    terminal: U32
    epoch: U16
    head_seq: Number
    head_hash: Hash
    acked_seq: Number
    receipt: Ack | None
    feed_epoch: str
    pending: Number
    oldest_ms: I64
    wall_ms: I64
    app_version: str
    leases: list[LeaseState]
    reference: list[str]
    people: Hash
    nonce: Hash


class Welcome(msgspec.Struct, frozen=True, kw_only=True):
    """How headquarters stands. ``head_seq`` may be lower than what was acknowledged: it was
    restored from a backup, and the terminal sends again.

    ``token`` is sealed to the device key; ``provisioning`` is a signed file with new leases,
    reference data or people, when there are any. ``notices`` is what headquarters holds of this
    writer without effect just now; None of a headquarters that tells it by acknowledgements alone.
    """

    terminal: U32
    epoch: U16
    head_seq: Number
    head_hash: Hash
    backed_up_seq: Number
    hq_ms: Number
    feed_epoch: str
    scopes: list[str]
    max_batch: Annotated[int, Meta(ge=1, le=MAX_BATCH)]
    token: bytes
    frozen: bool
    provisioning: bytes | None
    nonce: Hash
    notices: list[Notice] | None = None


class Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """``payload`` is a Hello or a Welcome, signed with its prefix in front by ``key``."""

    payload: bytes
    key: PublicKey
    signature: Signature


class FeedQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Asks for what is new in a scope. ``began``: where the feed ended when the reader began to
    read the scope from its beginning; what was gone by then it never had.
    """

    scope: str
    feed_epoch: str
    after: Number
    limit: Annotated[int, Meta(ge=1, le=5_000)]
    began: Number = 0


class FeedRow(msgspec.Struct, frozen=True, array_like=True):
    """The newest version of one object; ``body`` is its MessagePack."""

    pos: Number
    entity: str
    uid: bytes
    version: Number
    body: bytes


class FeedPage(msgspec.Struct, frozen=True, kw_only=True):
    """``checksum``, of ``feed_checksum``, fits no page cut short or asked for otherwise.

    ``newest``: where the feed ends, in whatever scope.
    """

    scope: str
    feed_epoch: str
    rows: bytes
    checksum: Hash
    following: Number
    more: bool
    newest: Number = 0


class EntriesQuery(msgspec.Struct, frozen=True, kw_only=True):
    """A terminal restored from an old image asks for its own entries back."""

    after: Number
    limit: Annotated[int, Meta(ge=1, le=MAX_BATCH)]


class EntriesPage(msgspec.Struct, frozen=True, kw_only=True):
    """``signature`` is the terminal's own over ``head_seq``, as headquarters keeps it."""

    first_seq: Number
    entries: list[WireEntry]
    head_seq: Number
    signature: Signature


class EnrolCall(msgspec.Struct, frozen=True, kw_only=True):
    """``proof`` shows that the caller knows the one-time code, without telling it."""

    request: EnrolmentRequest
    proof: Hash


class EnrolAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The provisioning file; ``proof`` shows that its sender knows the code as well."""

    file: bytes
    proof: Hash


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """The body of every answer that is not 200. ``need`` is the sequence wanted next, on 409.

    ``order`` is a signed RevocationOrder, on 403 to a hello.
    """

    code: str
    need: Number = 0
    order: Sealed | None = None


def pack(message: msgspec.Struct) -> bytes:
    """MessagePack, zstd level 3. Contexts are each thread's own: shared ones corrupt."""
    if not hasattr(_threads, "compressor"):
        _threads.compressor = zstandard.ZstdCompressor(level=3)
    packed: bytes = _threads.compressor.compress(msgspec.msgpack.encode(message))
    return packed


def unpack(body: bytes, kind: type[T]) -> T:
    """Raises Unreadable. Never makes more than MAX_UNPACKED bytes of it."""
    if len(body) > MAX_PACKED:
        raise Unreadable
    if not hasattr(_threads, "decompressor"):
        _threads.decompressor = zstandard.ZstdDecompressor(max_window_size=MAX_UNPACKED)
    try:
        if not 0 <= zstandard.frame_content_size(body) <= MAX_UNPACKED:
            raise Unreadable
        plain = _threads.decompressor.decompress(body, max_output_size=MAX_UNPACKED)
        return msgspec.msgpack.decode(plain, type=kind)
    except (zstandard.ZstdError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unreadable from error


def people_digest(people: Iterable[tuple[int, str, str, str, str]]) -> bytes:
    """What both ends name the people of a counter by: id, code, name, role, hash of the PIN."""
    return sha256(msgspec.msgpack.encode(sorted(people))).digest()


def feed_checksum(page: FeedPage, after: int) -> bytes:
    """SHA-256 over what was asked and all that is answered.

    A cursor that only the line has changed would pass rows over for ever, and nobody would know.
    """
    head = [page.scope, page.feed_epoch, after, page.following, page.more, page.newest]
    return sha256(msgspec.msgpack.encode(head) + page.rows).digest()


def ack_statement(ack: Ack) -> bytes:
    """What headquarters signs: prefix, terminal, epoch, seq, hash, its time, backed_up_seq."""
    return ACK_PREFIX + _ACK.pack(
        ack.terminal, ack.epoch, ack.seq, ack.hash, ack.hq_ms, ack.backed_up_seq
    )
