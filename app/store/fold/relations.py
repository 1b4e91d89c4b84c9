"""Folding what stands beside a customer's record: organisation, links, addresses, consents.

A word that this program has no sentence for raises ValueError: no page could show it.
"""

import sqlalchemy as sa

from app.domain.relations import AddressUse, Channel, Form, Role
from app.journal.entry import Entry
from app.journal.kinds.consents import ConsentGiven, ConsentWithdrawn
from app.journal.kinds.organisations import (
    AddressDropped,
    AddressNoted,
    CustomerLinked,
    CustomerUnlinked,
    Description,
    OrganisationDescribed,
)
from app.store.fold.customers import remember_event
from app.store.search_index import index_texts, unindex_texts
from app.store.tables.customers import customer
from app.store.tables.relations import consent, customer_address, customer_link, organisation


def organisation_described(
    connection: sa.Connection, entry: Entry, body: OrganisationDescribed
) -> None:
    """The latest description stands."""
    put_description(connection, entry, body.uid, body.to)
    remember_event(connection, entry, body.uid, "described")


def put_description(connection: sa.Connection, entry: Entry, uid: bytes, to: Description) -> None:
    """The customer is such an organisation from now on."""
    connection.execute(sa.delete(organisation).where(organisation.c.uid == uid))
    connection.execute(
        sa.insert(organisation).values(
            uid=uid, form=Form(to.form).value, tax_code=to.tax_code, parent=to.parent, seq=entry.seq
        )
    )


def customer_linked(connection: sa.Connection, entry: Entry, body: CustomerLinked) -> None:
    """The link holds from now on."""
    connection.execute(
        sa.insert(customer_link).values(
            link=body.link,
            person=body.person,
            organisation=body.organisation,
            role=Role(body.role).value,
            note=body.note,
            since_ms=entry.wall_ms,
            seq=entry.seq,
        )
    )
    remember_event(connection, entry, body.person, "linked")


def customer_unlinked(connection: sa.Connection, entry: Entry, body: CustomerUnlinked) -> None:
    """The link has ended; ending it twice leaves the first end."""
    connection.execute(
        sa.update(customer_link)
        .where(customer_link.c.link == body.link, customer_link.c.ended_ms.is_(None))
        .values(ended_ms=entry.wall_ms)
    )
    remember_event(connection, entry, body.person, "unlinked")


def address_noted(connection: sa.Connection, entry: Entry, body: AddressNoted) -> None:
    """A new address, or a better reading of one that stood here before; findable at once."""
    values = {
        "uid": body.uid,
        "use": AddressUse(body.use).value,
        "street": body.street,
        "commune": body.commune,
        "scheme": body.scheme,
        "as_written": body.as_written,
        "line": body.line,
        "printed": body.printed,
        "since_ms": entry.wall_ms,
        "seq": entry.seq,
    }
    _forget_address(connection, body.address)
    connection.execute(sa.insert(customer_address).values(address=body.address, **values))
    if (owner := _row_of(connection, body.uid)) is not None:
        index_texts(connection, owner, (body.as_written, body.line))
    remember_event(connection, entry, body.uid, "address")


def address_dropped(connection: sa.Connection, entry: Entry, body: AddressDropped) -> None:
    """No longer used, and no longer found by."""
    row = connection.execute(
        sa.select(customer_address).where(customer_address.c.address == body.address)
    ).one_or_none()
    if row is not None and (owner := _row_of(connection, row.uid)) is not None:
        unindex_texts(connection, owner, (row.as_written, row.line))
    connection.execute(
        sa.update(customer_address)
        .where(customer_address.c.address == body.address)
        .values(dropped_ms=entry.wall_ms)
    )
    remember_event(connection, entry, body.uid, "address_dropped")


def consent_given(connection: sa.Connection, entry: Entry, body: ConsentGiven) -> None:
    """One statement more; nothing said before is changed."""
    connection.execute(
        sa.insert(consent).values(
            seq=entry.seq,
            uid=body.uid,
            purpose=body.purpose,
            given=1,
            text_version=body.text_version,
            language=body.language,
            channel=Channel(body.channel).value,
            clerk_name=body.clerk_name,
            at_ms=entry.wall_ms,
        )
    )
    remember_event(connection, entry, body.uid, "consent")


def consent_withdrawn(connection: sa.Connection, entry: Entry, body: ConsentWithdrawn) -> None:
    """One statement more; nothing said before is changed."""
    connection.execute(
        sa.insert(consent).values(
            seq=entry.seq,
            uid=body.uid,
            purpose=body.purpose,
            given=0,
            text_version="",
            language="",
            channel=Channel(body.channel).value,
            clerk_name=body.clerk_name,
            at_ms=entry.wall_ms,
        )
    )
    remember_event(connection, entry, body.uid, "consent_withdrawn")


def _row_of(connection: sa.Connection, uid: bytes) -> int | None:
    found: int | None = connection.scalar(sa.select(customer.c.id).where(customer.c.uid == uid))
    return found


def _forget_address(connection: sa.Connection, address: bytes) -> None:
    row = connection.execute(
        sa.select(customer_address).where(customer_address.c.address == address)
    ).one_or_none()
    if row is None:
        return
    if (owner := _row_of(connection, row.uid)) is not None:
        unindex_texts(connection, owner, (row.as_written, row.line))
    connection.execute(sa.delete(customer_address).where(customer_address.c.address == address))
