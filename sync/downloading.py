"""The first download of a scope: part by part, each checked, each durable before the next.

Killed half-way it goes on with the part that is missing; a manifest that headquarters no longer
serves is given up for a newer one.
"""

from hashlib import sha256
from typing import TypeVar

import msgspec

from app.store import downloads
from app.store import outbox as boxes
from app.store.store import Store
from app.store.sweeping import note_seen
from app.store.taking import remember_unknown, take_page
from sync.feed_rows import passed_over, unreadable_stops
from sync.snapshot import SNAPSHOT_PREFIX, Manifest, Part, PartQuery, SnapshotQuery
from sync.talking import Peer, Stopped, ask_or_none, check_signed
from sync.transport import Transport
from sync.wire import Sealed, Unreadable, unpack

T = TypeVar("T")


class FirstDownload:
    """Of one scope, in the counting of positions ``feed_epoch``. ``rows`` counts what came now,
    ``unknown`` what of it was for a newer program.
    """

    def __init__(
        self, store: Store, transport: Transport, peer: Peer, token: bytes, feed_epoch: str
    ) -> None:
        self._store = store
        self._transport = transport
        self._peer = peer
        self._token = token
        self._feed_epoch = feed_epoch
        self.rows = 0
        self.unknown = 0

    def run(self, scope: str) -> bool:
        """Take the scope in and set its cursor; False when headquarters has no snapshot of it.

        Raises Stopped; what came is kept.
        """
        manifest = self._begun(scope) or self._newest(scope)
        while manifest is not None:
            if self._take_parts(manifest):
                return True
            manifest = self._newest(scope)
        return False

    def _begun(self, scope: str) -> Manifest | None:
        with self._store.reading() as connection:
            begun = downloads.download_of(connection, scope)
        if begun is None:
            return None
        manifest = _read(begun.manifest, Manifest)
        return manifest if manifest.feed_epoch == self._feed_epoch else None

    def _newest(self, scope: str) -> Manifest | None:
        query = SnapshotQuery(scope=scope, feed_epoch=self._feed_epoch)
        body = ask_or_none(self._transport, "/v1/snapshot", query, self._token)
        if body is None:
            return None
        sealed = _unpacked(body, Sealed)
        check_signed(self._peer, sealed.key, SNAPSHOT_PREFIX + sealed.payload, sealed.signature)
        manifest = _read(sealed.payload, Manifest)
        if (manifest.scope, manifest.feed_epoch) != (scope, self._feed_epoch):
            raise Stopped("sync.answer_forged")
        with self._store.noting() as connection:
            downloads.begin_download(connection, scope, sealed.payload)
        return manifest

    def _take_parts(self, manifest: Manifest) -> bool:
        """False when headquarters has put another snapshot in the place of this one."""
        while (part := self._next(manifest)) < len(manifest.parts):
            query = PartQuery(snapshot=manifest.snapshot, part=part)
            body = ask_or_none(self._transport, "/v1/snapshot-part", query, self._token)
            if body is None:
                return False
            if sha256(body).digest() != manifest.parts[part]:
                raise Stopped("sync.answer_unreadable")
            self._take(manifest.scope, _unpacked(body, Part))
        with self._store.noting() as connection:
            stands = (manifest.scope, manifest.feed_epoch, manifest.pos)
            boxes.move_cursor(connection, *stands, began_at=manifest.pos)
            downloads.end_download(connection, manifest.scope)
        return True

    def _next(self, manifest: Manifest) -> int:
        with self._store.reading() as connection:
            begun = downloads.download_of(connection, manifest.scope)
        return len(manifest.parts) if begun is None else begun.next_part

    def _take(self, scope: str, part: Part) -> None:
        carried = [(each.entity, each.body) for each in part.carried]
        with unreadable_stops(), self._store.noting() as connection:
            box = boxes.outbox(connection)
            assert box is not None, "a journal never becomes empty"
            refused = downloads.take_customers_at_once(
                connection, part.customers, acked=box.acked, head=box.head.seq
            )
            note_seen(connection, scope, [each.uid for each in part.customers])
            taken = take_page(connection, carried, self._store.clock.now_ms())
            taken.refused += refused
            remember_unknown(connection, scope, taken)
            downloads.count_part(connection, scope)
        self.unknown += passed_over(taken)
        self.rows += len(part.customers) + len(part.carried)


def _unpacked(body: bytes, kind: type[T]) -> T:
    try:
        return unpack(body, kind)
    except Unreadable as error:
        raise Stopped("sync.answer_unreadable") from error


def _read(payload: bytes, kind: type[T]) -> T:
    try:
        return msgspec.msgpack.decode(payload, type=kind)
    except msgspec.DecodeError as error:
        raise Stopped("sync.answer_unreadable") from error
