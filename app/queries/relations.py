"""What stands beside a customer's record, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.clock import utc
from app.domain.reference.book import ReferenceBook
from app.domain.reference.consents import Purpose, consent_texts
from app.domain.relations import Standing, standing_now
from app.store.consents import consents_in_force
from app.store.customers import StoredCustomer, live_root
from app.store.organisations import branches_of, organisation_of, parent_of
from app.store.tables.relations import (
    consent,
    customer_address,
    customer_holder,
    customer_link,
    customer_standing,
)


@dataclass(frozen=True, slots=True)
class Named:
    """Another customer."""

    number: str
    full_name: str


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """``tax_code`` "" for a branch without one of its own."""

    form: str
    tax_code: str
    parent: Named | None
    branches: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class LinkView:
    """Who acts for whom; ``other`` is the one at the other end of this page."""

    link: str
    role: str
    other: Named
    note: str
    since: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class AddressView:
    """``as_written`` keeps an old address's very words; ``line`` is today's, "" until converted."""

    address: str
    use: str
    as_written: str
    line: str
    street: str
    commune: str
    printed: bool
    since: datetime


@dataclass(frozen=True, slots=True)
class ConsentView:
    """One purpose. ``state``: "" nothing was said, given, withdrawn; ``at`` and how it was said."""

    purpose: str
    label: str
    words: str
    state: str
    at: datetime | None = None
    text_version: str = ""
    channel: str = ""
    clerk_name: str = ""


@dataclass(frozen=True, slots=True)
class HolderView:
    """Who held the number from when to when; ``until`` None today. The rest is of the passing."""

    name: str
    since: datetime
    until: datetime | None
    reason: str = ""
    document: str = ""
    clerk_name: str = ""
    approver: str = ""


Members = Sequence[bytes]
"""A customer's uid and those of all merged into it."""


def organisation_view(connection: sa.Connection, members: Members) -> OrganisationView | None:
    """None for a person."""
    found = organisation_of(connection, members[0])
    if found is None:
        return None
    parent = parent_of(connection, found)
    return OrganisationView(
        form=found.form,
        tax_code=found.tax_code,
        parent=None if parent is None else _named(parent),
        branches=tuple(_named(each) for each in branches_of(connection, tuple(members))),
    )


def standing_of(connection: sa.Connection, stored: StoredCustomer) -> Standing:
    """Prospect, active or dormant, as it is now."""
    row = connection.execute(
        sa.select(customer_standing).where(customer_standing.c.uid == stored.uid)
    ).one_or_none()
    if row is None:
        return Standing.ACTIVE
    return standing_now(row.standing, row.since_ms, stored.shipments, stored.last_seen_ms)


def links_of(connection: sa.Connection, members: Members) -> tuple[LinkView, ...]:
    """Those that hold first, then those that ended, newest first."""
    person, whole = customer_link.c.person, customer_link.c.organisation
    rows = connection.execute(
        sa.select(customer_link)
        .where(person.in_(members) | whole.in_(members))
        .order_by(customer_link.c.ended_ms.is_not(None), customer_link.c.since_ms.desc())
    ).all()
    found = []
    for row in rows:
        other = live_root(connection, row.organisation if row.person in members else row.person)
        if other is not None:
            ended = None if row.ended_ms is None else utc(row.ended_ms)
            found.append(
                LinkView(
                    row.link.hex(), row.role, _named(other), row.note, utc(row.since_ms), ended
                )
            )
    return tuple(found)


def addresses_of(connection: sa.Connection, members: Members) -> tuple[AddressView, ...]:
    """The further addresses in use, newest first."""
    rows = connection.execute(
        sa.select(customer_address)
        .where(customer_address.c.uid.in_(members), customer_address.c.dropped_ms.is_(None))
        .order_by(customer_address.c.since_ms.desc())
    )
    return tuple(
        AddressView(
            address=row.address.hex(),
            use=row.use,
            as_written=row.as_written,
            line=row.line,
            street=row.street,
            commune=row.commune,
            printed=bool(row.printed),
            since=utc(row.since_ms),
        )
        for row in rows
    )


def consents_of(
    connection: sa.Connection, uid: bytes, book: ReferenceBook, language: str, *, asked: bool
) -> tuple[ConsentView, ...]:
    """Every purpose that is asked for, and those of old wordings that something was said of.

    ``asked``: something was ever said.
    """
    stands = consents_in_force(connection, uid) if asked else {}
    purposes = {each.code: each for each in consent_texts(book).purposes}
    views = []
    for code in dict.fromkeys((*purposes, *stands)):
        view = _purpose_view(code, purposes.get(code), language)
        views.append(view if code not in stands else _said(connection, view, stands[code].place))
    return tuple(views)


def holders_of(
    connection: sa.Connection, stored: StoredCustomer, *, passed: bool
) -> tuple[HolderView, ...]:
    """Whoever held the number, today's holder first; one holder when it never ``passed``."""
    if not passed:
        return (HolderView(stored.full_name, utc(stored.registered_ms), None),)
    rows = connection.execute(
        sa.select(customer_holder)
        .where(customer_holder.c.uid == stored.uid)
        .order_by(customer_holder.c.at_ms, customer_holder.c.seq)
    ).all()
    found = []
    since, name = utc(stored.registered_ms), stored.full_name
    for row in rows:
        until = utc(row.at_ms)
        found.append(
            HolderView(
                row.former, since, until, row.reason, row.document, row.clerk_name, row.approver
            )
        )
        since = until
    return (HolderView(name, since, None), *reversed(found))


def _named(stored: StoredCustomer) -> Named:
    return Named(stored.number, stored.full_name)


def _purpose_view(code: str, purpose: Purpose | None, language: str) -> ConsentView:
    if purpose is None:
        return ConsentView(code, code, "", "")
    label = purpose.label_en if language == "en" else purpose.label
    return ConsentView(code, label, purpose.words(language), "")


def _said(connection: sa.Connection, view: ConsentView, place: tuple[int, int]) -> ConsentView:
    row = connection.execute(sa.select(consent).where(consent.c.seq == place[1])).one()
    return ConsentView(
        purpose=view.purpose,
        label=view.label,
        words=view.words,
        state="given" if row.given else "withdrawn",
        at=utc(row.at_ms),
        text_version=row.text_version,
        channel=row.channel,
        clerk_name=row.clerk_name,
    )
