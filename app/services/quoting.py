"""Use case: what an item costs, before and while it is taken in."""

import sqlalchemy as sa

from app.clock import utc
from app.domain.pricing import ItemToPrice, Quote, price_item
from app.domain.reference.book import ReferenceBook, UnknownPlace
from app.domain.reference.surcharges import is_remote
from app.services.receiving import WrongReceiverCommune
from app.services.shipments import ItemDraft
from app.store.reference import reference_book
from app.store.station import here


def quote_shipment(item: ItemDraft, connection: sa.Connection, at_ms: int) -> Quote:
    """The price at ``at_ms``; only what a price depends on has to be filled in.

    Raises WrongReceiverCommune and what ``app.domain.pricing.price_item`` raises.
    """
    book = reference_book(connection, at_ms)
    return priced(item, book, here(connection).office, at_ms)


def priced(item: ItemDraft, book: ReferenceBook, office: str, at_ms: int) -> Quote:
    """One item priced from ``office``, the same for a quote and for the books."""
    try:
        destination = book.place(item.receiver.commune)
    except UnknownPlace as error:
        raise WrongReceiverCommune from error
    return price_item(
        ItemToPrice(
            service=item.service,
            actual_g=item.actual_g,
            origin=book.office(office).province,
            destination=destination.province_code,
            at=utc(at_ms),
            size_cm=item.size_cm,
            declared_vnd=item.declared_vnd,
            cod_vnd=item.cod_vnd,
            value_added=item.value_added,
            remote=is_remote(book.files("remote"), destination.code),
        ),
        book,
    )
