"""Use case: take a basket of items in against cash. One commit books everything."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.domain.identities import Clerk
from app.errors import UserError
from app.journal.entry import Entry
from app.journal.kinds.money import PaymentReceived
from app.journal.kinds.shipments import ShipmentAccepted
from app.services.basket import Basket
from app.services.commands import CommandIdTaken, booked_body
from app.services.permissions import Act, require
from app.services.shifts import shift_facts, without_shift
from app.services.shipments import AcceptedItem, AcceptedShipments, AcceptShipments
from app.store.clock_notes import note_of_flags
from app.store.customers import customer_by_number
from app.store.drafts import drop_draft
from app.store.labels import is_on_a_roll
from app.store.prints import Paper, owe
from app.store.sales import items_of, price_lines, receipt_by_number
from app.store.uow import UnitOfWork


@dataclass(eq=False)
class BasketEmpty(UserError):
    code: ClassVar[str] = "accepting.basket_empty"


def accept_shipments(command: AcceptShipments, uow: UnitOfWork, clerk: Clerk) -> AcceptedShipments:
    """Price, number, book and queue for print, all or nothing; then read back what was booked.

    Raises BasketEmpty, CommandIdTaken, CustomerUnknown, CustomerIsErased, LeaseExhausted, the
    refusals of ``app.services.basket`` and ``app.services.receiving``, and those of
    ``app.domain.pricing.price_item``.
    """
    require(clerk, Act.ACCEPT_SHIPMENTS)
    with uow:
        if booked := uow.booked_by(command.command_id):
            number = _booked_before(booked, command, uow.connection)
        else:
            number = _book(command, uow, clerk)
            drop_draft(uow.connection, command.command_id)
            uow.commit()
        return _read_back(uow, number)


def _booked_before(
    booked: Sequence[Entry], command: AcceptShipments, connection: sa.Connection
) -> str:
    """The receipt of an earlier press. Raises CommandIdTaken when that was another sale."""
    items = [booked_body(entry, ShipmentAccepted) for entry in without_shift(booked)[:-1]]
    payment = booked_body(booked[-1], PaymentReceived)
    before = [(item.service, item.actual_g, item.receiver.commune) for item in items]
    now = [(draft.service, draft.actual_g, draft.receiver.commune) for draft in command.items]
    customer = customer_by_number(connection, command.customer).number
    if (payment.customer_number, before) != (customer, now):
        raise CommandIdTaken
    return payment.receipt


def _book(command: AcceptShipments, uow: UnitOfWork, clerk: Clerk) -> str:
    if not command.items:
        raise BasketEmpty
    basket = Basket(command, uow)
    items = [basket.item(position, draft) for position, draft in enumerate(command.items, 1)]
    payment = basket.payment(items, clerk)
    facts = [*shift_facts(uow, clerk), *items, payment]
    uow.record(facts, command_id=command.command_id, clerk=clerk.id)
    papers = [Paper("receipt", payment.receipt), *_labels(uow, items)]
    owe(uow.connection, papers, uow.now_ms)
    return payment.receipt


def _labels(uow: UnitOfWork, items: Sequence[ShipmentAccepted]) -> list[Paper]:
    """The labels to print: an item with one from a roll has it on already."""
    return [
        Paper("label", item.code) for item in items if not is_on_a_roll(uow.connection, item.code)
    ]


def _read_back(uow: UnitOfWork, number: str) -> AcceptedShipments:
    stored = receipt_by_number(uow.connection, number)
    assert stored is not None, "a booked receipt stands in the store"
    return AcceptedShipments(
        receipt=stored.number,
        proof=stored.proof,
        items=tuple(
            AcceptedItem(item.code, item.charged_g, price_lines(item), item.total_vnd)
            for item in items_of(uow.connection, number)
        ),
        total_vnd=stored.due_vnd,
        change_vnd=stored.change_vnd,
        clock_note=note_of_flags(stored.clock_flags),
    )
