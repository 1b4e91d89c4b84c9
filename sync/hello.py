"""What a terminal says of itself before anything else."""

from functools import cache
from importlib.metadata import version

import msgspec

from app.ids import random_bytes
from app.store import outbox as boxes
from app.store.outbox import Link, Outbox
from app.store.station import Writer, lease_levels, people_rows, reference_names
from app.store.store import Store
from sync.wire import Ack, Hello, LeaseState, people_digest


def hello_of(
    store: Store, box: Outbox, link: Link, here: Writer, nonce: bytes | None = None
) -> Hello:
    """How the terminal stands now. ``nonce`` of its own, unless an answer to one is at hand."""
    with store.reading() as connection:
        return Hello(
            terminal=here.terminal,
            epoch=here.epoch,
            head_seq=box.head.seq,
            head_hash=box.head.hash,
            acked_seq=box.acked,
            receipt=_receipt(box),
            feed_epoch=link.feed_epoch,
            pending=box.pending,
            oldest_ms=boxes.oldest_unsent_ms(connection, box),
            wall_ms=store.clock.now_ms(),
            app_version=_version(),
            leases=[LeaseState(**level) for level in lease_levels(connection)],
            reference=reference_names(connection),
            people=people_digest(people_rows(connection)),
            nonce=nonce or random_bytes(32),
        )


@cache
def _version() -> str:
    """What the installed package says of itself takes ten milliseconds to read."""
    return version("tem")


def _receipt(box: Outbox) -> Ack | None:
    return None if box.receipt is None else msgspec.msgpack.decode(box.receipt, type=Ack)
