from datetime import date

import pytest

from app.domain.identities import Clerk
from app.services.access import (
    FieldNotMasked,
    RevealData,
    RevealedData,
    RevealReasonMissing,
    reveal_data,
)
from app.services.customers import register_customer
from app.store.customers import CustomerUnknown
from app.store.store import Store
from tests.app.services.people import merge
from tests.builders import CHAU, a_card_holder, registered

Noted = list[tuple[str, str, str, str]]


def reveal(
    store: Store, command: RevealData, noted: Noted, *, reason_needed: bool = False
) -> RevealedData:
    def note(clerk: Clerk, number: str, fields: str, reason: str) -> None:
        noted.append((clerk.code, number, fields, reason))

    with store.reading() as connection:
        return reveal_data(command, connection, CHAU, note, reason_needed=reason_needed)


def test_what_is_revealed_is_noted_with_who_and_why(store: Store) -> None:
    number = register_customer(a_card_holder(), store.unit_of_work(), CHAU).number
    noted: Noted = []

    shown = reveal(store, RevealData(number, reason="khách hỏi"), noted)

    assert (shown.phones, shown.citizen) == (("+84903123456",), "001090000001")
    assert shown.birth_date == date(1990, 1, 1)
    assert noted == [("chau", number, "phones,citizen,birth_date", "khách hỏi")]


def test_only_what_is_asked_for_is_shown(store: Store) -> None:
    number = registered(store)

    shown = reveal(store, RevealData(number, ("phones",)), [])

    assert (shown.phones, shown.citizen, shown.birth_date) == (("+84903123456",), "", None)


def test_where_a_reason_is_wanted_nothing_is_shown_without_one(store: Store) -> None:
    number = registered(store)
    noted: Noted = []

    with pytest.raises(RevealReasonMissing):
        reveal(store, RevealData(number), noted, reason_needed=True)
    with pytest.raises(FieldNotMasked):
        reveal(store, RevealData(number, ("alert_note",)), noted)
    with pytest.raises(CustomerUnknown):
        reveal(store, RevealData("0126000999958"), noted)

    assert noted == []


def test_a_merged_number_reveals_the_customer_that_it_leads_to(store: Store) -> None:
    number, other = registered(store), registered(store)
    merge(store, number, other)
    noted: Noted = []

    assert reveal(store, RevealData(other), noted).number == number
    assert noted[0][1] == number
