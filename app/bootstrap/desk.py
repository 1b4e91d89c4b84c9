"""The counter's desk: everything that window and commands may ask, wired once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from app.bootstrap.acceptance import Acceptance
from app.bootstrap.choices import Choices
from app.bootstrap.complaints import Complaints
from app.bootstrap.conflicts import Conflicts
from app.bootstrap.day import Day
from app.bootstrap.devices import DeviceWork
from app.bootstrap.doing import Doing
from app.bootstrap.money import Money
from app.bootstrap.opening import open_enrolled
from app.bootstrap.paper import PaperWork
from app.bootstrap.people import PeopleWork
from app.bootstrap.reports import Reports
from app.bootstrap.seeing import Seeing
from app.bootstrap.stick import Stick
from app.clock import Clock
from app.queries.sync_report import SyncReport, sync_report
from app.services.cards import IssueCard, IssuedCard
from app.settings import Home, Settings, load_settings
from app.store.outbox import link
from app.store.reference import warm
from app.store.revoked import TerminalRevoked
from app.store.store import Store

LATELY_MS = 10 * 60_000
"""Since the last good pass: later than this nobody waits for headquarters' signature."""


class CounterDesk(
    Acceptance,
    Doing,
    Reports,
    Day,
    PeopleWork,
    Seeing,
    Money,
    PaperWork,
    DeviceWork,
    Choices,
    Complaints,
    Conflicts,
    Stick,
):
    """``ui.desk.Desk`` on a real home. Calls may come from several threads."""

    def __init__(self, store: Store, settings: Settings) -> None:
        super().__init__(store, settings)
        self._ask_for_pass: Callable[[], None] = lambda: None
        self._in_touch = False

    def in_touch(self, ask_for_pass: Callable[[], None]) -> None:
        """From now on ``sync_now`` asks for a pass in this way."""
        self._ask_for_pass = ask_for_pass
        self._in_touch = True

    def issue_card(self, command: IssueCard) -> IssuedCard:
        """Signed first, where headquarters answered lately: the paper waits for one pass."""
        waits = command.printed and self._in_touch and self._heard_lately()
        done = super().issue_card(replace(command, waits=waits))
        if waits:
            self._ask_for_pass()
        return done

    def _heard_lately(self) -> bool:
        with self._store.reading() as connection:
            found = link(connection)
        since_ms = self._store.clock.now_ms() - (found.heard_ms if found else 0)
        return found is not None and not found.problem and 0 <= since_ms < LATELY_MS

    def sync_now(self) -> None:
        self._ask_for_pass()

    def sync_report(self) -> SyncReport:
        with self._store.reading() as connection:
            return sync_report(connection, self._store.clock)

    def look_again(self) -> None:
        """A pass may have brought back what an old image had lost."""
        self._store.look_again()

    def warm(self) -> None:
        """Parse the reference data now, so that the first key does not wait for it."""
        with self._moment() as (connection, at_ms):
            warm(connection, at_ms)


@contextmanager
def open_counter(home: Home, clock: Clock | None = None) -> Iterator[CounterDesk]:
    """Open the counter of ``home``; closed when the block is left.

    Raises StoreMissing for a home that is not enrolled, SettingsUnreadable, and the faults of
    ``app.store.store.open_store``.
    """
    settings = load_settings(home.settings)
    store = open_enrolled(home, clock)
    if store.revoked:
        store.close()
        raise TerminalRevoked
    desk = CounterDesk(store, settings)
    try:
        yield desk
    finally:
        desk.close()
        store.close()
