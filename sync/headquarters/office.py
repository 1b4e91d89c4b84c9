"""Headquarters as one thing to ask: bytes in, bytes out, whatever carries them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import sqlalchemy as sa
from msgspec.structs import replace

from app.clock import Clock, SystemClock
from app.errors import EnvironmentFault
from sync.batches import Batch, read_opaque, read_push
from sync.evidence import EVIDENCE, EVIDENCE_HELD
from sync.headquarters.answers import Refused, try_later, unreadable, wrong_token
from sync.headquarters.backed_up import backed_up_seq
from sync.headquarters.catching_up import tell_what_was_never_told
from sync.headquarters.database import Database, DatabaseUnreachable, open_embedded, open_postgresql
from sync.headquarters.enrolling import enrol
from sync.headquarters.evidence_taking import say_held, take_piece
from sync.headquarters.feed import read_page
from sync.headquarters.fetching import answer_query
from sync.headquarters.greeting import greet, scopes_of, token_owner
from sync.headquarters.ingest import (
    find_writer,
    ingest,
    own_entries,
    retry_held,
    told_of,
)
from sync.headquarters.keys import HeadquartersKeys, keys_in
from sync.headquarters.restoring import feed_epoch
from sync.headquarters.snapshots import newest_manifest, read_part
from sync.snapshot import PartQuery, SnapshotQuery
from sync.wire import (
    Ack,
    EnrolCall,
    EntriesQuery,
    FeedQuery,
    Refusal,
    Sealed,
    Unreadable,
    ack_statement,
    pack,
    unpack,
)

_Way = Callable[[Database, HeadquartersKeys, bytes, bytes, int], bytes]
_NO_SIGNATURE = bytes(64)
PATIENCE_S = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status and a packed body."""

    status: int
    body: bytes


class Headquarters:
    """One database and one set of keys; calls may come from several threads and processes."""

    def __init__(self, database: Database, keys: HeadquartersKeys, clock: Clock) -> None:
        self.database = database
        self.keys = keys
        self.clock = clock
        self._ways: dict[str, Callable[[bytes, bytes], bytes]] = {
            "/v1/enrol": self._enrol,
            "/v1/hello": self._hello,
            "/v1/push": self._push,
            "/v1/push-opaque": partial(self._push, read=read_opaque),
            "/v1/feed": self._feed,
            "/v1/entries": self._entries,
            "/v1/snapshot": self._snapshot,
            "/v1/snapshot-part": self._snapshot_part,
            "/v1/customer": self._by(answer_query),
            EVIDENCE: self._by(take_piece),
            EVIDENCE_HELD: self._by(say_held),
        }

    def answer(self, path: str, body: bytes, token: bytes = b"") -> Answer:
        """What a terminal gets for a body sent to ``path``."""
        way = self._ways.get(path)
        if way is None:
            return _refusal(Refused(404, "no_such_way"))
        try:
            return Answer(200, way(body, token))
        except Refused as refused:
            return _refusal(refused)
        except Unreadable:
            return _refusal(unreadable())
        except (EnvironmentFault, sa.exc.OperationalError, sa.exc.InternalError):
            return _refusal(try_later())

    def retry_held(self) -> int:
        """Fold again what was held; how many transactions no longer are."""
        return retry_held(self.database, self.clock.now_ms())

    def check(self) -> None:
        """Raises when the database does not answer."""
        with self.database.reading() as connection:
            connection.execute(sa.select(sa.literal(1)))

    def close(self) -> None:
        self.database.close()

    def _enrol(self, body: bytes, _token: bytes) -> bytes:
        return pack(enrol(self.database, self.keys, unpack(body, EnrolCall), self.clock.now_ms()))

    def _hello(self, body: bytes, _token: bytes) -> bytes:
        return pack(greet(self.database, self.keys, unpack(body, Sealed), self.clock.now_ms()))

    def _push(
        self, body: bytes, _token: bytes, read: Callable[[bytes], Batch] = read_push
    ) -> bytes:
        now_ms = self.clock.now_ms()
        return self.acknowledge(ingest(self.database, self.keys, read(body), now_ms))

    def acknowledge(self, stands: sa.Row[Any]) -> bytes:
        """Headquarters' signed word for what it holds of a writer, packed."""
        with self.database.reading() as connection:
            notices = told_of(connection, stands.terminal, stands.epoch)
            backed_up = backed_up_seq(connection, stands)
        ack = Ack(
            terminal=stands.terminal,
            epoch=stands.epoch,
            seq=stands.head_seq,
            hash=stands.head_hash,
            hq_ms=self.clock.now_ms(),
            backed_up_seq=backed_up,
            key=self.keys.public,
            signature=_NO_SIGNATURE,
            notices=notices,
        )
        signature = self.keys.signing_key.sign(ack_statement(ack)).signature
        return pack(replace(ack, signature=signature))

    def _feed(self, body: bytes, token: bytes) -> bytes:
        query = unpack(body, FeedQuery)
        with self.database.reading() as connection:
            if query.scope not in self._scopes(connection, token):
                raise wrong_token()
            return pack(read_page(connection, query, feed_epoch(connection)))

    def _snapshot(self, body: bytes, token: bytes) -> bytes:
        query = unpack(body, SnapshotQuery)
        with self.database.reading() as connection:
            if query.scope not in self._scopes(connection, token):
                raise wrong_token()
            return pack(newest_manifest(connection, query))

    def _snapshot_part(self, body: bytes, token: bytes) -> bytes:
        query = unpack(body, PartQuery)
        with self.database.reading() as connection:
            return read_part(connection, query, self._scopes(connection, token))

    def _by(self, way: _Way) -> Callable[[bytes, bytes], bytes]:
        return lambda body, token: way(self.database, self.keys, body, token, self.clock.now_ms())

    def _entries(self, body: bytes, token: bytes) -> bytes:
        query, whose = (
            unpack(body, EntriesQuery),
            token_owner(self.keys, token, self.clock.now_ms()),
        )
        with self.database.reading() as connection:
            stands = find_writer(connection, whose.terminal, whose.epoch)
            return pack(own_entries(connection, stands, query))

    def _scopes(self, connection: sa.Connection, token: bytes) -> list[str]:
        whose = token_owner(self.keys, token, self.clock.now_ms())
        found = find_writer(connection, whose.terminal, whose.epoch)
        if found.revoked_after is not None:
            raise wrong_token()
        return scopes_of(found)


def open_headquarters(
    folder: Path, database_url: str = "", clock: Clock | None = None
) -> Headquarters:
    """The headquarters whose keys lie in ``folder``; its database too, unless a URL says where."""
    keys = keys_in(folder)
    if database_url:
        database = open_postgresql(database_url, folder / "headquarters.lent")
    else:
        database = open_embedded(folder / "headquarters.db", keys.database)
    tell_what_was_never_told(database)
    return Headquarters(database, keys, clock or SystemClock())


def open_patiently(folder: Path, database_url: str) -> Headquarters:
    """A database server that is just being restarted is waited for. Raises DatabaseUnreachable."""
    for _ in range(PATIENCE_S):
        try:
            return open_headquarters(folder, database_url)
        except DatabaseUnreachable:
            Event().wait(1)
    return open_headquarters(folder, database_url)


def _refusal(refused: Refused) -> Answer:
    return Answer(
        refused.status, pack(Refusal(code=refused.code, need=refused.need, order=refused.order))
    )
