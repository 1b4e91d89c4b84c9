"""The items of one receipt: priced, numbered, and turned into what the journal records."""

from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.domain import accounts, item_code
from app.domain.customer_number import grouped
from app.domain.identities import Clerk
from app.domain.limits import Amounts, chosen_value_added
from app.domain.pricing import Quote
from app.domain.reference.book import ReferenceBook
from app.domain.reference.services import Service
from app.domain.reference.value_added import ValueAdded
from app.errors import UserError
from app.journal.kinds.body import Posting
from app.journal.kinds.money import PaymentReceived
from app.journal.kinds.shipments import Line, Party, ShipmentAccepted
from app.messages import paper_text
from app.services.entering import ContentsUnusable, read_needed
from app.services.labels import LabelTwice, read_label
from app.services.paying import Payer, legs, pay
from app.services.quoting import priced
from app.services.receiving import read_receiver
from app.services.shipments import AcceptShipments, ItemDraft
from app.store.customers import CustomerIsErased, StoredCustomer, customer_by_number
from app.store.leases import Numbers
from app.store.places import address_line, place_of, printed_old_address
from app.store.reference import reference_book
from app.store.station import here
from app.store.uow import UnitOfWork

LONGEST_CONTENTS = 200


@dataclass(eq=False)
class ChecksMissing(UserError):
    """``labels`` are the points of the checklist that were not confirmed."""

    code: ClassVar[str] = "accepting.checks_missing"
    field: ClassVar[str] = "checked"
    labels: str


class Basket:
    """What all items of one receipt share."""

    def __init__(self, command: AcceptShipments, uow: UnitOfWork) -> None:
        connection = uow.connection
        self._command = command
        self._uow = uow
        self._connection = connection
        self._labels: set[str] = set()
        self._at_ms = uow.now_ms
        self._here = here(connection)
        self._book = reference_book(connection, uow.now_ms)
        self._catalogue = self._book.catalogue()
        self._customer = customer_by_number(connection, command.customer)
        if self._customer.erased:
            raise CustomerIsErased(number=grouped(self._customer.number))
        self._sender = _sender(connection, self._customer, self._book)
        self._numbers = Numbers(connection)
        prefix = f"{self._here.office}-{self._here.counter}"
        self._receipt = f"{prefix}-{self._numbers.receipt(prefix):07d}"

    def item(self, position: int, draft: ItemDraft) -> ShipmentAccepted:
        """One item with its price, its number and its money."""
        quote = priced(draft, self._book, self._here.office, self._at_ms)
        service = self._book.service(draft.service)
        added = self._value_added(draft)
        return ShipmentAccepted(
            receiver=read_receiver(draft.receiver, self._book),
            contents=read_needed(draft.contents, LONGEST_CONTENTS, ContentsUnusable),
            checklist=self._catalogue.checklist.version,
            checked=self._checked(draft),
            code=self._code(draft, service),
            receipt=self._receipt,
            position=position,
            customer_uid=self._customer.uid,
            office=self._here.office,
            sender=self._sender,
            service=service.code,
            service_label=service.label,
            actual_g=draft.actual_g,
            size_cm=list(draft.size_cm) if draft.size_cm else None,
            volumetric_g=quote.volumetric_g,
            charged_g=quote.charged_g,
            declared_vnd=draft.declared_vnd,
            cod_vnd=draft.cod_vnd,
            value_added=[row.code for row in added],
            value_added_labels=[row.label for row in added],
            zone=quote.zone,
            tariff=quote.tariff,
            tariff_title=quote.tariff_title,
            lines=[Line(line.rule, line.label, line.amount_vnd) for line in quote.lines],
            net_vnd=quote.net_vnd,
            vat_rate_bp=quote.vat_rate_bp,
            vat_vnd=quote.vat_vnd,
            total_vnd=quote.total_vnd,
            postings=self._legs_of(draft, quote),
        )

    def _code(self, draft: ItemDraft, service: Service) -> str:
        """The label from a roll, or the next number that was lent. Raises LabelTwice too."""
        if not draft.label:
            return self._numbers.item(service.s10_prefix, service.short_label)
        label = read_label(self._connection, draft.label, service.s10_prefix, service.short_label)
        if label in self._labels:
            raise LabelTwice(label=item_code.grouped(label))
        self._labels.add(label)
        return label

    def payment(self, items: list[ShipmentAccepted], clerk: Clerk) -> PaymentReceived:
        """What the sender owes, as it is paid. Raises what ``app.services.paying.pay`` refuses."""
        due_vnd = sum(
            leg.amount_vnd
            for item in items
            for leg in item.postings
            if leg.account == accounts.BASKET
        )
        words = self._command.transfer_id or self._command.command_id
        payer = Payer(self._customer.uid, words)
        paid = pay(due_vnd, self._command.tender, payer, self._uow)
        return PaymentReceived(
            receipt=self._receipt,
            customer_uid=self._customer.uid,
            customer_number=self._customer.number,
            items=[item.code for item in items],
            method=paid.method,
            due_vnd=due_vnd,
            tendered_vnd=paid.tendered_vnd,
            change_vnd=paid.change_vnd,
            clerk_name=clerk.name,
            counter=self._here.counter,
            postings=paid.postings,
            parts=paid.parts,
        )

    def _legs_of(self, draft: ItemDraft, quote: Quote) -> list[Posting]:
        """Who owes the price, and what it is made of."""
        later = self._catalogue.paid_at_delivery(draft.value_added)
        return legs(
            (accounts.AT_DELIVERY if later else accounts.BASKET, quote.total_vnd),
            (accounts.revenue(quote.service), -quote.net_vnd),
            (accounts.VAT_OUTPUT, -quote.vat_vnd),
        )

    def _value_added(self, draft: ItemDraft) -> tuple[ValueAdded, ...]:
        return chosen_value_added(
            self._book.service(draft.service),
            draft.value_added,
            Amounts(draft.declared_vnd, draft.cod_vnd),
            self._book.value_added,
        )

    def _checked(self, draft: ItemDraft) -> list[str]:
        """The confirmed points, in the checklist's order. Raises ChecksMissing."""
        checklist = self._catalogue.checklist
        missing = checklist.missing(draft.service, draft.checked)
        if missing:
            raise ChecksMissing(labels=", ".join(point.label for point in missing))
        return [point.code for point in checklist.points_for(draft.service)]


def _sender(connection: sa.Connection, customer: StoredCustomer, book: ReferenceBook) -> Party:
    place = place_of(book, customer.commune, customer.scheme)
    address = address_line(customer.street, place)
    if old := printed_old_address(connection, customer.uid):
        address = paper_text("paper.old_address", today=address, old=old)
    return Party(
        name=customer.full_name,
        phone=customer.phones[0] if customer.phones else "",
        street=customer.street,
        commune=customer.commune,
        scheme=customer.scheme,
        province=place.province_name if place else "",
        address=address,
    )
