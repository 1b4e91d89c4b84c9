"""Keys pressed again before anyone can have read what the first press did."""

from typing import Final

from PySide6.QtCore import QElapsedTimer

READING_MS: Final = 400
"""Nobody reads a new page or a warning and answers it sooner."""


class Patience:
    """One for a key, or for keys that mean the same."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()

    def is_lost(self) -> bool:
        """Whether this press follows the one before too soon to count."""
        lost = self.quiet_ms() < READING_MS
        self._since.start()
        return lost

    def quiet_ms(self) -> int:
        """Since the last press."""
        return self._since.elapsed() if self._since.isValid() else READING_MS

    def forget(self) -> None:
        """Something else was done in between: the next press counts."""
        self._since.invalidate()
