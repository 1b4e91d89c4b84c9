"""What is typed after a command, turned into the inputs of use cases."""

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from app.cli.usage import Misused
from app.domain.card_address import find_on_card
from app.domain.citizen import parse_citizen_card
from app.domain.names import nfc
from app.domain.places import Place
from app.domain.reference.catalogue import Catalogue
from app.messages import text
from app.queries.customers import CustomerPage
from app.services.customers import EditCustomer, RegisterCustomer
from app.services.person import CitizenPaper
from app.services.receiving import Receiver
from app.services.shipments import ItemDraft

FROM_INPUT = "-"
"""As ``--citizen-qr``: read the card from the input, so that no list of processes shows it."""

LONGEST_CARD = 2_000
"""Characters read of an input that should be one card."""

REPEATED = ("vas", "checked")
FindPlaces = Callable[[str], tuple[Place, ...]]

_INHERITED = ("receiver_name", "receiver_phone", "receiver_address", "receiver_commune")


def command_id(given: argparse.Namespace, fresh: bytes) -> bytes:
    """``--command-id`` as 16 bytes: a UUID as it is, any other text by its hash."""
    if given.command_id is None:
        return fresh
    try:
        return UUID(given.command_id).bytes
    except ValueError:
        return hashlib.sha256(b"tem/command-id/" + given.command_id.encode()).digest()[:16]


def registration(given: argparse.Namespace, fresh: bytes, places: FindPlaces) -> RegisterCustomer:
    """The form of ``customer register``: from a card, or typed.

    ``places`` finds the commune in the card's address, as the window does.
    """
    if given.citizen_qr is not None:
        _check_only_card(given)
        return _from_card(given, fresh, places)
    citizen = CitizenPaper(number=given.citizen, source="typed") if given.citizen else None
    return RegisterCustomer(
        command_id=command_id(given, fresh),
        full_name=nfc(given.name),
        birth_date=given.birth_date,
        sex=given.sex,
        citizen=citizen,
        prospect=given.prospect,
        **_particulars(given, given.address or "", given.commune or ""),
    )


def _check_only_card(given: argparse.Namespace) -> None:
    """Raises Misused for what the card tells itself: neither word may silently win."""
    for name in ("birth_date", "sex", "citizen"):
        if getattr(given, name) is not None:
            option = "--" + name.replace("_", "-")
            raise Misused(text("cli.usage.not_together", what=option, given="--citizen-qr"))


def _from_card(given: argparse.Namespace, fresh: bytes, places: FindPlaces) -> RegisterCustomer:
    scanned = (
        sys.stdin.readline(LONGEST_CARD) if given.citizen_qr == FROM_INPUT else given.citizen_qr
    )
    card = parse_citizen_card(scanned)
    address = find_on_card(card.address_text, places)
    commune = address.commune.code if address.commune else ""
    return RegisterCustomer(
        command_id=command_id(given, fresh),
        full_name=card.full_name,
        birth_date=card.birth_date,
        sex=card.sex,
        citizen=CitizenPaper(card.number, "card", card.old_number, card.issued_on),
        prospect=given.prospect,
        **_particulars(given, given.address or address.street, given.commune or commune),
    )


def _particulars(given: argparse.Namespace, street: str, commune: str) -> dict[str, Any]:
    return {
        "phones": tuple(given.phone or ()),
        "street": nfc(street),
        "commune": commune,
        "alert_note": nfc(given.note or ""),
    }


def edit(given: argparse.Namespace, page: CustomerPage, fresh: bytes) -> EditCustomer:
    """Only what was named after ``customer edit`` changes, from what the page showed."""
    wanted = {
        "full_name": given.name,
        "birth_date": given.birth_date,
        "sex": given.sex,
        "phones": None if given.phone is None else tuple(given.phone),
        "street": given.address,
        "commune": given.commune,
        "alert_note": given.note,
    }
    changes = {
        field: (getattr(page, field), nfc(to) if isinstance(to, str) else to)
        for field, to in wanted.items()
        if to is not None
    }
    return EditCustomer(command_id(given, fresh), page.number, changes)


def basket(said: Sequence[tuple[str, Any]], catalogue: Catalogue) -> tuple[ItemDraft, ...]:
    """The items in their order; one that names no receiver goes where the one before it goes."""
    drafts: list[ItemDraft] = []
    receiver: dict[str, Any] = {}
    for parts in _items(said):
        receiver |= {name: value for name, value in parts.items() if name in _INHERITED}
        drafts.append(_draft(parts | receiver, catalogue))
    return tuple(drafts)


def _items(said: Iterable[tuple[str, Any]]) -> list[dict[str, Any]]:
    """Split where a second ``--service`` stands; what repeats becomes a list."""
    number, named = 0, False
    numbered = []
    for name, value in said:
        if name == "service":
            number, named = number + named, True
        numbered.append((number, name, value))
    return [
        _merged((name, value) for _, name, value in parts)
        for _, parts in groupby(numbered, key=lambda part: part[0])
    ]


def _merged(parts: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for name, value in parts:
        merged[name] = (*merged.get(name, ()), value) if name in REPEATED else value
    return merged


def _draft(parts: dict[str, Any], catalogue: Catalogue) -> ItemDraft:
    points = catalogue.checklist.points_for(parts["service"])
    return ItemDraft(
        service=parts["service"],
        contents=nfc(parts.get("contents", "")),
        actual_g=parts.get("weight", 0),
        receiver=Receiver(
            name=nfc(parts.get("receiver_name", "")),
            phone=parts.get("receiver_phone", ""),
            street=nfc(parts.get("receiver_address", "")),
            commune=parts.get("receiver_commune", ""),
        ),
        size_cm=parts.get("size"),
        declared_vnd=parts.get("declared", 0),
        cod_vnd=parts.get("cod", 0),
        value_added=parts.get("vas", ()),
        checked=parts.get("checked", tuple(point.code for point in points)),
        label=parts.get("label", ""),
    )
