"""The clock of the strip and the sync chip, kept up to date."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer

from app.queries.standing import Standing
from ui.changes import ChangeFeed, Topic
from ui.formats import weekday_and_time
from ui.running import Latest, Runner
from ui.shell.standing_words import chip_words
from ui.shell.top_strip import TopStrip

_EVERY_MS: Final = 10_000


class Stands(Protocol):
    """The part of the desk that says how the books stand."""

    def standing(self) -> Standing: ...


class Pulse(QObject):
    """Beats every ten seconds, and at once when something was booked or printed."""

    def __init__(
        self,
        strip: TopStrip,
        desk: Stands,
        reading: Runner,
        now: Callable[[], datetime],
        fail: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._strip = strip
        self._desk = desk
        self._latest = Latest(reading)
        self._now = now
        self._fail = fail
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.beat)

    def start(self, feed: ChangeFeed) -> None:
        """Begin to beat."""
        feed.subscribe(
            Topic.CUSTOMERS, Topic.SHIPMENTS, Topic.PRINTS, Topic.STANDING, then=self.beat
        )
        self._timer.start()
        self.beat()

    def stop(self) -> None:
        """The window is closing."""
        self._timer.stop()
        self._latest.forget()

    def beat(self) -> None:
        """Show the time, ask how the books stand."""
        self._strip.show_time(weekday_and_time(self._now()))
        self._latest.run(self._desk.standing, self._came, self._fail)

    def _came(self, standing: Standing) -> None:
        self._strip.show_shift(standing.shift)
        words = chip_words(standing, self._now())
        self._strip.chip.say(words, online=standing.state != "alone")
