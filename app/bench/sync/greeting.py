"""Paper terminals say hello as real ones do."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import msgspec

from app.bench.sync.service import Service
from app.bench.sync.terminal import PaperTerminal
from app.domain.reference.shipped import shipped_reference
from app.ids import random_bytes
from sync.talking import Peer, say_hello
from sync.transport import HttpTransport
from sync.wire import HELLO_PREFIX, Hello, LeaseState, Sealed, Welcome, pack, people_digest


@dataclass(frozen=True, slots=True)
class Session:
    """A hello that was answered."""

    transport: HttpTransport
    welcome: Welcome
    token: bytes


@contextmanager
def greeted(service: Service, terminal: PaperTerminal) -> Iterator[Session]:
    """A session of the terminal with headquarters."""
    transport = HttpTransport(service.url)
    try:
        peer = Peer(terminal.key, (service.headquarters.keys.public,))
        welcome, token = say_hello(transport, peer, hello_of(terminal))
        yield Session(transport, welcome, token)
    finally:
        transport.close()


def hello_of(terminal: PaperTerminal) -> Hello:
    """It has all that was published and numbers enough: the morning of an ordinary day."""
    head = terminal.head
    return Hello(
        terminal=terminal.id,
        epoch=1,
        head_seq=head.seq,
        head_hash=head.hash,
        acked_seq=head.seq,
        receipt=None,
        feed_epoch="",
        pending=0,
        oldest_ms=0,
        wall_ms=head.wall_ms,
        app_version="bench",
        leases=[
            LeaseState(kind=each.kind, prefix=each.prefix, left=1_000, size=1_000)
            for each in terminal.leases()
        ],
        reference=[file.name for file in shipped_reference()],
        people=people_digest([]),
        nonce=random_bytes(32),
    )


def packed_hello(terminal: PaperTerminal) -> bytes:
    """The body of /v1/hello."""
    payload = msgspec.msgpack.encode(hello_of(terminal))
    signature = terminal.key.sign(HELLO_PREFIX + payload).signature
    return pack(Sealed(payload=payload, key=terminal.device_key, signature=signature))
