"""Days and nights of a country: everything random is drawn from one seed."""

from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from app.ids import drawn_from
from app.store.books import head
from sync.simulation import clerks, mishaps, staff
from sync.simulation.broken import Broken
from sync.simulation.country import Counter, Country, branch
from sync.simulation.digest import digest
from sync.simulation.invariants import (
    books_agree_with_themselves,
    check,
    check_headquarters,
    nothing_acknowledged_is_missing,
)
from sync.simulation.line import Line
from sync.simulation.numbers import counters_share_no_number
from sync.simulation.time import DAY_MS, MIDNIGHT

OPENS_MS, CLOSES_MS = 7 * 3_600_000, 19 * 3_600_000
DEEDS_A_DAY, PASSES_A_DAY = (2, 8), (2, 6)
DARK_SHARE, WORST_LINE = 0.15, 0.5
CALM_PASSES = 4
"""After so many passes over calm lines nothing may be pending anywhere."""

MISHAPS: tuple[tuple[Callable[[Country, Counter, Random], None], float], ...] = (
    (mishaps.set_clock_wrong, 0.12),
    (mishaps.switch_off_and_on, 0.25),
    (mishaps.keep_image, 0.15),
    (mishaps.put_image_back, 0.12),
    (mishaps.restore_headquarters, 0.04),
    (mishaps.shut_out, 0.02),
)
"""How often each befalls a counter on one day; the fifth befalls headquarters."""

Event = tuple[int, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class Plan:
    """The same plan gives the same run."""

    seed: int
    counters: int
    days: int


@dataclass
class Found:
    """What a run came to. ``rule`` is "" when every invariant held."""

    digest: str = ""
    entries: int = 0
    days: int = 0
    rule: str = ""
    detail: str = ""
    happened: dict[str, int] = field(default_factory=dict)


class Simulation:
    """``run`` once. ``line``: another kind of line, for a test that must be caught."""

    def __init__(self, plan: Plan, folder: Path, line: type[Line] = Line) -> None:
        self._plan = plan
        self._chance = Random(plan.seed)  # noqa: S311 - made to be repeated, keeps no secret
        self.country = Country(folder, branch(self._chance), line=line)
        self._happened: Tally[str] = Tally()

    def run(self, told: Callable[[int], None] = lambda _day: None) -> Found:
        """``told`` hears of every day that is over."""
        found = Found()
        with drawn_from(branch(self._chance).randbytes):
            try:
                self._days(found, told)
            except Broken as broken:
                found.rule, found.detail = broken.rule, broken.detail
            finally:
                self.country.close()
        found.happened = dict(sorted(self._happened.items()))
        return found

    def _days(self, found: Found, told: Callable[[int], None]) -> None:
        self.country.found(self._plan.counters)
        self.country.copy_headquarters()
        for day in range(1, self._plan.days + 1):
            found.days = day
            self._day(MIDNIGHT + (day - 1) * DAY_MS)
            self._midnight(MIDNIGHT + day * DAY_MS)
            told(day)
        self._calm()
        found.digest = digest(self.country)
        found.entries = self._entries()

    def _day(self, begins_ms: int) -> None:
        events: list[Event] = []
        for counter in self.country.counters:
            counter.line.cut = self._chance.random() < DARK_SHARE
            counter.line.rate = self._chance.random() * WORST_LINE
            events += [(self._hour(), act) for act in self._of(counter)]
        for at_ms, act in sorted(events, key=lambda event: event[0]):
            self.country.time.pass_to(begins_ms + at_ms)
            act()

    def _of(self, counter: Counter) -> list[Callable[[], None]]:
        """A day of one counter, in no order yet."""
        deeds, weights = zip(*clerks.DEEDS, strict=True)
        chosen = self._chance.choices(deeds, weights, k=self._chance.randint(*DEEDS_A_DAY))
        acts: list[Callable[[], None]] = [partial(self._work, counter, deed) for deed in chosen]
        acts += [partial(self._pass, counter)] * self._chance.randint(*PASSES_A_DAY)
        struck = [mishap for mishap, share in MISHAPS if self._chance.random() < share]
        return acts + [partial(self._befall, counter, mishap) for mishap in struck]

    def _hour(self) -> int:
        return self._chance.randrange(OPENS_MS, CLOSES_MS)

    def _work(self, counter: Counter, deed: clerks.Deed) -> None:
        if counter.works:
            refused = clerks.do(deed, counter, self._chance)
            self._happened[f"refused.{refused}" if refused else f"deed.{deed.__name__}"] += 1

    def _pass(self, counter: Counter) -> None:
        if counter.shut_out:
            return
        passed = counter.sync()
        self._happened[f"pass.{passed.problem or 'good'}"] += 1
        if not passed.problem:
            counter.behind = False
        if counter.shut_out:  # its keys are gone: what it told must not be lost with a disk
            self.country.copy_headquarters()

    def _befall(self, counter: Counter, mishap: Callable[[Country, Counter, Random], None]) -> None:
        if counter.shut_out:
            return
        self._happened[f"mishap.{mishap.__name__}"] += 1
        mishap(self.country, counter, self._chance)

    def _midnight(self, at_ms: int) -> None:
        """Tonight's backup, the decisions of the day, and what must hold on any night."""
        country = self.country
        country.time.pass_to(at_ms)
        self._happened["decided"] += staff.decide(country, self._chance)
        check_headquarters(country.headquarters)
        counters_share_no_number(country.counters)
        for counter in country.counters:
            books_agree_with_themselves(counter.store)
            if counter.heard and not counter.behind:
                nothing_acknowledged_is_missing(country.headquarters, counter.store)
        if all(each.heard for each in country.counters):
            country.copy_headquarters()

    def _calm(self) -> None:
        """All lines are good: everything arrives, what can be decided is, and all ends agree."""
        working = [each for each in self.country.counters if not each.shut_out]
        for counter in working:
            counter.line.rate, counter.line.cut = 0.0, False
        for _ in range(CALM_PASSES):
            for counter in working:
                self.country.time.pass_to(self.country.time.true_ms + 60_000)
                self._pass(counter)
        self._happened["decided"] += staff.decide(self.country, self._chance)
        working = [each for each in working if not each.shut_out]
        for counter in working:
            self._pass(counter)
        check(self.country.headquarters, working, (staff.FUTURE,))
        for counter in self.country.counters:
            for kind, times in counter.line.seen.items():
                self._happened[f"line.{kind}"] += times

    def _entries(self) -> int:
        return sum(_count(counter) for counter in self.country.counters)


def _count(counter: Counter) -> int:
    with counter.store.reading() as here:
        stands = head(here)
    return 0 if stands is None else stands[0].seq
