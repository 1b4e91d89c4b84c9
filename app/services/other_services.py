"""Use cases: record a service of another system on the customer, and take it back the same day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from app.clock import utc
from app.domain import accounts
from app.domain.customer_number import grouped, parse_customer_number
from app.domain.discretion import discreet
from app.domain.identities import Clerk
from app.domain.money import percent_of
from app.domain.reference.book import ReferenceBook
from app.domain.reference.other_services import Need, OtherService, offered_services
from app.domain.tax import vat_rate
from app.errors import UserError
from app.journal.kinds.body import Posting
from app.journal.kinds.money import PaymentPart
from app.journal.kinds.other_services import Detail, ServiceRecorded
from app.services.adjusting import check_refund_method
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import TextUnusable, read_needed
from app.services.paying import Paid, Payer, Tender, legs, pay
from app.services.permissions import Act, require
from app.services.shifts import shift_facts
from app.store.customers import CustomerIsErased, StoredCustomer, customer_by_number
from app.store.leases import Numbers
from app.store.prints import Paper, owe
from app.store.reference import reference_book
from app.store.station import here
from app.store.uow import UnitOfWork

LONGEST_DETAIL = 100
LARGEST_FEE_VND = 100_000_000
_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/.-]([0-9]{4})")
_WHOLE_BP = 10_000


@dataclass(eq=False)
class OtherServiceUnknown(UserError):
    code: ClassVar[str] = "other_service.unknown"
    field: ClassVar[str] = "service"
    service: str


@dataclass(eq=False)
class AmountRefused(UserError):
    """Nothing, less than nothing, or more than the service takes."""

    code: ClassVar[str] = "other_service.amount"
    field: ClassVar[str] = "amount"
    label: str
    max_vnd: int


@dataclass(eq=False)
class FeeRefused(UserError):
    """Less than nothing, beyond all fees, or more than what is paid out."""

    code: ClassVar[str] = "other_service.fee"
    field: ClassVar[str] = "fee"


@dataclass(eq=False)
class DetailUnusable(TextUnusable):
    """``field`` is that of the first need that lacks something readable; ``label`` names it."""

    code: ClassVar[str] = "other_service.detail"
    field: ClassVar[str] = "details"


@dataclass(eq=False)
class PeriodUnreadable(UserError):
    """Not two months in their order."""

    code: ClassVar[str] = "other_service.period"
    field: ClassVar[str] = "period"


@dataclass(frozen=True, slots=True)
class RecordService:
    """``details`` by need; months as ``12/2026``. ``payout``: how money goes out, cash or transfer.

    ``fee_vnd`` includes its tax.
    """

    command_id: bytes
    customer: str
    service: str
    amount_vnd: int
    fee_vnd: int = 0
    period_from: str = ""
    period_to: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    tender: Tender = field(default_factory=Tender)
    payout: str = "cash"


@dataclass(frozen=True, slots=True)
class RecordedService:
    """``due_vnd`` is negative for money that the customer got."""

    receipt: str
    service_label: str
    due_vnd: int
    change_vnd: int


def record_service(command: RecordService, uow: UnitOfWork, clerk: Clerk) -> RecordedService:
    """Write the service into the customer's one history, and its money into the drawer.

    Raises OtherServiceUnknown, AmountRefused, FeeRefused, DetailUnusable, PeriodUnreadable,
    CustomerUnknown, CustomerIsErased, LeaseExhausted, CommandIdTaken, and what ``pay`` refuses.
    """
    require(clerk, Act.RECORD_SERVICE)
    check_refund_method(command.payout)
    with uow:
        if booked := uow.booked_by(command.command_id):
            body = booked_body(booked[-1], ServiceRecorded)
            customer = parse_customer_number(command.customer)
            if (body.customer_number, body.service) != (customer, command.service):
                raise CommandIdTaken
            return _answer(body)
        fact = _recorded(command, uow, clerk)
        facts = [*shift_facts(uow, clerk), fact]
        uow.record(facts, command_id=command.command_id, clerk=clerk.id)
        owe(uow.connection, [Paper("service", fact.number)], uow.now_ms)
        uow.commit()
    return _answer(fact)


def _recorded(command: RecordService, uow: UnitOfWork, clerk: Clerk) -> ServiceRecorded:
    book = reference_book(uow.connection, uow.now_ms)
    service = _service(book, command.service)
    _check_amounts(service, command)
    customer = _customer(uow, command.customer)
    details = _details(service, command)
    period_from, period_to = _period(service, command)
    rate_bp = vat_rate(book.vat_rates, service.vat, utc(uow.now_ms)).rate_bp
    vat_vnd = tax_in(command.fee_vnd, rate_bp)
    sign = 1 if service.direction == "in" else -1
    due_vnd = sign * command.amount_vnd + command.fee_vnd
    paid = _paid(due_vnd, command, customer, uow)
    station = here(uow.connection)
    prefix = f"{station.office}-{station.counter}"
    return ServiceRecorded(
        number=f"{prefix}-{Numbers(uow.connection).receipt(prefix):07d}",
        customer_uid=customer.uid,
        customer_number=customer.number,
        office=station.office,
        service=service.code,
        service_label=service.label,
        direction=service.direction,
        amount_vnd=command.amount_vnd,
        fee_vnd=command.fee_vnd,
        vat_rate_bp=rate_bp,
        vat_vnd=vat_vnd,
        period_from=period_from,
        period_to=period_to,
        reference=_given(command, Need.REFERENCE) if Need.REFERENCE in service.needs else "",
        details=details,
        method=paid.method,
        parts=paid.parts,
        due_vnd=due_vnd,
        tendered_vnd=paid.tendered_vnd,
        change_vnd=paid.change_vnd,
        clerk_name=clerk.name,
        counter=station.counter,
        postings=[*paid.postings, *owed_legs(service.held, command, due_vnd, vat_vnd)],
    )


def owed_legs(held: str, command: RecordService, due_vnd: int, vat_vnd: int) -> list[Posting]:
    """What the customer owes is others' money, our fee and its tax."""
    principal_vnd = due_vnd - command.fee_vnd
    account = accounts.RECEIVABLE if held == accounts.RECEIVABLE else accounts.held(held)
    return legs(
        (accounts.BASKET, due_vnd),
        (account, -principal_vnd),
        (accounts.revenue(command.service), vat_vnd - command.fee_vnd),
        (accounts.VAT_OUTPUT, -vat_vnd),
    )


