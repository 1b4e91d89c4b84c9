"""The home's log: warnings and bugs of the window and of every command."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler

from app.domain.discretion import without_numbers
from app.settings import Home

LOG_BYTES, LOGS_KEPT = 1_000_000, 3
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _Discreet(logging.Formatter):
    """A bug's own words may repeat what it stumbled over: numbers of people stay out of the log."""

    def format(self, record: logging.LogRecord) -> str:
        return without_numbers(super().format(record))


@contextmanager
def logging_to(place: Home) -> Iterator[None]:
    """Where the home cannot be written, what would stand in its log goes to the error channel."""
    if not os.access(place.root, os.W_OK | os.X_OK):
        yield
        return
    handler = RotatingFileHandler(
        place.log, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(_Discreet(_FORM))
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
