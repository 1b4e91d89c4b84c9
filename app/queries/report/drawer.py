"""The drawer's day: what lay in it, what came and went, and how each shift was counted."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain import accounts
from app.domain.daily_report import PLACE_BITS, Section, Unit, Words, named, words
from app.journal.kinds import postings_of
from app.journal.kinds.body import Body
from app.journal.kinds.complaints import ComplaintCompensated
from app.journal.kinds.money import PaymentConfirmed
from app.journal.kinds.shifts import CashMoved, ShiftClosed, ShiftCorrected, ShiftOpened
from app.queries.report.facts import Fact
from app.queries.report.grid import Grid
from app.queries.report.money import is_sale
from app.store.days import Ledger
from app.store.drawer import StoredShift, account_sums, drawer_name, shift_before

_ORDER = ("opening", "sales")


@dataclass(frozen=True, slots=True)
class OpenShift:
    """A shift that the day ended in, or that runs still."""

    number: str
    clerk_name: str


class Drawer:
    """In and out by reason; the balances of the day's ends come from postings alone."""

    def __init__(self) -> None:
        columns = {"times": Unit.COUNT, "in_vnd": Unit.VND, "out_vnd": Unit.VND}
        self.grid = Grid("drawer", {**columns, "balance_vnd": Unit.VND})

    def begin(self, ledger: Ledger, first_seq: int) -> None:
        """What lay there before entry ``first_seq``."""
        carried_vnd = balance_before(ledger, first_seq)
        if carried_vnd:
            self.grid.put("opening", "balance_vnd", None, carried_vnd)

    def take(self, fact: Fact) -> None:
        for leg in postings_of(fact.body) if fact.body is not None else ():
            if leg.account == accounts.DRAWER:
                self._moved(_reason(fact), fact.place, leg.amount_vnd)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(lambda code: words(f"report.drawer.{code}"), _ORDER)

    def _moved(self, row: str, place: int, amount_vnd: int) -> None:
        side = "in_vnd" if amount_vnd > 0 else "out_vnd"
        sums = {"times": 1, side: abs(amount_vnd), "balance_vnd": amount_vnd}
        self.grid.put_all(row, place, sums)


_REASONS: tuple[tuple[type[Body], str], ...] = (
    (ShiftOpened, "shift_opened"),
    (ShiftClosed, "shift_closed"),
    (ShiftCorrected, "shift_corrected"),
    (PaymentConfirmed, "confirmed"),
    (ComplaintCompensated, "compensation"),
)


def _reason(fact: Fact) -> str:
    if is_sale(fact):
        return "sales"
    if isinstance(fact.body, CashMoved):
        return fact.body.movement
    return next((row for kind, row in _REASONS if isinstance(fact.body, kind)), "other")


class Shifts:
    """Each shift that was opened or closed on the day."""

    def __init__(self) -> None:
        columns = {
            "float_vnd": Unit.VND,
            "expected_vnd": Unit.VND,
            "counted_vnd": Unit.VND,
            "difference_vnd": Unit.VND,
            "corrected_vnd": Unit.VND,
        }
        self.grid = Grid("shifts", columns)
        self._clerks: dict[str, str] = {}
        self.open: dict[str, OpenShift] = {}

    def take(self, fact: Fact) -> None:
        body = fact.body
        if isinstance(body, ShiftOpened):
            self._clerks[body.shift] = body.clerk_name
            self._put(body.shift, fact.place, float_vnd=body.float_vnd)
        elif isinstance(body, ShiftClosed):
            self._clerks[body.shift] = body.clerk_name
            self._put(
                body.shift,
                fact.place,
                expected_vnd=body.expected_vnd,
                counted_vnd=body.counted_vnd,
                difference_vnd=body.difference_vnd,
            )
        elif isinstance(body, ShiftCorrected):
            self._put(body.shift, fact.place, corrected_vnd=body.counted_vnd - body.counted_was_vnd)

    def end(self, ledger: Ledger, last_seq: int) -> None:
        """Whether a shift was open when entry ``last_seq`` had been written."""
        place = (ledger.number << PLACE_BITS) | last_seq
        found = shift_before(ledger.connection, _drawer(ledger), place + 1)
        if found is not None and (found.closed_seq is None or found.closed_seq > place):
            self.open[found.number] = OpenShift(found.number, found.clerk_name)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(
            self._name,
            totals=False,
            warns=lambda row: row in self.open or self.grid.amount(row, "difference_vnd") != 0,
        )

    def _put(self, row: str, place: int, **amounts: int) -> None:
        self.grid.put_all(row, place, amounts)

    def _name(self, row: str) -> Words:
        clerk = self._clerks.get(row, "")
        return (
            words("report.shift.open", shift=row)
            if row in self.open
            else named(f"{row} · {clerk}" if clerk else row)
        )


def balance_before(ledger: Ledger, seq: int) -> int:
    """What the books say lay in the drawer when entry ``seq`` was about to be written."""
    place = (ledger.number << PLACE_BITS) | seq
    first = ledger.number << PLACE_BITS
    found = shift_before(ledger.connection, _drawer(ledger), place)
    carried_vnd = 0
    if found is not None:
        first, carried_vnd = _standing(found, place)
    moved = account_sums(ledger.connection, first, place - 1)
    return carried_vnd + moved.get(accounts.DRAWER, 0)


def _standing(found: StoredShift, place: int) -> tuple[int, int]:
    """From where on to add up, and what lay there then."""
    if found.closed_seq is not None and found.closed_seq < place:
        return found.closed_seq + 1, found.closing_entry.left_vnd
    return found.opened_seq, found.opening_entry.carried_vnd


def _drawer(ledger: Ledger) -> str:
    return drawer_name(ledger.office, ledger.counter, ledger.epoch)
