"""Keys pressed again before anyone can have read what the first press did."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

READING_MS: Final = 400
"""Nobody reads a new page or a warning and answers it sooner."""


class Patience(QObject):
    """One for a key, or for keys that mean the same.

    A busy program hears late of keys that were pressed long before. So it is not the time at which
    a key is heard that counts: the reading is over when its time has passed *and* all keys that had
    queued up by then were heard, which are lost like any others.
    """

    def __init__(self) -> None:
        super().__init__()
        self._reading = QTimer(self)
        self._hearing = QTimer(self)
        for timer, interval_ms in ((self._reading, READING_MS), (self._hearing, 0)):
            timer.setSingleShot(True)
            timer.setInterval(interval_ms)
        self._reading.timeout.connect(self._hearing.start)

    @property
    def is_reading(self) -> bool:
        """Whether a press now would be lost."""
        return self._reading.isActive() or self._hearing.isActive()

    def remaining_ms(self) -> int:
        """Until the reading is over; below 0 when it is."""
        return self._reading.remainingTime()

    def begin(self) -> None:
        """From here on there is something to read."""
        self._hearing.stop()
        self._reading.start()

    def is_lost(self) -> bool:
        """Whether this press follows the one before too soon to count."""
        lost = self.is_reading
        self.begin()
        return lost

    def forget(self) -> None:
        """Something else was done in between: the next press counts."""
        self._reading.stop()
        self._hearing.stop()
