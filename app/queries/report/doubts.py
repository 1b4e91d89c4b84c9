"""What a reader should look at: unusual entries, and notes on the clock."""

from collections.abc import Iterator

from app.domain import accounts
from app.domain.daily_report import Section, Unit, words
from app.domain.drawer import Movement, Opening
from app.journal.entry import CLOCK_BEHIND, CLOCK_FAR_OFF
from app.journal.kinds import postings_of
from app.journal.kinds.shifts import CashMoved, ShiftClosed, ShiftCorrected, ShiftOpened
from app.queries.report.facts import Fact, is_known
from app.queries.report.grid import Grid


class Anomalies:
    """Nothing here is an accusation: each row opens its entries."""

    def __init__(self) -> None:
        self.grid = Grid("anomalies", {"entries": Unit.COUNT, "amount_vnd": Unit.VND})
        self._open_baskets: dict[bytes, tuple[int, int]] = {}

    def take(self, fact: Fact) -> None:
        if reason := _unread(fact):
            self.note(reason, fact.place)
            return
        for leg in postings_of(fact.body) if fact.body is not None else ():
            if leg.account == accounts.BASKET:
                self._basket(fact, leg.amount_vnd)
        self._of_drawer(fact)

    def note(self, row: str, place: int, amount_vnd: int = 0) -> None:
        """Something that another part saw."""
        self.grid.put(row, "entries", place)
        if amount_vnd:
            self.grid.put(row, "amount_vnd", place, amount_vnd)

    def sections(self) -> Iterator[Section]:
        for place, left_vnd in self._open_baskets.values():
            if left_vnd:
                self.note("basket_open", place, left_vnd)
        self._open_baskets.clear()
        yield self.grid.section(
            lambda code: words(f"report.anomaly.{code}"), totals=False, warns=lambda _row: True
        )

    def _of_drawer(self, fact: Fact) -> None:
        body = fact.body
        if isinstance(body, ShiftOpened) and body.opening == Opening.AUTOMATIC:
            self.note("shift_automatic", fact.place)
        if isinstance(body, ShiftOpened | ShiftClosed) and body.difference_vnd:
            self.note("difference", fact.place, body.difference_vnd)
        if isinstance(body, ShiftCorrected):
            self.note("shift_corrected", fact.place, body.counted_vnd - body.counted_was_vnd)
        if isinstance(body, CashMoved) and body.movement == Movement.NO_SALE:
            self.note("no_sale", fact.place)

    def _basket(self, fact: Fact, amount_vnd: int) -> None:
        txn = fact.entry.txn_id
        _, before_vnd = self._open_baskets.get(txn, (fact.place, 0))
        if before_vnd + amount_vnd:
            self._open_baskets[txn] = (fact.place, before_vnd + amount_vnd)
        else:
            self._open_baskets.pop(txn, None)


def _unread(fact: Fact) -> str:
    """Why the body of the entry counts for nothing; "" when it counts."""
    if fact.held:
        return "held"
    if fact.entry.body is None:
        return "erased"
    if not is_known(fact.entry):
        return "unknown"
    return "" if fact.body is not None else "unreadable"


class ClockNotes:
    """Entries whose time is doubtful, as they say themselves."""

    def __init__(self) -> None:
        self.grid = Grid("clock", {"entries": Unit.COUNT})

    def take(self, fact: Fact) -> None:
        for flag, row in ((CLOCK_BEHIND, "behind"), (CLOCK_FAR_OFF, "far_off")):
            if fact.entry.flags & flag:
                self.grid.put(row, "entries", fact.place)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(
            lambda code: words(f"report.clock.{code}"), totals=False, warns=lambda _row: True
        )
