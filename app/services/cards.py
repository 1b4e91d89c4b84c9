"""Use cases: a customer card is asked for, or a sheet of them; somebody is served by a card."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.domain.calendar import day_span_ms
from app.domain.identities import Clerk
from app.domain.signed_card import ReadCard
from app.journal.kinds.consents import CardIssued, CardsRevoked
from app.services.commands import CommandIdTaken, booked_body
from app.services.permissions import Act, require
from app.store.cards import await_signature, believe, cards_known
from app.store.customers import StoredCustomer, customer_by_uid, live_customer
from app.store.fold.cards import card_of
from app.store.pinned import pin
from app.store.prints import Paper, owe, paper_of
from app.store.received import stand_in
from app.store.tables.shipments import document
from app.store.uow import UnitOfWork

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class IssueCard:
    """``sheet``: ten cards on A4 instead of one on a blank card.

    Without ``printed`` no printer is asked: whoever issued it draws it. ``waits``: it is printed
    after the next pass of the sync, which brings headquarters' signature. ``lost``: why all earlier
    cards of the customer are good no longer; "" when they are.
    """

    command_id: bytes
    number: str
    sheet: bool = False
    printed: bool = True
    waits: bool = False
    lost: str = ""


@dataclass(frozen=True, slots=True)
class IssuedCard:
    """``paper`` waits for a printer now; its copy counts the cards made before."""

    number: str
    paper: Paper
    waits: bool = False


@dataclass(frozen=True, slots=True)
class AdmittedCard:
    """``number`` can be served here; ``known`` when more than the card was here before."""

    number: str
    known: bool


def issue_card(command: IssueCard, uow: UnitOfWork, clerk: Clerk) -> IssuedCard:
    """Raises CustomerUnknown, CustomerIsErased, CommandIdTaken."""
    require(clerk, Act.ISSUE_CARD)
    kind = "card_sheet" if command.sheet else "customer_card"
    with uow:
        stored = live_customer(uow.connection, command.number)
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[-1], CardIssued)
            if (before.uid, before.document) != (stored.uid, kind):
                raise CommandIdTaken
            return IssuedCard(before.number, paper_of(kind, before.number, before.copy_number))
        fact = CardIssued(
            uid=stored.uid,
            number=stored.number,
            document=kind,
            copy_number=_next_copy(uow.connection, kind, stored.number),
            clerk_name=clerk.name,
        )
        lost = _lost(uow.connection, stored, command.lost, clerk)
        entries = uow.record([*lost, fact], command_id=command.command_id, clerk=clerk.id)
        paper = paper_of(kind, fact.number, fact.copy_number)
        if command.waits:
            await_signature(uow.connection, card_of(entries[-1]), paper)
        elif command.printed:
            owe(uow.connection, [paper], uow.now_ms)
        uow.commit()
    return IssuedCard(fact.number, paper, command.waits)


def admit_card(read: ReadCard, uow: UnitOfWork, clerk: Clerk) -> AdmittedCard:
    """Let a customer be served by the card alone, whose record is with another province.

    Raises what ``believe`` raises.
    """
    require(clerk, Act.ACCEPT_SHIPMENTS)
    with uow:
        holder = believe(uow.connection, read)
        stored = customer_by_uid(uow.connection, holder.uid)
        if stored is not None:
            return AdmittedCard(stored.number, known=stored.version > 0)
        since_ms, _ = day_span_ms(holder.issued)
        stand_in(
            uow.connection,
            holder.uid,
            number=holder.number,
            full_name=holder.name,
            since_ms=since_ms,
        )
        pin(uow.connection, holder.uid, uow.now_ms)
        uow.commit()
    return AdmittedCard(holder.number, known=False)


def _lost(
    connection: sa.Connection, stored: StoredCustomer, reason: str, clerk: Clerk
) -> list[CardsRevoked]:
    words = " ".join(reason.split())[:LONGEST_REASON]
    if not words:
        return []
    return [
        CardsRevoked(
            uid=stored.uid,
            number=stored.number,
            cards=cards_known(connection, stored.uid),
            reason=words,
            clerk_name=clerk.name,
        )
    ]


def _next_copy(connection: sa.Connection, kind: str, number: str) -> int:
    newest = sa.select(sa.func.max(document.c.copy)).where(
        document.c.kind == kind, document.c.subject == number
    )
    found: int | None = connection.scalar(newest)
    return 0 if found is None else found + 1
