"""Hears what a reader tells, and waits for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Queue

from app.domain.devices import ScannerChoice
from app.scanners.choosing import reader_of
from app.scanners.framing import Scan
from app.scanners.reader import State

PATIENCE_S = 120


class Ears:
    def __init__(self) -> None:
        self.told: Queue[Scan | State] = Queue()

    def next(self) -> Scan | State:
        return self.told.get(timeout=PATIENCE_S)

    def nothing_more(self) -> bool:
        return self.told.empty()


@contextmanager
def listening(choice: ScannerChoice) -> Iterator[Ears]:
    ears = Ears()
    reader = reader_of(choice, ears.told.put, again_s=0.02)
    assert reader is not None
    reader.start()
    try:
        yield ears
    finally:
        reader.stop(PATIENCE_S)
