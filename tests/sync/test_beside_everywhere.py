"""What one counter writes beside a customer is seen, found, used and forgotten at every counter."""

from datetime import timedelta

import sqlalchemy as sa

from app.clock import Clock
from app.domain.identities import Clerk, Role
from app.ids import new_id
from app.queries.customers import CustomerPage, customer_page
from app.queries.finding import find
from app.services.addresses import NoteAddress, note_address
from app.services.consents import StateConsent, state_consent
from app.services.customers import RegisterCustomer, register_customer
from app.services.erasure import EraseCustomer, erase_customer
from app.services.linking import LinkCustomers, UnlinkCustomers, link_customers, unlink_customers
from app.services.organisations import (
    DescribeOrganisation,
    OrganisationDraft,
    describe_organisation,
)
from app.store.bundles import PARTS
from app.store.verification import verify
from sync.headquarters.snapshots import make_snapshot
from sync.simulation.invariants import counters_see_the_same_customers
from tests.sync.country import Counter, Country

CLERK = Clerk(1, "gdv1", "Trần Minh Châu", Role.CLERK)
SUPERVISOR = Clerk(2, "ksv1", "Lê Hồng Phúc", Role.SUPERVISOR)


def an_id(clock: Clock) -> bytes:
    return new_id(clock.now_ms())


def a_customer(at: Counter, name: str) -> str:
    form = RegisterCustomer(
        command_id=an_id(at.store.clock),
        full_name=name,
        birth_date=None,
        sex=None,
        citizen=None,
        phones=(),
        street="12 Hàng Bông",
        commune="00070",
    )
    return register_customer(form, at.store.unit_of_work(), CLERK).number


def says(at: Counter, number: str, *, given: bool) -> None:
    command = StateConsent(an_id(at.store.clock), number, "marketing", given)
    state_consent(command, at.store.unit_of_work(), CLERK)


def page(at: Counter, number: str) -> CustomerPage:
    with at.store.reading() as connection:
        return customer_page(connection, number, at.store.clock.now_ms())


def consent(at: Counter, number: str) -> str:
    return next(each.state for each in page(at, number).consents if each.purpose == "marketing")


def all_sync(country: Country) -> None:
    for counter in country.counters * 2:
        assert counter.sync().problem == ""
        country.clock.advance(1_000)


def check(country: Country) -> None:
    for counter in country.counters:
        counters_see_the_same_customers(country.headquarters, counter.store)
        assert verify(counter.store).problems == ()


def test_consent_given_at_one_counter_is_withdrawn_at_another(country: Country) -> None:
    here, there = country.counter(), country.counter()
    number = a_customer(here, "Nguyễn Thị Ánh")
    says(here, number, given=True)
    all_sync(country)
    assert consent(there, number) == "given"

    says(there, number, given=False)
    all_sync(country)

    assert (consent(here, number), consent(there, number)) == ("withdrawn", "withdrawn")
    says(here, number, given=True)
    all_sync(country)
    assert consent(there, number) == "given"
    check(country)


def test_an_organisation_its_people_and_addresses_are_known_everywhere(country: Country) -> None:
    here, there = country.counter(), country.counter()
    person = a_customer(here, "Trần Văn Bình")
    whole = a_customer(here, "Công ty Sách Hàng Trống")
    uow, clock = here.store.unit_of_work, country.clock
    draft = OrganisationDraft("company", "0100109106")
    describe_organisation(DescribeOrganisation(an_id(clock), whole, draft), uow(), CLERK)
    link_customers(LinkCustomers(an_id(clock), person, whole, "sender"), uow(), CLERK)
    old = NoteAddress(an_id(clock), whole, "old", as_written="3 Hàng Khay, quận Hoàn Kiếm")
    note_address(old, uow(), CLERK)

    all_sync(country)

    seen = page(there, whole)
    assert seen.organisation is not None
    assert seen.organisation.tax_code == "0100109106"
    assert [each.other.number for each in seen.links] == [person]
    assert [each.as_written for each in seen.addresses] == ["3 Hàng Khay, quận Hoàn Kiếm"]
    with there.store.reading() as connection:
        for words in ("0100109106", "hang khay hoan kiem"):
            hits = find(connection, words, clock.now_ms()).hits
            assert whole in [hit.code for hit in hits], words

    gone = UnlinkCustomers(an_id(clock), seen.links[0].link, "nghỉ việc")
    unlink_customers(gone, there.store.unit_of_work(), CLERK)
    all_sync(country)
    assert [each.ended is None for each in page(here, person).links] == [False]
    check(country)


def test_a_new_counter_gets_it_with_its_first_download(country: Country) -> None:
    here = country.counter()
    number = a_customer(here, "Nguyễn Thị Ánh")
    says(here, number, given=True)
    all_sync(country)
    hq = country.headquarters
    make_snapshot(hq.database, hq.keys, "P:01", country.clock.now_ms(), 2)

    new = country.counter()
    assert new.sync().problem == ""

    assert consent(new, number) == "given"
    check(country)


def test_nothing_stays_anywhere_of_a_customer_who_is_erased(country: Country) -> None:
    here, there = country.counter(), country.counter()
    number = a_customer(here, "Nguyễn Thị Ánh")
    says(here, number, given=True)
    old = NoteAddress(an_id(country.clock), number, "old", as_written="3 Hàng Khay")
    note_address(old, here.store.unit_of_work(), CLERK)
    all_sync(country)
    says(there, number, given=False)
    all_sync(country)
    country.clock.advance(round(timedelta(days=400).total_seconds() * 1000))

    wanted = EraseCustomer(an_id(country.clock), number, "đơn ngày 1/11")
    erase_customer(wanted, here.store.unit_of_work(), SUPERVISOR)
    all_sync(country)

    for counter in country.counters:
        with counter.store.reading() as connection:
            for part in PARTS:
                assert connection.execute(sa.select(part.table)).all() == []
            assert find(connection, "hang khay", country.clock.now_ms()).hits == ()
    check(country)
