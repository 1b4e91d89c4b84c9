"""The words in which people, organisations and numbers are related; one code each."""

from enum import StrEnum


class Form(StrEnum):
    """What kind of organisation; an agency takes items in on the operator's behalf."""

    COMPANY = "company"
    BRANCH = "branch"
    AGENCY = "agency"


class Role(StrEnum):
    """What a person is to an organisation."""

    CONTACT = "contact"
    DIRECTOR = "director"
    SENDER = "sender"
    ACCOUNTANT = "accountant"
    OTHER = "other"


class Passing(StrEnum):
    """Why a number passes to another holder."""

    INHERITANCE = "inheritance"
    TRANSFER = "transfer"
    RENAMED = "renamed"


class Standing(StrEnum):
    """How a customer stands; the number is kept in every one of them."""

    PROSPECT = "prospect"
    ACTIVE = "active"
    DORMANT = "dormant"


class AddressUse(StrEnum):
    """What a further address is for."""

    OLD = "old"
    PICKUP = "pickup"
    DELIVERY = "delivery"
    BILLING = "billing"


class Channel(StrEnum):
    """How a customer said something."""

    COUNTER = "counter"
    PHONE = "phone"
    PAPER = "paper"
    EMAIL = "email"


MERGEABLE = ("full_name", "birth_date", "sex", "citizen", "phones", "address", "alert_note")
"""What may be taken over from the other record when two customers are merged."""


def standing_now(stated: str, since_ms: int, shipments: int, last_seen_ms: int) -> Standing:
    """A prospect becomes a customer, and a sleeper wakes, with the next item."""
    if stated == Standing.PROSPECT and not shipments:
        return Standing.PROSPECT
    if stated == Standing.DORMANT and last_seen_ms <= since_ms:
        return Standing.DORMANT
    return Standing.ACTIVE
