"""What is new in every scope: the first download where one was never read, then its feed."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.store import outbox as boxes
from app.store.evidence_sent import send_evidence_again
from app.store.pinned import pin_customers
from app.store.store import Store
from app.store.sweeping import begin_sweep, end_sweep, give_up_sweep, note_seen
from app.store.taking import known_by_now, read_again, remember_unknown, take_page
from sync.downloading import FirstDownload
from sync.feed_rows import passed_over, unreadable_stops
from sync.talking import FeedGone, Peer, read_feed
from sync.transport import Transport

PROVINCE, OWN = "P:", "T:"
"""How the scopes begin in which customers come: all of the province, and those asked for."""


@dataclass(slots=True)
class Pull:
    """One pass of it. ``rows`` counts what came, ``unknown`` what of it was for a newer program."""

    store: Store
    transport: Transport
    peer: Peer
    token: bytes
    feed_epoch: str
    rows: int = 0
    unknown: int = 0

    def run(self, scopes: Iterable[str]) -> None:
        """Raises Stopped; what came is kept."""
        every = tuple(scopes)
        for scope in every:
            with self.store.noting() as connection:
                if known_by_now(connection, scope):
                    read_again(connection, scope)
                never = not boxes.was_read(connection, scope, self.feed_epoch)
            if never:
                self._download(scope)
            try:
                self._feed(scope)
            except FeedGone as gone:
                self._begin_anew(scope, every, forgotten=gone.forgotten)
                raise

    def _begin_anew(self, scope: str, every: Iterable[str], *, forgotten: bool) -> None:
        """In the same counting too: a copy that nobody noticed yet is behind its readers, and
        its next positions say something else in every scope.
        """
        with self.store.noting() as connection:
            for each in (scope,) if forgotten else every:
                read_again(connection, each)
            if not forgotten:
                send_evidence_again(connection)
            elif scope.startswith(PROVINCE):
                begin_sweep(connection, scope)

    def _download(self, scope: str) -> None:
        download = FirstDownload(self.store, self.transport, self.peer, self.token, self.feed_epoch)
        if not download.run(scope):
            # Without a snapshot not everybody need come: nobody is missed then.
            with self.store.noting() as connection:
                give_up_sweep(connection, scope)
        self.rows += download.rows
        self.unknown += download.unknown

    def _feed(self, scope: str) -> None:
        more = True
        while more:
            with self.store.reading() as connection:
                after = boxes.cursor(connection, scope, self.feed_epoch)
                began = boxes.began(connection, scope, self.feed_epoch)
            page, rows = read_feed(self.transport, self.token, scope, self.feed_epoch, after, began)
            pairs = [(row.entity, row.body) for row in rows]
            now_ms = self.store.clock.now_ms()
            with unreadable_stops(), self.store.noting() as connection:
                taken = take_page(connection, pairs, now_ms)
                remember_unknown(connection, scope, taken)
                if scope.startswith(OWN):
                    pin_customers(connection, pairs, now_ms)
                note_seen(connection, scope, [r.uid for r in rows if r.entity == "customer"])
                begins = page.newest if after == 0 else None
                boxes.move_cursor(
                    connection, scope, self.feed_epoch, page.following, began_at=begins
                )
                if page.newest and not page.more:  # a stick that is silent says nothing of anybody
                    end_sweep(connection, scope)
            self.unknown += passed_over(taken)
            self.rows += len(rows)
            more = page.more
