"""Use case: take a complaint in. It is recorded in time or late, about a known item or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.clock import utc
from app.domain.calendar import local_day
from app.domain.complaint_clock import due_day, is_international, window
from app.domain.complaints import Role
from app.domain.customer_number import grouped
from app.domain.identities import Clerk
from app.domain.item_code import WrongItemCode, parse_item_code
from app.domain.names import WrongName, clean_addressee, name_keys
from app.domain.phones import WrongPhone, normalise_phone
from app.domain.reference.book import ReferenceBook
from app.domain.reference.complaints import DOMESTIC, INTERNATIONAL, ComplaintType
from app.journal.entry import Entry
from app.journal.kinds.complaints import ComplaintReceived, ComplaintStated
from app.journal.kinds.shipments import ShipmentAccepted
from app.messages import text_for
from app.services.commands import CommandIdTaken, booked_body
from app.services.complaint_refusals import (
    AddressUnusable,
    AuthorityMissing,
    ComplainantName,
    ComplainantPhone,
    ComplainantRoleUnknown,
    ComplaintItem,
    ComplaintTypeUnknown,
    ContactMissing,
    DeliveryDayImpossible,
    FactsUnusable,
    NotAParty,
    RemedyUnusable,
)
from app.services.entering import read_needed, read_text
from app.services.permissions import Act, require
from app.store.complaints import next_number
from app.store.customers import CustomerIsErased, customer_by_number
from app.store.prints import Paper, owe
from app.store.reference import reference_book
from app.store.sales import item_by_code, receipt_by_number
from app.store.station import here
from app.store.uow import UnitOfWork

LONGEST_FACTS, LONGEST_REMEDY, LONGEST_ADDRESS, LONGEST_AUTHORITY = 2000, 500, 300, 300


@dataclass(frozen=True, slots=True, repr=False)
class FileComplaint:
    """One filled form. ``item`` and ``customer`` are "" when unknown.

    ``delivered_on`` is the day that the complainant names, None when nobody knows one.
    """

    command_id: bytes
    complaint_type: str
    role: str
    name: str
    phone: str
    address: str
    facts: str
    remedy: str
    item: str = ""
    customer: str = ""
    authority: str = ""
    delivered_on: date | None = None


@dataclass(frozen=True, slots=True)
class FiledComplaint:
    """What was booked. Days are ISO 8601; ``window_until`` None while nobody can say."""

    number: str
    timeliness: str
    window_until: str | None
    due_on: str


def file_complaint(command: FileComplaint, uow: UnitOfWork, clerk: Clerk) -> FiledComplaint:
    """Record the case with its clock, in one commit; a late one is marked, never refused.

    Raises CustomerUnknown, WrongCustomerNumber, CustomerIsErased, NoReference,
    CommandIdTaken and the refusals of ``app.services.complaint_refusals``.
    """
    require(clerk, Act.HANDLE_COMPLAINTS)
    with uow:
        if booked := uow.booked_by(command.command_id):
            return _booked_before(booked, command)
        form = _Form(command, uow, clerk)
        received, stated = form.received(), form.stated()
        uow.record([received, stated], command_id=command.command_id, clerk=clerk.id)
        owe(uow.connection, [Paper("complaint", received.number)], uow.now_ms)
        uow.commit()
    return _filed(received)


def _booked_before(booked: Sequence[Entry], command: FileComplaint) -> FiledComplaint:
    before = booked_body(booked[0], ComplaintReceived)
    if before.complaint_type != command.complaint_type:
        raise CommandIdTaken
    return _filed(before)


def _filed(received: ComplaintReceived) -> FiledComplaint:
    return FiledComplaint(
        number=received.number,
        timeliness=received.timeliness,
        window_until=received.window_until,
        due_on=received.due_on,
    )


class _Form:
    """One form against what the store knows of its item and its customer."""

    def __init__(self, command: FileComplaint, uow: UnitOfWork, clerk: Clerk) -> None:
        self._command = command
        self._clerk = clerk
        self._connection = uow.connection
        self._here = here(uow.connection)
        self._book = reference_book(uow.connection, uow.now_ms)
        self._today = local_day(utc(uow.now_ms))
        self._code = _item_code(command.item)
        self._item = item_by_code(uow.connection, self._code) if self._code else None
        self._kind = _type_of(self._book, command.complaint_type)
        self._role = _role_of(command.role)
        self._accepted_on = self._acceptance()

    def received(self) -> ComplaintReceived:
        """The case without a word about people."""
        command, item = self._command, self._item
        self._check_delivery()
        transit_days = self._book.transit_days(item.service, item.zone) if item else None
        open_until = window(
            self._kind,
            self._today,
            accepted_on=self._accepted_on,
            transit_days=transit_days,
            delivered_on=command.delivered_on,
        )
        abroad = is_international(self._code)
        rules = self._book.complaint_rules
        return ComplaintReceived(
            number=next_number(self._connection, self._here),
            item=self._code,
            customer_uid=self._customer_uid(),
            complaint_type=self._kind.code,
            type_label=self._kind.label,
            role=self._role.value,
            scope=INTERNATIONAL if abroad else DOMESTIC,
            accepted_on=_iso(self._accepted_on),
            transit_days=transit_days,
            delivered_on=_iso(command.delivered_on),
            received_on=self._today.isoformat(),
            window_until=_iso(open_until.until),
            timeliness=open_until.timeliness.value,
            due_on=due_day(self._today, rules, international=abroad).isoformat(),
            rules=rules.version,
            clerk_name=self._clerk.name,
        )

    def stated(self) -> ComplaintStated:
        """Who complains, and in which words."""
        command = self._command
        name = _name(command.name)
        self._check_party(name)
        phone = _phone(command.phone)
        address = read_text(command.address, LONGEST_ADDRESS, AddressUnusable)
        if not phone and not address:
            raise ContactMissing
        authority = ""
        if self._role is Role.REPRESENTATIVE:
            authority = read_needed(command.authority, LONGEST_AUTHORITY, AuthorityMissing)
        return ComplaintStated(
            number=next_number(self._connection, self._here),
            name=name,
            phone=phone,
            address=address,
            authority=authority,
            facts=read_needed(command.facts, LONGEST_FACTS, FactsUnusable),
            remedy=read_text(command.remedy, LONGEST_REMEDY, RemedyUnusable),
        )

    def _acceptance(self) -> date | None:
        stored = receipt_by_number(self._connection, self._item.receipt) if self._item else None
        return local_day(utc(stored.accepted_ms)) if stored else None

    def _check_delivery(self) -> None:
        day, first = self._command.delivered_on, self._accepted_on
        if day is not None and (day > self._today or (first is not None and day < first)):
            raise DeliveryDayImpossible

    def _check_party(self, name: str) -> None:
        """Sender and addressee have the names that stand on the item, where it is known."""
        party = _party(self._item, self._role)
        if party and name_keys(party).surname_first != name_keys(name).surname_first:
            raise NotAParty(party=party)

    def _customer_uid(self) -> bytes | None:
        """The customer who complains, if it is one: whose erasure takes these words along."""
        if self._command.customer.strip():
            stored = customer_by_number(self._connection, self._command.customer)
            if stored.erased:
                raise CustomerIsErased(number=grouped(stored.number))
            return stored.uid
        by_sender = self._item is not None and self._role is Role.SENDER
        return self._item.customer_uid if self._item is not None and by_sender else None


def _party(item: ShipmentAccepted | None, role: Role) -> str:
    if item is None or role is Role.REPRESENTATIVE:
        return ""
    return item.sender.name if role is Role.SENDER else item.receiver.name


def _type_of(book: ReferenceBook, code: str) -> ComplaintType:
    found = next((each for each in book.complaint_types if each.code == code), None)
    if found is None:
        raise ComplaintTypeUnknown
    return found


def _role_of(code: str) -> Role:
    try:
        return Role(code)
    except ValueError as error:
        raise ComplainantRoleUnknown from error


def _item_code(given: str) -> str:
    try:
        return parse_item_code(given).text if given.strip() else ""
    except WrongItemCode as error:
        raise ComplaintItem(reason=text_for(error)) from error


def _name(given: str) -> str:
    try:
        return clean_addressee(given)
    except WrongName as error:
        raise ComplainantName(reason=text_for(error)) from error


def _phone(given: str) -> str:
    if not given.strip():
        return ""
    try:
        return normalise_phone(given)
    except WrongPhone as error:
        raise ComplainantPhone(reason=text_for(error)) from error


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