def tax_in(gross_vnd: int, rate_bp: int) -> int:
    """The tax inside a sum that includes it: the net part is what the tax is of."""
    net_vnd = (gross_vnd * _WHOLE_BP * 2 + _WHOLE_BP + rate_bp) // (2 * (_WHOLE_BP + rate_bp))
    tax_vnd = gross_vnd - net_vnd
    assert abs(tax_vnd - percent_of(net_vnd, rate_bp)) <= 1
    return tax_vnd


def _service(book: ReferenceBook, code: str) -> OtherService:
    for service in offered_services(book):
        if service.code == code:
            return service
    raise OtherServiceUnknown(service=discreet(code))


def _check_amounts(service: OtherService, command: RecordService) -> None:
    if not 0 < command.amount_vnd <= service.max_vnd:
        raise AmountRefused(label=service.label, max_vnd=service.max_vnd)
    most = command.amount_vnd if service.direction == "out" else LARGEST_FEE_VND
    if not 0 <= command.fee_vnd <= most:
        raise FeeRefused


def _customer(uow: UnitOfWork, number: str) -> StoredCustomer:
    customer = customer_by_number(uow.connection, number)
    if customer.erased:
        raise CustomerIsErased(number=grouped(customer.number))
    return customer


def _given(command: RecordService, need: str) -> str:
    return read_needed(command.details.get(need, ""), LONGEST_DETAIL, DetailUnusable)


def _details(service: OtherService, command: RecordService) -> list[Detail]:
    return [
        Detail(need, service.label_of(need), _given(command, need))
        for need in service.needs
        if need != Need.PERIOD
    ]


def _period(service: OtherService, command: RecordService) -> tuple[str, str]:
    """Both months as ``2026-12``; one alone is both. "" where the service has no period."""
    if Need.PERIOD not in service.needs:
        return "", ""
    first = _month(command.period_from)
    last = _month(command.period_to) if command.period_to.strip() else first
    if last < first:
        raise PeriodUnreadable
    return first, last


def _month(text: str) -> str:
    found = _MONTH.fullmatch(text.strip())
    if found is None:
        raise PeriodUnreadable
    return f"{found[2]}-{int(found[1]):02d}"


def _paid(due_vnd: int, command: RecordService, customer: StoredCustomer, uow: UnitOfWork) -> Paid:
    """In: as every other sum. Out: from the drawer, or owed as a transfer."""
    if due_vnd >= 0:
        return pay(due_vnd, command.tender, Payer(customer.uid, command.command_id), uow)
    account = accounts.DRAWER if command.payout == "cash" else accounts.TRANSFER_OWED
    return Paid(
        method=command.payout,
        parts=[PaymentPart(method=command.payout, amount_vnd=-due_vnd)],
        tendered_vnd=0,
        change_vnd=-due_vnd,
        postings=legs((account, due_vnd), (accounts.BASKET, -due_vnd)),
    )


def _answer(body: ServiceRecorded) -> RecordedService:
    return RecordedService(
        receipt=body.number,
        service_label=body.service_label,
        due_vnd=body.due_vnd,
        change_vnd=body.change_vnd,
    )
