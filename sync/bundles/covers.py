"""What stands first in a bundle: who says it, and to what it is the answer."""

import msgspec

from sync.wire import U16, U32, Number, Sealed

COVER = "cover"
"""The path of the first piece."""

HELLO, FEED = "/v1/hello", "/v1/feed"
PUSH, PUSH_OPAQUE = "/v1/push", "/v1/push-opaque"
SNAPSHOT, SNAPSHOT_PART, ENTRIES = "/v1/snapshot", "/v1/snapshot-part", "/v1/entries"


class Cursor(msgspec.Struct, frozen=True, kw_only=True):
    """How far the counter has read a scope; ``began`` as in ``sync.wire.FeedQuery``."""

    scope: str
    feed_epoch: str
    pos: Number
    began: Number = 0


class UpCover(msgspec.Struct, frozen=True, kw_only=True):
    """``hello`` is what the counter would say on a line; its entries follow."""

    terminal: U32
    epoch: U16
    hello: Sealed
    cursors: list[Cursor]


class DownCover(msgspec.Struct, frozen=True, kw_only=True):
    """``hello`` is the counter's own, given back: all that follows is the answer to it.

    ``made_ms``: headquarters' time.
    """

    hello: Sealed
    made_ms: Number
