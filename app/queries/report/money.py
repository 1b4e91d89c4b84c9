"""Where the money of the day went: by way of payment, transfers, and by account."""

from collections.abc import Iterator

from app.domain import accounts
from app.domain.daily_report import Section, Unit, Words, named, words
from app.journal.kinds import postings_of
from app.journal.kinds.adjustments import ShipmentCorrected, ShipmentVoided
from app.journal.kinds.body import Posting
from app.journal.kinds.money import (
    AnyPaymentReceived,
    PaymentCollected,
    PaymentConfirmed,
    PaymentRefunded,
)
from app.journal.kinds.other_services import ServiceRecorded, ServiceVoided
from app.journal.kinds.shipments import ShipmentAccepted
from app.messages import catalogue
from app.queries.report.facts import Fact
from app.queries.report.grid import Grid

WAYS = {
    accounts.DRAWER: "cash",
    accounts.TRANSFER_PENDING: "transfer",
    accounts.TRANSFER_OWED: "transfer",
    accounts.RECEIVABLE: "account",
    accounts.AT_DELIVERY: "at_delivery",
}
"""The way of payment that moves an account."""

_SALES = (
    ShipmentAccepted,
    ShipmentVoided,
    ShipmentCorrected,
    ServiceRecorded,
    ServiceVoided,
    AnyPaymentReceived,
    PaymentRefunded,
    PaymentCollected,
)


def is_sale(fact: Fact) -> bool:
    """Whether the entry takes or gives back a price, and does not only move what was paid."""
    return isinstance(fact.body, _SALES)


class ByPayment:
    """What sales brought in and gave back, by the way it was paid; cash less the change."""

    def __init__(self) -> None:
        columns = {"times": Unit.COUNT, "in_vnd": Unit.VND, "out_vnd": Unit.VND}
        self.grid = Grid("payments", {**columns, "balance_vnd": Unit.VND})

    def take(self, fact: Fact) -> None:
        if fact.body is None or not is_sale(fact):
            return
        moved: dict[str, int] = {}
        for leg in postings_of(fact.body):
            if leg.account in WAYS:
                way = WAYS[leg.account]
                moved[way] = moved.get(way, 0) + leg.amount_vnd
        for way, amount_vnd in moved.items():
            side = "in_vnd" if amount_vnd > 0 else "out_vnd"
            sums = {"times": 1, side: abs(amount_vnd), "balance_vnd": amount_vnd}
            self.grid.put_all(way, fact.place, sums)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(
            lambda code: words(f"report.payment.{code}"), dict.fromkeys(WAYS.values())
        )


class Transfers:
    """Transfers that were asked for, arrived, or are owed to customers."""

    def __init__(self) -> None:
        self.grid = Grid("transfers", {"times": Unit.COUNT, "amount_vnd": Unit.VND})

    def take(self, fact: Fact) -> None:
        for leg in postings_of(fact.body) if fact.body is not None else ():
            if row := _transfer(fact, leg):
                sums = {"times": 1, "amount_vnd": abs(leg.amount_vnd)}
                self.grid.put_all(row, fact.place, sums)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(lambda code: words(f"report.transfer.{code}"), totals=False)


def _transfer(fact: Fact, leg: Posting) -> str:
    """What the leg says of a transfer; "" when it is about none."""
    more = leg.amount_vnd > 0
    if leg.account == accounts.TRANSFER_OWED:
        return "sent" if more else "owed"
    if leg.account != accounts.TRANSFER_PENDING:
        return ""
    if isinstance(fact.body, PaymentConfirmed):
        return "in_cash" if fact.body.by == "cash" else "confirmed"
    return "asked" if more else "withdrawn"


class ByAccount:
    """Every account of the double entry. Debits and credits are equal, or the books are not."""

    def __init__(self) -> None:
        columns = {"debit_vnd": Unit.VND, "credit_vnd": Unit.VND, "balance_vnd": Unit.VND}
        self.grid = Grid("accounts", columns)

    def take(self, fact: Fact) -> None:
        for leg in postings_of(fact.body) if fact.body is not None else ():
            side = "debit_vnd" if leg.amount_vnd > 0 else "credit_vnd"
            sums = {side: abs(leg.amount_vnd), "balance_vnd": leg.amount_vnd}
            self.grid.put_all(leg.account, fact.place, sums)

    def sections(self) -> Iterator[Section]:
        yield self.grid.section(_account)


def _account(code: str) -> Words:
    """The account in words; one that has none is called by its code."""
    family, _, service = code.partition(".")
    if family in _FAMILIES:
        return words(f"report.account.{family}", service=service)
    name = f"report.account.{code}"
    return words(name) if name in catalogue() else named(code)


_FAMILIES = (accounts.revenue("").rstrip("."), accounts.held("").rstrip("."))
