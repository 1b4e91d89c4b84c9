"""A country under trouble: whatever happened, once the lines are calm every end agrees.

The real code at both ends, real stores, an in-memory line and clocks whose hands are turned.
Hypothesis draws for each example which of the rules it has: a swarm.
"""

import shutil
from contextlib import ExitStack, suppress
from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from app.errors import UserError
from app.ids import drawn_from, new_id
from app.store.outbox import outbox
from sync.bundles.counter import export_bundle, import_bundle
from sync.headquarters.carrying import answer_bundle, take_bundle
from sync.simulation.clerks import NewerFact
from sync.simulation.invariants import check
from sync.simulation.line import Fault
from tests.fakes.clock import HandClock
from tests.sync.calm import REASONS, catch_up, decide, settle
from tests.sync.ends import MOST_COUNTERS, ends
from tests.sync.rules import which
from tests.sync.staff_rules import Staff
from tests.sync.struck import Killed, StruckWire

HOUR_MS = 3_600_000
TEN_YEARS_H = 87_600
HOW_MANY = st.sampled_from([2, 2, 2, 3, 3, 4, MOST_COUNTERS])


class Trouble(Staff):
    """Clerks work, lines break, computers and headquarters are put back from copies."""

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()

    @initialize(how_many=HOW_MANY, dice=st.integers(0, 999))
    def begin(self, how_many: int, dice: int) -> None:
        self.folder, self.headquarters = ends().folder, ends().headquarters
        self.open.callback(ends().close)
        self.open.enter_context(drawn_from(Random(dice).randbytes))  # or nothing can be repeated
        self.clocks = [HandClock() for _ in range(how_many)]
        self.counters = ends().begin(self.clocks, self.clock)
        for at in range(how_many):
            self.register(at, person=at)

    @rule(at=which)
    def sync(self, at: int) -> None:
        self.good_pass(at)

    @rule(at=which, nth=st.integers(1, 6), fault=st.sampled_from(Fault))
    def sync_on_a_bad_line(self, at: int, nth: int, fault: Fault) -> None:
        self._strike(at, nth, fault)
        self.counters[at].sync()

    @rule(at=which, nth=st.integers(1, 6))
    def kill_during_a_pass(self, at: int, nth: int) -> None:
        self._strike(at, nth, None)
        with suppress(Killed):
            self.counters[at].sync()
        self._off_and_on(at)

    @rule(at=which)
    def kill_while_recording(self, at: int) -> None:
        counter = self.counters[at]
        if not self.works(at):
            return
        with suppress(Killed), counter.store.unit_of_work() as uow:
            uow.record([NewerFact(said="chưa xong")], command_id=new_id(0), clerk=1)
            raise Killed
        self._off_and_on(at)

    @rule(at=which, back=st.booleans(), times=st.integers(1, 2))
    def carry_on_a_stick(self, at: int, back: bool, times: int) -> None:  # noqa: FBT001 - Hypothesis names it
        """Up, perhaps twice, and perhaps down again; what is too old or forked is refused."""
        counter = self.counters[at]
        if at in self.fresh or counter.store.revoked:
            return
        stick = self.folder / "stick"
        stick.mkdir(exist_ok=True)
        with suppress(UserError):
            path = export_bundle(counter.store, stick).path
            for _ in range(times):
                take_bundle(self.headquarters, path)
            if back:
                with counter.store.reading() as connection:
                    box = outbox(connection)
                assert box is not None
                made = answer_bundle(self.headquarters, box.head.terminal, stick)
                import_bundle(counter.store, made.path)

    @rule(at=which, hours=st.sampled_from([-TEN_YEARS_H, -200, -1, 1, 200, TEN_YEARS_H]))
    def somebody_turns_a_clock(self, at: int, hours: int) -> None:
        self.clocks[at].wall_ms += hours * HOUR_MS

    @rule(minutes=st.sampled_from([1, 20, 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        for clock in (self.clock, *self.clocks):
            clock.advance(minutes * 60_000)

    @precondition(lambda self: not self.copied and self.shut_out is None)
    @rule(at=which)
    def image_a_counter(self, at: int) -> None:
        self.good_pass(at)  # what only this disk held is lost with it, and nothing can prove it
        self._swap(at, keep=True)
        self.images.add(at)

    @precondition(lambda self: bool(self.images))
    @rule(at=which)
    def put_a_counter_back(self, at: int) -> None:
        if at in self.images:
            self.good_pass(at)
            self._swap(at, keep=False)
            self.fresh.add(at)

    def _strike(self, at: int, nth: int, fault: Fault | None) -> None:
        wire = self.counters[at].wire
        assert isinstance(wire, StruckWire)
        wire.struck(nth, fault)

    def _off_and_on(self, at: int) -> None:
        store = self.counters[at].store
        store.close()
        store.look_again()

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
        with self.open:
            if not self.counters:
                return
            everybody = range(len(self.counters))
            working = [self.counters[at] for at in everybody if at != self.shut_out]
            if self.shut_out is not None:
                self.good_pass(self.shut_out)
            settle(self.headquarters, working)
            decide(self.headquarters, self.clock.now_ms(), vouched=self.vouched)
            catch_up(self.headquarters, working)
            check(self.headquarters, working, REASONS)
