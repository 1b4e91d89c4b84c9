"""The counter's desk: everything that window and commands may ask, wired once."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.bootstrap.acceptance import Acceptance
from app.bootstrap.choices import Choices
from app.bootstrap.complaints import Complaints
from app.bootstrap.day import Day
from app.bootstrap.doing import Doing
from app.bootstrap.money import Money
from app.bootstrap.opening import open_enrolled
from app.bootstrap.paper import PaperWork
from app.bootstrap.people import PeopleWork
from app.bootstrap.reading import Reading
from app.bootstrap.reports import Reports
from app.clock import Clock
from app.settings import Home, load_settings
from app.store.reference import warm


class CounterDesk(Acceptance, Doing, Reports, Day, PeopleWork, Money, PaperWork, Choices, Complaints):
    """``ui.desk.Desk`` on a real home. Calls may come from several threads."""

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
    desk = CounterDesk(store, settings)
    try:
        yield desk
    finally:
        desk.close()
        store.close()
