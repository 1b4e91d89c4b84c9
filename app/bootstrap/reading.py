"""The half of the desk that reads: each call sees one moment and waits for no writer."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from app.bootstrap.session import DeskPart
from app.domain.identities import Clerk
from app.domain.places import Place
from app.domain.pricing import Quote
from app.domain.reference.book import ReferenceBook
from app.domain.reference.catalogue import Catalogue
from app.queries import finding, receipts, standing
from app.queries.customers import CustomerPage, Resemblance, customer_page
from app.queries.finding import Findings
from app.queries.resemblances import resemblances
from app.queries.standing import LastTransaction, Standing, Station
from app.services.customers import RegisterCustomer
from app.services.quoting import quote_shipment
from app.services.shipments import ItemDraft
from app.store import reference


class Reading(DeskPart):
    """Every answer is a frozen value; a page of a customer leaves its line in the view log."""

    def station(self) -> Station:
        with self._moment() as (connection, at_ms):
            return standing.station(connection, at_ms)

    def clerks(self) -> tuple[Clerk, ...]:
        with self._moment() as (connection, _):
            return standing.clerks(connection)

    def standing(self) -> Standing:
        with self._moment() as (connection, _):
            return standing.standing(connection, self._store.clock)

    def find(self, text: str) -> Findings:
        with self._moment() as (connection, at_ms):
            return finding.find(connection, text, at_ms)

    def suggest(self, text: str, *, more: bool = False) -> Findings:
        with self._moment() as (connection, at_ms):
            return finding.suggest(connection, text, at_ms, more=more)

    def customer(self, number: str) -> CustomerPage:
        clerk = self._session.clerk
        with self._moment() as (connection, at_ms):
            page = customer_page(connection, number, at_ms)
        self._views.viewed(clerk, page.number)
        return page

    def receipt(self, code: str) -> LastTransaction:
        with self._moment() as (connection, _):
            return receipts.transaction(connection, code)

    def last_transaction(self) -> LastTransaction | None:
        with self._moment() as (connection, _):
            return receipts.last_transaction(connection)

    def places(self, text: str) -> tuple[Place, ...]:
        return self._book().gazetteer().find(text)

    def resemblances(self, draft: RegisterCustomer) -> tuple[Resemblance, ...]:
        with self._moment() as (connection, at_ms):
            return resemblances(connection, draft, at_ms)

    def catalogue(self) -> Catalogue:
        return self._book().catalogue()

    def quote(self, item: ItemDraft) -> Quote:
        with self._moment() as (connection, at_ms):
            return quote_shipment(item, connection, at_ms)

    def _book(self) -> ReferenceBook:
        with self._moment() as (connection, at_ms):
            return reference.reference_book(connection, at_ms)

    @contextmanager
    def _moment(self) -> Iterator[tuple[sa.Connection, int]]:
        with self._store.reading() as connection:
            yield connection, self._store.clock.now_ms()
