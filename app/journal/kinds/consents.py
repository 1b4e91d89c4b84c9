"""Entries about consent: one purpose each, with the very version of the words that were read."""

from typing import ClassVar

from app.journal.kinds.body import Body


class ConsentGiven(Body, frozen=True, kw_only=True):
    """``text_version`` and ``language`` name the words; ``channel`` how it was given."""

    NUMBER: ClassVar[int] = 60
    NAME: ClassVar[str] = "consent.granted"

    uid: bytes
    purpose: str
    text_version: str
    language: str
    channel: str
    clerk_name: str


class ConsentWithdrawn(Body, frozen=True, kw_only=True):
    """From now on not for this purpose, wherever it was given."""

    NUMBER: ClassVar[int] = 61
    NAME: ClassVar[str] = "consent.revoked"

    uid: bytes
    purpose: str
    channel: str
    clerk_name: str


class CardsRevoked(Body, frozen=True, kw_only=True):
    """Lost or stolen: no card of the customer that was issued before this is good any more.

    ``cards`` names those that the counter knew of; headquarters knows of all.
    """

    NUMBER: ClassVar[int] = 65
    NAME: ClassVar[str] = "card.revoked"

    uid: bytes
    number: str
    cards: list[bytes]
    reason: str
    clerk_name: str


class CardIssued(Body, frozen=True, kw_only=True):
    """A customer card was asked for. ``document``: customer_card, card_sheet.

    ``copy_number`` counts from 0, the first.
    """

    NUMBER: ClassVar[int] = 62
    NAME: ClassVar[str] = "card.issued"

    uid: bytes
    number: str
    document: str
    copy_number: int
    clerk_name: str
