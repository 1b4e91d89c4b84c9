"""Headquarters' answers out of a bundle, asked for as if there were a line."""

from collections import defaultdict

import msgspec
from msgspec.structs import replace

from sync.bundles.covers import ENTRIES, FEED, PUSH, PUSH_OPAQUE, SNAPSHOT, SNAPSHOT_PART
from sync.bundles.reading import Bundle, Place
from sync.evidence import EVIDENCE_HELD, EvidenceQuery
from sync.snapshot import PartQuery, SnapshotQuery
from sync.transport import NothingTaken, Reply
from sync.wire import Ack, EntriesQuery, FeedPage, FeedQuery, Push, feed_checksum, pack, unpack

_NOT_IN_IT = Reply(404, b"")
_ASKED: dict[str, type[msgspec.Struct]] = {
    FEED: FeedQuery,
    SNAPSHOT: SnapshotQuery,
    SNAPSHOT_PART: PartQuery,
    ENTRIES: EntriesQuery,
    EVIDENCE_HELD: EvidenceQuery,
}


class CarriedAnswers:
    """``sync.transport.Transport`` for one bundle that was checked. Large ones stay on the stick.

    What the bundle says nothing of is answered as headquarters would if it had nothing: the next
    stick brings it.
    """

    def __init__(self, bundle: Bundle) -> None:
        """Raises Unreadable."""
        self._bundle = bundle
        self._places: dict[tuple[str, msgspec.Struct | None], Place] = {}
        self._pages: defaultdict[tuple[str, str], list[tuple[int, int, Place]]] = defaultdict(list)
        self._gone: dict[tuple[str, str, int], Reply] = {}
        for place, piece in bundle.pieces():
            asked = unpack(piece.query, _ASKED[piece.path]) if piece.path in _ASKED else None
            self._places[piece.path, asked] = place
            if not isinstance(asked, FeedQuery):
                continue
            if piece.status != 200:
                self._gone[asked.scope, asked.feed_epoch, asked.after] = Reply(
                    piece.status, piece.body
                )
            else:
                following = unpack(piece.body, FeedPage).following
                self._pages[asked.scope, asked.feed_epoch].append((asked.after, following, place))

    def send(self, path: str, body: bytes, token: bytes = b"") -> Reply:
        """Raises NothingTaken for entries of which the bundle says nothing."""
        del token  # whoever opened the bundle may read it
        if path == PUSH:
            return self._acknowledged(unpack(body, Push))
        if path == PUSH_OPAQUE:
            raise NothingTaken
        if path == FEED:
            return self._page(unpack(body, FeedQuery))
        return self._found(path, unpack(body, _ASKED[path]) if path in _ASKED else None)

    def _found(self, path: str, asked: msgspec.Struct | None) -> Reply:
        place = self._places.get((path, asked))
        if place is None:
            return _NOT_IN_IT
        piece = self._bundle.read(place)
        return Reply(piece.status, piece.body)

    def _acknowledged(self, push: Push) -> Reply:
        reply = self._found(PUSH, None)
        if reply.status != 200 or unpack(reply.body, Ack).seq < push.first_seq:
            raise NothingTaken
        return reply

    def _page(self, asked: FeedQuery) -> Reply:
        """From the cursor as it stands: it may have moved since the bundle was asked for."""
        gone = self._gone.get((asked.scope, asked.feed_epoch, asked.after))
        if gone is not None:
            return gone
        for after, following, place in self._pages[asked.scope, asked.feed_epoch]:
            if after == asked.after or after < asked.after < following:
                page = unpack(self._bundle.read(place).body, FeedPage)
                return _again(page, asked.after)
        nothing = FeedPage(
            scope=asked.scope,
            feed_epoch=asked.feed_epoch,
            rows=b"\x90",
            checksum=bytes(32),
            following=asked.after,
            more=False,
        )
        return _again(nothing, asked.after)


def _again(page: FeedPage, after: int) -> Reply:
    """The bundle's signature vouches for the page; its checksum only for where it was asked."""
    return Reply(200, pack(replace(page, checksum=feed_checksum(page, after))))
