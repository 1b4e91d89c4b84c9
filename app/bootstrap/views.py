"""Who looked at which customer: one line for every page shown, kept beside the store.

A line names the clerk and the customer number, never the person. It is written without a flush:
reading a page must not wait for the disk.
"""

import logging
from pathlib import Path

from app.clock import Clock, local, utc
from app.domain.identities import Clerk

_log = logging.getLogger(__name__)


class ViewLog:
    """A file for each month: ``views-2026-11.log``."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def viewed(self, clerk: Clerk, customer: str) -> None:
        """Note it. A disk too full for the line keeps nobody from being served."""
        at = local(utc(self._clock.now_ms()))
        try:
            with (self._folder / f"views-{at:%Y-%m}.log").open("a", encoding="utf-8") as file:
                file.write(f"{at.isoformat(timespec='seconds')} {clerk.code} {customer}\n")
        except OSError as error:
            _log.warning("a view could not be logged: %s", error)
