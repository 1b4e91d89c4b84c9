"""Use case: a customer card is asked for, or a sheet of them."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.domain.identities import Clerk
from app.journal.kinds.consents import CardIssued
from app.services.commands import CommandIdTaken, booked_body
from app.services.permissions import Act, require
from app.store.customers import live_customer
from app.store.prints import Paper, owe, paper_of
from app.store.tables.shipments import document
from app.store.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class IssueCard:
    """``sheet``: ten cards on A4 instead of one on a blank card. Without ``printed`` no printer
    is asked: whoever issued it draws it.
    """

    command_id: bytes
    number: str
    sheet: bool = False
    printed: bool = True


@dataclass(frozen=True, slots=True)
class IssuedCard:
    """``paper`` waits for a printer now; its copy counts the cards made before."""

    number: str
    paper: Paper


def issue_card(command: IssueCard, uow: UnitOfWork, clerk: Clerk) -> IssuedCard:
    """Raises CustomerUnknown, CustomerIsErased, CommandIdTaken."""
    require(clerk, Act.ISSUE_CARD)
    kind = "card_sheet" if command.sheet else "customer_card"
    with uow:
        stored = live_customer(uow.connection, command.number)
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], CardIssued)
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
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        paper = paper_of(kind, fact.number, fact.copy_number)
        owe(uow.connection, [paper] if command.printed else [], uow.now_ms)
        uow.commit()
    return IssuedCard(fact.number, paper)


def _next_copy(connection: sa.Connection, kind: str, number: str) -> int:
    newest = sa.select(sa.func.max(document.c.copy)).where(
        document.c.kind == kind, document.c.subject == number
    )
    found: int | None = connection.scalar(newest)
    return 0 if found is None else found + 1
