"""One headquarters and its counters, which every example of the model finds as at first."""

import atexit
import shutil
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from sync.headquarters.granting import put_first_size
from tests.fakes.clock import HandClock
from tests.sync.country import Counter, an_embedded_country
from tests.sync.struck import StruckWire

MOST_COUNTERS = 5
FEW = 51
"""Numbers of each kind to begin with: after the second one a counter asks for more."""


class Ends:
    """One headquarters and its counters for all examples, each of which finds them as at first.

    What SQLAlchemy compiled for one example serves the next: compiling was half of the time.
    """

    def __init__(self) -> None:
        memory = Path("/dev/shm")  # a flush costs nothing there, and no example is about flushes
        place = memory if memory.is_dir() else None
        self.root = Path(tempfile.mkdtemp(prefix="tem-country-", dir=place))
        atexit.register(shutil.rmtree, self.root, ignore_errors=True)
        self.folder, self._template = self.root / "country", self.root / "template"
        self._country = an_embedded_country(self.folder)
        with self._country.headquarters.database.writing() as connection:
            put_first_size(connection, FEW)
        for _ in range(MOST_COUNTERS):
            self._country.counter().sync()
        self.headquarters = self._country.headquarters
        self.close()
        shutil.copytree(self.folder, self._template)

    def begin(self, clocks: Sequence[HandClock], clock: HandClock) -> list[Counter]:
        """Enrolled counters that have synced once, each with a clock of its own."""
        self.close()
        shutil.rmtree(self.folder)
        chosen = self._country.counters[: len(clocks)]
        for name in ("headquarters", *(each.store.home.root.name for each in chosen)):
            shutil.copytree(self._template / name, self.folder / name)
        self.headquarters.clock = clock
        made = []
        for each, own in zip(chosen, clocks, strict=True):
            each.store.clock = own
            each.store.look_again()
            made.append(Counter(each.store, StruckWire(self.headquarters), each.number))
        return made

    def close(self) -> None:
        """Let go of all files; whoever needs one opens it again."""
        for each in self._country.counters:
            each.store.close()
        self.headquarters.close()


@lru_cache(maxsize=1)
def ends() -> Ends:
    return Ends()
