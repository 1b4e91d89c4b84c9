"""A country under trouble: whatever happened, once the lines are calm every end agrees.

The real code at both ends, real stores, an in-memory line and a clock whose hands are turned.
Hypothesis draws for each example which of the rules it has: a swarm.
"""

import shutil

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.journal.kinds.customers import Change, CustomerEdited
from sync.simulation.invariants import check
from sync.transport import Reply
from tests.fakes.clock import HandClock
from tests.sync.calm import decide, settle
from tests.sync.country import lost
from tests.sync.ends import ends
from tests.sync.rules import Beside, known_to, which


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
            settle(self.headquarters, self.counters)
            decide(self.headquarters, self.clock.now_ms())
            settle(self.headquarters, self.counters)
            check(self.headquarters, self.counters)
        finally:
            ends().close()
