"""A customer of another province is fetched while there is a line, and kept for a month."""

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.queries.finding import find
from app.services.cards import admit_card
from app.store.customers import customer_by_number
from app.store.lookups import citizen_lookup
from app.store.pinned import KEPT_MS
from app.store.station import here
from app.store.tables.cards import pinned_customer
from app.store.tables.customers import customer
from app.store.verification import verify
from sync.fetching import (
    CustomerNowhere,
    FetchUnreached,
    HolderUnasked,
    fetch_customer,
    fetch_holder,
)
from sync.headquarters.tables import hq_log
from tests.app.store.bookkeeping import a_citizen, a_merge
from tests.sync.country import Counter, Country, lost
from tests.sync.headquarters.test_cards import CHAU, COUNT, digits, forget, with_a_card


def fetched(counter: Counter, number: str) -> str:
    return fetch_customer(counter.store, counter.wire, number, "gdv1")


def a_foreigner(country: Country) -> tuple[Counter, Counter, str]:
    one, number = with_a_card(country)
    other = country.counter()
    other.sync()
    forget(other, number)
    return one, other, number


def test_the_record_comes_and_the_question_stands_in_the_log(country: Country) -> None:
    one, other, number = a_foreigner(country)

    assert fetched(other, number) == number

    with one.store.reading() as here, other.store.reading() as there:
        theirs, ours = (customer_by_number(each, number) for each in (here, there))
    assert (ours.uid, ours.full_name, ours.phones) == (theirs.uid, theirs.full_name, theirs.phones)
    assert verify(other.store).ok
    line = sa.select(hq_log.c.detail).where(hq_log.c.what == "customer_fetched")
    with country.headquarters.database.reading() as connection:
        assert connection.scalars(line).all() == [f"7002/1 gdv1: {number}"]


def test_nobody_has_the_number(small_country: Country) -> None:
    one = small_country.counter()
    one.sync()

    with pytest.raises(CustomerNowhere):
        fetched(one, "0126000999939")


def test_without_a_line_the_clerk_hears_of_the_other_ways(small_country: Country) -> None:
    _, other, number = a_foreigner(small_country)
    other.wire.before = lost

    with pytest.raises(FetchUnreached):
        fetched(other, number)
    with other.store.reading() as connection:
        found = find(connection, number, other.store.clock.now_ms())
    assert (found.unknown, found.elsewhere) == (number, True)


def test_the_record_of_who_was_served_by_a_card_comes_with_the_next_pass(
    country: Country,
) -> None:
    one, other, number = a_foreigner(country)
    with other.store.reading() as connection:
        found = find(connection, digits(one, number), other.store.clock.now_ms())
    assert found.foreign is not None
    admit_card(found.foreign, other.store.unit_of_work(), CHAU)

    assert other.sync().problem == ""

    with other.store.reading() as connection:
        assert customer_by_number(connection, number).version > 0


def test_without_a_line_too_her_month_comes_to_an_end(small_country: Country) -> None:
    _, number = with_a_card(small_country)
    far = small_country.counter(FAR)
    fetched(far, number)
    far.wire.before = lost
    small_country.clock.advance(KEPT_MS + 60_000)

    far.sync()

    assert far.scalar(sa.select(COUNT).select_from(pinned_customer)) == 0
    assert far.scalar(sa.select(COUNT).select_from(customer)) == 0


CITIZEN = "001090000001"
FAR = "700900"


def with_a_paper(country: Country, number: str, older: str = "") -> tuple[Counter, str]:
    """A customer registered by a citizen paper, in the keyed hashes of this country."""
    one = country.counter()
    with one.store.reading() as connection:
        key = here(connection).lookup_key
    paper = replace(
        a_citizen(number),
        lookup=citizen_lookup(key, number),
        old_number=older,
        old_lookup=citizen_lookup(key, older) if older else None,
    )
    her = replace(one.registration(1), citizen=paper)
    one.record(her)
    assert one.sync().problem == ""
    return one, her.number


def sought(counter: Counter, citizen: str) -> str:
    return fetch_holder(counter.store, counter.wire, citizen, "gdv1")


@pytest.mark.parametrize("shown", [CITIZEN, "012345678"])
def test_the_bearer_of_a_paper_is_found_by_its_hash_alone(country: Country, shown: str) -> None:
    _, number = with_a_paper(country, CITIZEN, "012345678")
    far = country.counter(FAR)
    far.sync()

    assert sought(far, shown) == number

    with far.store.reading() as connection:
        assert customer_by_number(connection, number).full_name
        digest = citizen_lookup(here(connection).lookup_key, shown).hex()
    line = sa.select(hq_log.c.detail).where(hq_log.c.what == "customer_fetched")
    with country.headquarters.database.reading() as connection:
        said = connection.scalars(line).all()
    assert said == [f"7002/1 gdv1: #{digest[:16]} > {number}"]
    assert shown not in said[0]


def test_whoever_was_merged_leads_to_the_record_that_stands(small_country: Country) -> None:
    one, number = with_a_paper(small_country, CITIZEN)
    winner = one.registration(2)
    one.record(winner)
    one.record(a_merge(winner=2, loser=1))
    assert one.sync().problem == ""
    far = small_country.counter(FAR)

    assert sought(far, CITIZEN) == winner.number != number


def test_a_paper_that_nobody_registered_by_leads_nowhere(small_country: Country) -> None:
    with_a_paper(small_country, CITIZEN)
    far = small_country.counter(FAR)

    assert sought(far, "001090000035") == ""


def test_the_bearer_of_a_paper_cannot_be_asked_for_without_a_line(small_country: Country) -> None:
    far = small_country.counter(FAR)
    far.wire.before = lost

    with pytest.raises(HolderUnasked):
        sought(far, CITIZEN)
