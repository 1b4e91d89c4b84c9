"""Use case: a supervisor agrees with a contract customer up to what sum they may pay later."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.clock import utc
from app.domain.calendar import local_day
from app.domain.customer_number import grouped, parse_customer_number
from app.domain.identities import Clerk
from app.errors import UserError
from app.journal.kinds.money import AccountAgreed
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import TextUnusable, read_needed
from app.services.four_eyes import Approval, approved_by
from app.services.permissions import Act, require
from app.store.customers import CustomerIsErased, customer_by_number
from app.store.uow import UnitOfWork

LONGEST_CONTRACT = 40
LARGEST_LIMIT_VND = 10_000_000_000


@dataclass(frozen=True, slots=True)
class AgreeAccount:
    """``until`` is the last day. A limit of 0 ends the agreement."""

    command_id: bytes
    customer: str
    contract: str
    limit_vnd: int
    until: date
    approval: Approval


@dataclass(frozen=True, slots=True)
class AgreedAccount:
    customer: str
    contract: str
    limit_vnd: int
    until: date
    approver_name: str


@dataclass(eq=False)
class ContractUnusable(TextUnusable):
    """Empty counts too."""

    code: ClassVar[str] = "credit.contract"
    field: ClassVar[str] = "contract"


@dataclass(eq=False)
class LimitImpossible(UserError):
    code: ClassVar[str] = "credit.limit"
    field: ClassVar[str] = "limit"
    most_vnd: int


@dataclass(eq=False)
class AgreementOver(UserError):
    """The last day lies before today."""

    code: ClassVar[str] = "credit.until"
    field: ClassVar[str] = "until"


def agree_account(command: AgreeAccount, uow: UnitOfWork, clerk: Clerk) -> AgreedAccount:
    """Record what was agreed; it holds from now on, at headquarters and the counters it tells.

    Raises the refusals of ``approved_by``, ContractUnusable, LimitImpossible, AgreementOver,
    CustomerUnknown, CustomerIsErased, CommandIdTaken.
    """
    require(clerk, Act.ACCEPT_SHIPMENTS)
    contract = read_needed(command.contract, LONGEST_CONTRACT, ContractUnusable)
    if not 0 <= command.limit_vnd <= LARGEST_LIMIT_VND:
        raise LimitImpossible(most_vnd=LARGEST_LIMIT_VND)
    approver = approved_by(command.approval, Act.AGREE_ACCOUNT, uow)
    with uow:
        if booked := uow.booked_by(command.command_id):
            body = booked_body(booked[-1], AccountAgreed)
            if body.customer_number != parse_customer_number(command.customer):
                raise CommandIdTaken
            return _answer(body)
        if command.until < local_day(utc(uow.now_ms)):
            raise AgreementOver
        customer = customer_by_number(uow.connection, command.customer)
        if customer.erased:
            raise CustomerIsErased(number=grouped(customer.number))
        fact = AccountAgreed(
            customer_uid=customer.uid,
            customer_number=customer.number,
            contract=contract,
            limit_vnd=command.limit_vnd,
            until=command.until.isoformat(),
            clerk_name=clerk.name,
            approver=approver.id,
            approver_name=approver.name,
        )
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return _answer(fact)


def _answer(body: AccountAgreed) -> AgreedAccount:
    return AgreedAccount(
        customer=body.customer_number,
        contract=body.contract,
        limit_vnd=body.limit_vnd,
        until=date.fromisoformat(body.until),
        approver_name=body.approver_name,
    )
