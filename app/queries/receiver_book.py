"""Whom a customer has sent to before, read from what was accepted: nobody keeps this list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.clock import utc
from app.domain.drafts import ItemEntry
from app.domain.names import fold
from app.domain.phones import mask_phone, national
from app.domain.reference.book import ReferenceBook
from app.journal.kinds.shipments import Party, ShipmentAccepted
from app.store.customers import customer_by_number
from app.store.places import place_of
from app.store.reference import reference_book
from app.store.sent import SentItem, newest_items

READ = 400
"""So many of the newest items are looked at: a firm's book is its latest weeks."""

SHOWN = 50


@dataclass(frozen=True, slots=True, repr=False)
class FormerReceiver:
    """``times`` among the items that were looked at. ``entry`` is the item sent there last.

    ``entry`` fills the form again: receiver, service, weight, contents and extras; what the clerk
    has to look at anew (the checklist) and a label's number are not part of it.
    """

    name: str
    phone_masked: str
    address: str
    times: int
    last_at: datetime
    entry: ItemEntry


def receiver_book(
    connection: sa.Connection, number: str, at_ms: int, words: str = "", most: int = SHOWN
) -> tuple[FormerReceiver, ...]:
    """The one sent to last, then those sent to most; ``words`` narrow it by name or phone.

    Raises CustomerUnknown.
    """
    stored = customer_by_number(connection, number)
    book = reference_book(connection, at_ms)
    groups: dict[tuple[str, ...], list[SentItem]] = {}
    for item in newest_items(connection, stored.uid, READ):
        groups.setdefault(_same(item.receiver), []).append(item)
    wanted = [items for items in groups.values() if _meant(items[0].receiver, words)]
    newest, others = wanted[:1], wanted[1:]
    others.sort(key=lambda items: (-len(items), -items[0].accepted_ms))
    return tuple(_former(items, book) for items in (*newest, *others)[:most])


def _same(receiver: Party) -> tuple[str, ...]:
    """One person at one door, however the name was spelt that day."""
    return fold(receiver.name), receiver.phone, fold(receiver.street), receiver.commune


def _meant(receiver: Party, words: str) -> bool:
    sought = fold(words)
    if not sought:
        return True
    digits = "".join(filter(str.isdecimal, words))
    if digits and digits == sought.replace(" ", ""):
        return digits.removeprefix("0") in receiver.phone
    return all(word in fold(receiver.name) for word in sought.split())


def _former(items: Sequence[SentItem], book: ReferenceBook) -> FormerReceiver:
    """``items`` newest first."""
    last = items[0]
    return FormerReceiver(
        name=last.receiver.name,
        phone_masked=mask_phone(last.receiver.phone),
        address=last.receiver.address,
        times=len(items),
        last_at=utc(last.accepted_ms),
        entry=_entry(last.whole, book),
    )


def _entry(item: ShipmentAccepted, book: ReferenceBook) -> ItemEntry:
    place = place_of(book, item.receiver.commune, item.receiver.scheme)
    in_force = place is not None and not place.now
    return ItemEntry(
        service=item.service,
        name=item.receiver.name,
        phone=national(item.receiver.phone),
        street=item.receiver.street,
        commune_text="" if in_force or place is None else place.label,
        commune=place if in_force else None,
        weight_g=item.actual_g,
        size=" × ".join(map(str, item.size_cm)) if item.size_cm else "",
        contents=item.contents,
        declared_vnd=item.declared_vnd or None,
        cod_vnd=item.cod_vnd or None,
        value_added=tuple(item.value_added),
    )
