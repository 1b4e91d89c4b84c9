"""The five baskets beside the universal box: which wait, and the way back; Qt-free."""

from dataclasses import dataclass
from typing import Protocol

from app.domain.drafts import SLOTS, Begun, Draft
from app.messages import text
from ui.changes import ChangeFeed, Topic
from ui.formats import clock_time
from ui.running import Latest, Runner
from ui.style.tokens import Tone


@dataclass(frozen=True, slots=True)
class Chip:
    """``state``: free, waiting, here (open in front). ``words`` say all of it."""

    slot: int
    state: str
    words: str


class ChipsView(Protocol):
    """Five numbers."""

    def show_chips(self, chips: tuple[Chip, ...]) -> None: ...


class HoldsBaskets(Protocol):
    """The part of the desk that knows what waits."""

    def drafts(self) -> tuple[Draft, ...]: ...


class Way(Protocol):
    """The part of the window that leads to a basket."""

    def open_basket(self, begun: Begun) -> None: ...
    def tell(self, sentence: str, tone: Tone = Tone.INFO) -> None: ...
    def fail(self, error: Exception) -> None: ...
    def front_basket(self) -> int | None: ...


class Baskets:
    """Asks again whenever a basket was kept, paid for or given up."""

    def __init__(
        self, view: ChipsView, desk: HoldsBaskets, reading: Runner, feed: ChangeFeed, way: Way
    ) -> None:
        self._view = view
        self._desk = desk
        self._latest = Latest(reading)
        self._way = way
        self._drafts: dict[int, Draft] = {}
        self.stop = feed.subscribe(Topic.BASKETS, Topic.SHIPMENTS, then=self.refresh)
        self.show()

    def refresh(self) -> None:
        """Ask what waits."""
        self._latest.run(self._desk.drafts, self._came, self._way.fail)

    def show(self) -> None:
        """Another page is in front."""
        here = self._way.front_basket()
        if here == 0:
            here = next((n for n in range(1, SLOTS + 1) if n not in self._drafts), None)
        self._view.show_chips(tuple(self._chip(n, here) for n in range(1, SLOTS + 1)))

    def recall(self, slot: int) -> None:
        """Alt and its number, or a click."""
        self._latest.run(
            self._desk.drafts, lambda drafts: self._recalled(slot, drafts), self._way.fail
        )

    def _recalled(self, slot: int, drafts: tuple[Draft, ...]) -> None:
        """What it holds now is read again: it may have been kept a moment ago."""
        self._came(drafts)
        draft = self._drafts.get(slot)
        if draft is not None:
            if self._way.front_basket() != slot:
                self._way.open_basket(draft.begun)
        elif self._way.front_basket() is None:
            self._way.tell(text("ui.baskets.none", slot=slot), Tone.INFO)

    def _came(self, drafts: tuple[Draft, ...]) -> None:
        self._drafts = {draft.slot: draft for draft in drafts}
        self.show()

    def _chip(self, slot: int, here: int | None) -> Chip:
        if slot == here:
            return Chip(slot, "here", text("ui.baskets.here", slot=slot))
        draft = self._drafts.get(slot)
        if draft is None:
            return Chip(slot, "free", text("ui.baskets.free", slot=slot))
        content = draft.content
        words = text(
            "ui.baskets.waiting",
            slot=slot,
            customer=draft.customer_name,
            count=len(content.items) + (not content.form.is_blank()),
            clerk=draft.clerk_name,
            time=clock_time(draft.began_at),
        )
        return Chip(slot, "waiting", words)
