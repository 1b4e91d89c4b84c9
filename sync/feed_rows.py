"""What is said of the rows of a feed page once they were taken, and of those that cannot be."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from app.store.taking import Taken
from sync.talking import Stopped

_log = logging.getLogger(__name__)


@contextmanager
def unreadable_stops() -> Iterator[None]:
    """Raises Stopped in place of what a row raises that cannot be read."""
    try:
        yield
    except msgspec.DecodeError as error:
        raise Stopped("sync.answer_unreadable") from error


def passed_over(taken: Taken) -> int:
    """How many rows this program does not know; those, and refused ones, are told in the log."""
    if taken.refused:
        _log.warning("%d rows contradict what stands here, as a number twice", taken.refused)
    for entity, count in sorted(taken.unknown.items()):
        _log.warning("%d rows of %r are for a newer program and were passed over", count, entity)
    return taken.unknown.total()
