"""A card is signed at headquarters, printed, and believed at any counter of the country."""

from random import Random

import pytest
import sqlalchemy as sa

from app.domain.identities import Clerk, Role
from app.domain.scanning import recognise
from app.domain.signed_card import MAGIC, ReadCard, read_card
from app.ids import new_id
from app.queries.card_papers import card_content
from app.queries.finding import Findings, find
from app.services.cards import IssueCard, admit_card, issue_card
from app.store.cards import CardForged, CardKeyUnknown, CardRevoked, believe
from app.store.customers import customer_by_number
from app.store.pinned import KEPT_MS, drop_unused, pin
from app.store.tables.cards import card
from app.store.tables.customers import customer
from app.store.tables.prints import print_job
from app.store.tables.shipments import shipment
from app.store.verification import verify
from sync.headquarters.tables import quarantine
from sync.simulation.invariants import check_headquarters
from tests.sync.country import Counter, Country, lost

CHAU = Clerk(1, "gdv1", "Trần Minh Châu", Role.CLERK)
COUNT = sa.func.count()


def her_card(counter: Counter, number: str, *, waits: bool = False, lost: str = "") -> None:
    name = new_id(counter.store.clock.now_ms())
    command = IssueCard(name, number, waits=waits, lost=lost)
    issue_card(command, counter.store.unit_of_work(), CHAU)


def digits(counter: Counter, number: str, copy: int = 0) -> str:
    with counter.store.reading() as connection:
        return card_content(connection, number, copy).signed


def read(counter: Counter, number: str, copy: int = 0) -> ReadCard:
    return read_card(digits(counter, number, copy))


def believed(counter: Counter, shown: ReadCard) -> str:
    with counter.store.reading() as connection:
        return believe(connection, shown).name


def looked_for(counter: Counter, text: str) -> Findings:
    with counter.store.reading() as connection:
        return find(connection, text, counter.store.clock.now_ms())


def with_a_card(country: Country) -> tuple[Counter, str]:
    one = country.counter()
    her = one.registration(1)
    one.record(her)
    her_card(one, her.number)
    assert digits(one, her.number) == ""
    assert one.sync().problem == ""
    return one, her.number


def test_one_pass_brings_the_signature_and_then_the_paper(country: Country) -> None:
    one = country.counter()
    her = one.registration(1)
    one.record(her)
    her_card(one, her.number, waits=True)
    jobs = sa.select(COUNT).select_from(print_job)
    assert one.scalar(jobs) == 0

    assert one.sync().problem == ""

    assert one.scalar(jobs) == 1
    assert believed(one, read(one, her.number)) == her.full_name
    assert verify(one.store).ok


def test_without_a_line_the_card_is_printed_unsigned(small_country: Country) -> None:
    one = small_country.counter()
    her = one.registration(1)
    one.record(her)
    her_card(one, her.number, waits=True)
    one.wire.before = lost

    assert one.sync().problem

    assert one.scalar(sa.select(COUNT).select_from(print_job)) == 1
    assert digits(one, her.number) == ""


def test_no_altered_card_is_believed(small_country: Country) -> None:
    one, number = with_a_card(small_country)
    whole = int(digits(one, number).removeprefix(MAGIC))
    chance = Random(1)

    places = {chance.randrange(whole.bit_length() - 2) for _ in range(150)}
    for place in places:
        seen = recognise(MAGIC + str(whole ^ (1 << place)))
        if seen.signed is None:
            continue
        with pytest.raises((CardForged, CardKeyUnknown)):
            believed(one, seen.signed)


def test_a_card_of_another_headquarters_is_refused(small_country: Country) -> None:
    one, number = with_a_card(small_country)
    shown = read(one, number)
    forged = ReadCard(shown.holder, shown.statement, bytes(64))

    with pytest.raises(CardForged):
        believed(one, forged)


def test_a_counter_that_never_synced_does_not_know_the_key(small_country: Country) -> None:
    one, number = with_a_card(small_country)
    other = small_country.counter()

    with pytest.raises(CardKeyUnknown):
        believed(other, read(one, number))


def test_a_customer_known_here_is_opened_by_the_card(country: Country) -> None:
    one, number = with_a_card(country)
    other = country.counter()
    other.sync()

    found = looked_for(other, digits(one, number))

    assert [hit.code for hit in found.hits] == [number]
    assert (found.exact, found.foreign, found.expired) == (True, None, "")


def test_a_card_past_its_day_still_says_who(small_country: Country) -> None:
    one, number = with_a_card(small_country)
    small_country.clock.advance(6 * 365 * 86_400_000)

    found = looked_for(one, digits(one, number))

    assert found.exact
    assert found.expired > "2031"


def test_somebody_unknown_here_is_served_by_the_card_alone(country: Country) -> None:
    """The record is with another province; the sale is booked for it all the same."""
    one, number = with_a_card(country)
    other = country.counter()
    other.sync()
    forget(other, number)
    found = looked_for(other, digits(one, number))
    assert found.foreign is not None

    done = admit_card(found.foreign, other.store.unit_of_work(), CHAU)
    again = admit_card(found.foreign, other.store.unit_of_work(), CHAU)

    assert (done.number, done.known, again) == (number, False, done)
    with other.store.reading() as connection:
        stored = customer_by_number(connection, number)
    assert (stored.full_name, stored.version, stored.phones) == ("Nguyễn Thị Ánh Tuyết", 0, ())
    other.record(*other.sale(1, stored.uid))
    assert verify(other.store).ok
    assert other.sync().problem == ""
    assert country.hq(sa.select(COUNT).select_from(quarantine)) == 0
    sold = sa.select(COUNT).select_from(shipment).where(shipment.c.customer_uid == stored.uid)
    assert country.hq(sold) == 1
    assert verify(other.store).ok
    check_headquarters(country.headquarters)


def forget(counter: Counter, number: str) -> None:
    """As if the customer were of another province."""
    with counter.store.noting() as connection:
        uid = connection.scalar(sa.select(customer.c.uid).where(customer.c.number == number))
        assert uid is not None
        pin(connection, uid, 0)
        assert drop_unused(connection, KEPT_MS + 1) == 1


def test_a_lost_card_is_refused_at_every_counter_and_the_new_one_is_not(country: Country) -> None:
    one, number = with_a_card(country)
    old = read(one, number)
    other = country.counter()
    other.sync()

    her_card(one, number, lost="khách báo mất")

    with pytest.raises(CardRevoked):
        believed(one, old)
    for each in (one, other):
        assert each.sync().problem == ""
    with pytest.raises(CardRevoked):
        believed(other, old)
    assert believed(other, read(one, number, copy=1)) == "Nguyễn Thị Ánh Tuyết"
    assert looked_for(other, digits(one, number)).problem_code == "card.revoked"
    assert verify(one.store).ok


def test_two_counters_issue_a_card_to_the_same_customer(country: Country) -> None:
    one, number = with_a_card(country)
    other = country.counter()
    other.sync()

    her_card(other, number)
    other.sync()

    assert country.hq(sa.select(COUNT).select_from(quarantine)) == 0
    assert country.hq(sa.select(COUNT).select_from(card)) == 2
    assert believed(one, read(other, number)) == "Nguyễn Thị Ánh Tuyết"
