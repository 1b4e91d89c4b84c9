"""Voids, refunds and corrections: what they took back, and the money that moved by them."""

from collections.abc import Iterator

from app.domain import accounts
from app.domain.daily_report import Section, Unit, words
from app.journal.kinds import postings_of
from app.journal.kinds.adjustments import ShipmentCorrected, ShipmentVoided
from app.journal.kinds.money import PaymentCollected, PaymentRefunded
from app.journal.kinds.other_services import ServiceVoided
from app.queries.report.facts import Fact
from app.queries.report.grid import Grid

_HANDED_BACK = (accounts.DRAWER, accounts.TRANSFER_OWED, accounts.TRANSFER_PENDING)


class Adjusted:
    """One row for each way of changing what was booked; every change is an entry of its own."""

    def __init__(self) -> None:
        columns = {
            "times": Unit.COUNT,
            "gross_vnd": Unit.VND,
            "in_vnd": Unit.VND,
            "out_vnd": Unit.VND,
        }
        self.grid = Grid("adjusted", columns)

    def take(self, fact: Fact) -> None:
        match fact.body:
            case ShipmentVoided(what=row):
                self._changed(row, fact)
            case ShipmentCorrected():
                self._changed("correction", fact)
            case ServiceVoided():
                self._changed("service", fact)
                self.grid.put("service", "out_vnd", fact.place, _handed_back(fact))
            case PaymentRefunded(what=row, amount_vnd=amount_vnd):
                self.grid.put(row, "out_vnd", fact.place, amount_vnd)
            case PaymentCollected(what=row, amount_vnd=amount_vnd):
                self.grid.put(row, "in_vnd", fact.place, amount_vnd)
            case _:
                pass

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(lambda code: words(f"report.adjusted.{code}"))

    def _changed(self, row: str, fact: Fact) -> None:
        self.grid.put(row, "times", fact.place)
        self.grid.put(row, "gross_vnd", fact.place, fact.gross_vnd)


def _handed_back(fact: Fact) -> int:
    """What left by the entry, in cash or by transfer."""
    assert fact.body is not None, "only what was read is taken"
    return -sum(leg.amount_vnd for leg in postings_of(fact.body) if leg.account in _HANDED_BACK)
