"""All that a counter would be answered on a line, in the order in which its engine would ask."""

from collections.abc import Generator, Iterable, Iterator
from typing import Any

import msgspec
import sqlalchemy as sa

from sync.bundles.covers import ENTRIES, FEED, HELLO, PUSH, SNAPSHOT, SNAPSHOT_PART, Cursor
from sync.bundles.form import Piece
from sync.evidence import EVIDENCE_HELD, EvidenceQuery
from sync.headquarters.evidence_kept import whole_of
from sync.headquarters.greeting import Whose, scopes_told, session_token
from sync.headquarters.office import Answer, Headquarters
from sync.headquarters.restoring import feed_epoch
from sync.snapshot import Manifest, PartQuery, SnapshotQuery
from sync.wire import (
    MAX_BATCH,
    EntriesPage,
    EntriesQuery,
    FeedPage,
    FeedQuery,
    Hello,
    Sealed,
    pack,
    unpack,
)

PAGE = 1_000
"""Rows of one page of the feed."""


def answers(
    headquarters: Headquarters,
    kept: sa.Row[Any],
    stands: sa.Row[Any],
    greeted: Answer,
) -> Iterator[tuple[Piece, int]]:
    """The pieces, each with the number of rows that it brings."""
    yield Piece(path=HELLO, status=greeted.status, body=greeted.body), 0
    yield Piece(path=PUSH, body=headquarters.acknowledge(stands)), 0
    if greeted.status != 200:
        return
    sealed = msgspec.msgpack.decode(kept.hello, type=Sealed)
    hello = msgspec.msgpack.decode(sealed.payload, type=Hello)
    asking = _Asking(headquarters, Whose(stands.terminal, stands.epoch))
    if stands.head_seq > hello.head_seq:
        yield from asking.own_entries(hello.head_seq, stands.head_seq)
    with headquarters.database.reading() as connection:
        counting = feed_epoch(connection)
        scopes = scopes_told(connection, stands)
        carried = whole_of(connection, stands.number)
    yield from asking.evidence(carried)
    cursors = msgspec.msgpack.decode(kept.cursors, type=list[Cursor])
    stood = {each.scope: each for each in cursors if each.feed_epoch == counting and each.pos}
    for scope in scopes:
        read = scope in stood and (yield from asking.feed(stood[scope]))
        if not read:
            pos = yield from asking.snapshot(scope, counting)
            begun = Cursor(scope=scope, feed_epoch=counting, pos=pos, began=pos)
            yield from asking.feed(begun)


class _Asking:
    """Asks headquarters as the counter's engine would, in its name."""

    def __init__(self, headquarters: Headquarters, whose: Whose) -> None:
        self._headquarters = headquarters
        now_ms = headquarters.clock.now_ms()
        self._token = session_token(headquarters.keys, whose, now_ms)

    def own_entries(self, after: int, head: int) -> Iterator[tuple[Piece, int]]:
        """What an old image has lost."""
        while after < head:
            piece = self._ask(ENTRIES, EntriesQuery(after=after, limit=MAX_BATCH))
            found = len(unpack(piece.body, EntriesPage).entries)
            if not found:
                return
            yield piece, 0
            after += found

    def snapshot(self, scope: str, counting: str) -> Generator[tuple[Piece, int], None, int]:
        """The first download, if there is one; returns where the feed goes on from."""
        piece = self._ask(SNAPSHOT, SnapshotQuery(scope=scope, feed_epoch=counting))
        yield piece, 0
        if piece.status != 200:
            return 0
        manifest = msgspec.msgpack.decode(unpack(piece.body, Sealed).payload, type=Manifest)
        for part in range(len(manifest.parts)):
            query = PartQuery(snapshot=manifest.snapshot, part=part)
            yield self._ask(SNAPSHOT_PART, query), manifest.rows if part == 0 else 0
        return manifest.pos

    def evidence(self, carried: Iterable[bytes]) -> Iterator[tuple[Piece, int]]:
        """Which files need not be carried again."""
        for each in carried:
            yield self._ask(EVIDENCE_HELD, EvidenceQuery(evidence=each)), 0

    def feed(self, stood: Cursor) -> Generator[tuple[Piece, int], None, bool]:
        """From there to the end; False when headquarters no longer goes on from there."""
        after, began, more = stood.pos, stood.began, True
        while more:
            query = FeedQuery(
                scope=stood.scope,
                feed_epoch=stood.feed_epoch,
                after=after,
                limit=PAGE,
                began=began,
            )
            piece = self._ask(FEED, query)
            if piece.status != 200:
                yield piece, 0
                return False
            page = unpack(piece.body, FeedPage)
            yield piece, len(msgspec.msgpack.decode(page.rows, type=list[msgspec.Raw]))
            began = began if after else page.newest
            after, more = page.following, page.more
        return True

    def _ask(self, path: str, query: msgspec.Struct) -> Piece:
        asked = pack(query)
        answer = self._headquarters.answer(path, asked, self._token)
        return Piece(path=path, query=asked, status=answer.status, body=answer.body)
