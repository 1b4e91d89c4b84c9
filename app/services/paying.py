"""How a sum is paid: cash, transfer, on account, or parts of each; and what each part books."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.clock import utc
from app.domain import accounts
from app.domain.calendar import local_day
from app.domain.vietqr import transfer_memo
from app.errors import UserError
from app.journal.kinds.body import Posting
from app.journal.kinds.money import PaymentPart
from app.store.credit import StoredCredit, credit_of
from app.store.reference import reference_book
from app.store.station import here
from app.store.uow import UnitOfWork

UNUSUAL_TIMES = 10
LARGEST_CASH_VND = 10_000_000_000


@dataclass(frozen=True, slots=True)
class Tender:
    """What the customer gives. ``confirmed``: the clerk has looked at an unusual sum of cash."""

    cash_vnd: int = 0
    transfer_vnd: int = 0
    on_account_vnd: int = 0
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays; ``command_id`` gives the transfer its words: of this sale, or of all it pays."""

    customer_uid: bytes
    command_id: bytes


@dataclass(frozen=True, slots=True)
class Paid:
    """A sum that was paid in full. ``tendered_vnd`` less ``change_vnd`` is what was due."""

    method: str
    parts: list[PaymentPart]
    tendered_vnd: int
    change_vnd: int
    postings: list[Posting]


@dataclass(eq=False)
class TenderedTooLittle(UserError):
    code: ClassVar[str] = "accepting.tendered_too_little"
    field: ClassVar[str] = "tendered"
    missing_vnd: int


@dataclass(eq=False)
class TenderedUnusual(UserError):
    """Ten times the sum due or more: hardly meant, unless it is confirmed."""

    code: ClassVar[str] = "accepting.tendered_unusual"
    field: ClassVar[str] = "tendered"
    tendered_vnd: int
    due_vnd: int


@dataclass(eq=False)
class TenderedImpossible(UserError):
    """More than any drawer holds, or less than nothing."""

    code: ClassVar[str] = "accepting.tendered_impossible"
    field: ClassVar[str] = "tendered"


@dataclass(eq=False)
class GivenTooMuch(UserError):
    """Transfer and account together are more than is due: no change is given on them."""

    code: ClassVar[str] = "paying.given_too_much"
    field: ClassVar[str] = "transfer"
    over_vnd: int


@dataclass(eq=False)
class TransferNotOffered(UserError):
    """The office has no bank account on file."""

    code: ClassVar[str] = "paying.no_bank_account"
    field: ClassVar[str] = "transfer"
    office: str


@dataclass(eq=False)
class NoAccountAgreed(UserError):
    """Nobody has agreed with this customer to pay later."""

    code: ClassVar[str] = "paying.no_account"
    field: ClassVar[str] = "on_account"


@dataclass(eq=False)
class AccountEnded(UserError):
    code: ClassVar[str] = "paying.account_ended"
    field: ClassVar[str] = "on_account"
    contract: str
    until: str


@dataclass(eq=False)
class AccountLimitReached(UserError):
    """``free_vnd`` is what may still be put on the account."""

    code: ClassVar[str] = "paying.account_limit"
    field: ClassVar[str] = "on_account"
    contract: str
    free_vnd: int


def pay(due_vnd: int, tender: Tender, payer: Payer, uow: UnitOfWork) -> Paid:
    """Turn what is given into parts and postings that settle the basket.

    Raises TenderedTooLittle, TenderedUnusual, TenderedImpossible, GivenTooMuch,
    TransferNotOffered, NoAccountAgreed, AccountEnded, AccountLimitReached.
    """
    cash_due_vnd = _cash_due(due_vnd, tender)
    if tender.transfer_vnd:
        check_bank_account(uow)
    if tender.on_account_vnd:
        _check_account(uow, payer.customer_uid, tender.on_account_vnd)
    given = (
        ("cash", cash_due_vnd, accounts.DRAWER),
        ("transfer", tender.transfer_vnd, accounts.TRANSFER_PENDING),
        ("account", tender.on_account_vnd, accounts.RECEIVABLE),
    )
    parts = [
        PaymentPart(
            method=method,
            amount_vnd=amount_vnd,
            memo=transfer_memo(payer.command_id) if method == "transfer" else "",
        )
        for method, amount_vnd, _ in given
        if amount_vnd
    ]
    return Paid(
        method=_method(parts),
        parts=parts,
        tendered_vnd=tender.cash_vnd + tender.transfer_vnd + tender.on_account_vnd,
        change_vnd=tender.cash_vnd - cash_due_vnd,
        postings=legs(
            *((account, amount_vnd) for _, amount_vnd, account in given),
            (accounts.BASKET, -due_vnd),
        ),
    )


def check_bank_account(uow: UnitOfWork) -> None:
    """Raises TransferNotOffered."""
    office = reference_book(uow.connection, uow.now_ms).office(here(uow.connection).office)
    if office.account is None:
        raise TransferNotOffered(office=office.name)


def legs(*wanted: tuple[str, int]) -> list[Posting]:
    """Postings without those that move nothing."""
    return [Posting(account, amount_vnd) for account, amount_vnd in wanted if amount_vnd]


def _cash_due(due_vnd: int, tender: Tender) -> int:
    """What is left for cash to pay; the cash given must cover it."""
    if min(tender.cash_vnd, tender.transfer_vnd, tender.on_account_vnd) < 0:
        raise TenderedImpossible
    cash_due_vnd = due_vnd - tender.transfer_vnd - tender.on_account_vnd
    if cash_due_vnd < 0:
        raise GivenTooMuch(over_vnd=-cash_due_vnd)
    if tender.cash_vnd < cash_due_vnd:
        raise TenderedTooLittle(missing_vnd=cash_due_vnd - tender.cash_vnd)
    if tender.cash_vnd > LARGEST_CASH_VND:
        raise TenderedImpossible
    unusual = tender.cash_vnd and tender.cash_vnd >= UNUSUAL_TIMES * cash_due_vnd
    if unusual and not tender.confirmed:
        raise TenderedUnusual(tendered_vnd=tender.cash_vnd, due_vnd=cash_due_vnd)
    return cash_due_vnd


def _method(parts: list[PaymentPart]) -> str:
    """``cash`` for what cost nothing, as it always was."""
    methods = {part.method for part in parts} or {"cash"}
    return methods.pop() if len(methods) == 1 else "mixed"


def _check_account(uow: UnitOfWork, uid: bytes, amount_vnd: int) -> StoredCredit:
    stands = credit_of(uow.connection, uid)
    if stands is None:
        raise NoAccountAgreed
    if local_day(utc(uow.now_ms)) > date.fromisoformat(stands.until):
        until = date.fromisoformat(stands.until)
        raise AccountEnded(contract=stands.contract, until=f"{until:%d/%m/%Y}")
    if amount_vnd > stands.free_vnd:
        raise AccountLimitReached(contract=stands.contract, free_vnd=stands.free_vnd)
    return stands
