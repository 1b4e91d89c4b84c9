"""Where the money of the day went: by way of payment, and by account."""

from collections.abc import Iterator

from app.domain import accounts
from app.domain.daily_report import Section, Unit, Words, named, words
from app.journal.kinds import postings_of
from app.messages import catalogue
from app.queries.report.facts import Fact
from app.queries.report.grid import Grid

WAYS = {accounts.DRAWER: "cash", accounts.AT_DELIVERY: "at_delivery"}
"""The account that a way of payment moves."""


class ByPayment:
    """What sales brought in and gave back, by the way it was paid; cash less the change."""

    def __init__(self) -> None:
        columns = {"payments": Unit.COUNT, "in_vnd": Unit.VND, "out_vnd": Unit.VND}
        self.grid = Grid("payments", {**columns, "balance_vnd": Unit.VND})

    def take(self, fact: Fact) -> None:
        body = fact.body
        if body is None or not is_sale(fact):
            return
        for leg in postings_of(body):
            if leg.account in WAYS:
                self._put(WAYS[leg.account], fact.place, leg.amount_vnd)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(
            lambda code: words(f"report.payment.{code}"), dict.fromkeys(WAYS.values())
        )

    def _put(self, row: str, place: int, amount_vnd: int) -> None:
        self.grid.put(row, "payments", place)
        if amount_vnd > 0:
            self.grid.put(row, "in_vnd", place, amount_vnd)
        else:
            self.grid.put(row, "out_vnd", place, -amount_vnd)
        self.grid.put(row, "balance_vnd", place, amount_vnd)


def is_sale(fact: Fact) -> bool:
    """Whether the entry takes or gives back the price of something, and does not only move cash."""
    return fact.body is not None and fact.entry.kind in _SALES


_SALES = frozenset({20, 21, 22, 25, 26, 30, 31, 34})


class ByAccount:
    """Every account of the double entry. Debits and credits are equal, or the books are not."""

    def __init__(self) -> None:
        columns = {"debit_vnd": Unit.VND, "credit_vnd": Unit.VND, "balance_vnd": Unit.VND}
        self.grid = Grid("accounts", columns)

    def take(self, fact: Fact) -> None:
        for leg in postings_of(fact.body) if fact.body is not None else ():
            side = "debit_vnd" if leg.amount_vnd > 0 else "credit_vnd"
            self.grid.put(leg.account, side, fact.place, abs(leg.amount_vnd))
            self.grid.put(leg.account, "balance_vnd", fact.place, leg.amount_vnd)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(_account)


def _account(code: str) -> Words:
    """The account in words; one that has none is called by its code."""
    family, _, service = code.partition(".")
    if f"{family}." in _FAMILIES:
        return words(f"report.account.{family}", service=service)
    name = f"report.account.{code}"
    return words(name) if name in catalogue() else named(code)


_FAMILIES = (accounts.revenue(""), "held.")
