"""A country under trouble: whatever happened, once the lines are calm every end agrees.

The real code at both ends, real stores, an in-memory line and a clock whose hands are turned.
"""

import atexit
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.journal.kinds.customers import Change, CustomerEdited
from sync.simulation.invariants import check
from sync.transport import Reply
from tests.fakes.clock import HandClock
from tests.sync.country import Counter, Wire, an_embedded_country, lost
from tests.sync.model import EXAMPLES, STEPS
from tests.sync.rules import COUNTERS, Beside, known_to, which


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
        for _ in range(COUNTERS):
            self._country.counter().sync()
        self.headquarters = self._country.headquarters
        self.close()
        shutil.copytree(self.folder, self._template)

    def begin(self, clock: HandClock) -> list[Counter]:
        """Enrolled counters that have synced once."""
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(self._template, self.folder)
        self.headquarters.clock = clock
        made = []
        for each in self._country.counters:
            each.store.clock = clock
            each.store.look_again()
            made.append(Counter(each.store, Wire(self.headquarters), each.number))
        return made

    def close(self) -> None:
        """Let go of all files; whoever needs one opens it again."""
        for each in self._country.counters:
            each.store.close()
        self.headquarters.close()


@lru_cache(maxsize=1)
def ends() -> Ends:
    return Ends()


class Trouble(Beside):
    """Clerks work, lines break, computers and headquarters are put back from copies."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = HandClock()
        self.folder = ends().folder
        self.headquarters = ends().headquarters
        self.counters = ends().begin(self.clock)
        self.copied = False
        self.images: set[int] = set()
        self.fresh: set[int] = set()

    @rule(at=which)
    def register(self, at: int) -> None:
        counter = self.counters[at]
        if at in self.fresh:
            return
        counter.done += 1
        counter.record(counter.registration(counter.done))

    @rule(at=which, whom=st.integers(0, 50))
    def sell(self, at: int, whom: int) -> None:
        counter = self.counters[at]
        known = known_to(counter)
        if at in self.fresh or not known:
            return
        counter.done += 1
        counter.record(*counter.sale(counter.done, known[whom % len(known)][0]))

    @rule(at=which, whom=st.integers(0, 50), street=st.sampled_from(["Huế", "Lò Đúc", "Hàng Mã"]))
    def edit(self, at: int, whom: int, street: str) -> None:
        counter = self.counters[at]
        known = known_to(counter)
        if at in self.fresh or not known:
            return
        uid, before = known[whom % len(known)]
        changes = [Change("street", before, street)]
        counter.record(CustomerEdited(uid=uid, base_version=1, changes=changes, citizen=None))

    @rule(at=which)
    def sync(self, at: int) -> None:
        assert self.counters[at].sync().problem == ""
        self.fresh.discard(at)

    @rule(at=which, nth=st.integers(1, 4), reply_lost=st.booleans())
    def sync_on_a_bad_line(self, at: int, nth: int, reply_lost: bool) -> None:  # noqa: FBT001 - Hypothesis names it
        wire, passed = self.counters[at].wire, [0]

        def breaks(*_anything: object) -> None:
            passed[0] += 1
            if passed[0] >= nth:
                lost()

        def breaks_back(_path: str, reply: Reply) -> Reply:
            breaks()
            return reply

        if reply_lost:
            wire.after = breaks_back
        else:
            wire.before = breaks
        self.counters[at].sync()
        wire.calm()

    @rule(hours=st.integers(-200, 200))
    def somebody_turns_the_clock(self, hours: int) -> None:
        self.clock.wall_ms = max(self.clock.wall_ms + hours * 3_600_000, 1_700_000_000_000)

    @rule()
    def time_passes(self) -> None:
        self.clock.advance(60_000)

    @precondition(lambda self: not self.images)
    @rule()
    def copy_headquarters(self) -> None:
        self.headquarters.close()
        place = self.folder / "headquarters" / "headquarters.db"
        shutil.copy(place, place.with_suffix(".copy"))
        self.copied = True

    @precondition(lambda self: self.copied and not self.images)
    @rule()
    def put_headquarters_back(self) -> None:
        self.headquarters.close()
        place = self.folder / "headquarters" / "headquarters.db"
        shutil.copy(place.with_suffix(".copy"), place)

    @precondition(lambda self: not self.copied)
    @rule(at=which)
    def image_a_counter(self, at: int) -> None:
        self.sync(at)  # what only this disk held is lost with it, and nothing can prove it
        self._swap(at, keep=True)
        self.images.add(at)

    @precondition(lambda self: bool(self.images))
    @rule(at=which)
    def put_a_counter_back(self, at: int) -> None:
        if at in self.images:
            self.sync(at)
            self._swap(at, keep=False)
            self.fresh.add(at)

    def _swap(self, at: int, *, keep: bool) -> None:
        counter = self.counters[at]
        root = counter.store.home.root
        counter.store.close()
        source, target = (root, root.with_suffix(".image")) if keep else (
            root.with_suffix(".image"), root
        )  # fmt: skip
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
        counter.store.look_again()

    def teardown(self) -> None:
        try:
            for counter in self.counters * 3:
                counter.wire.calm()
                assert counter.sync().problem == ""
            check(self.headquarters, self.counters)
        finally:
            ends().close()


TestTrouble = Trouble.TestCase
TestTrouble.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    phases=[Phase.generate],  # making a failure short takes longer than the run may: model.py does
)
