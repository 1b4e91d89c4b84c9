"""A conflict is settled once: whoever comes first to headquarters is heard."""

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.customers import Change
from app.services.organisations import (
    DescribeOrganisation,
    OrganisationDraft,
    describe_organisation,
)
from app.store.tables.customers import customer
from sync.headquarters.settling import (
    ConflictIsSettled,
    take_other_value,
)
from sync.headquarters.settling import (
    settle_conflict as staff_settles,
)
from sync.headquarters.staff_tables import conflict_decision
from sync.simulation.invariants import only_for_a_reason_is_held
from tests.sync.contending import (
    WHO,
    contention,
    edits,
    lines,
    settles,
    street,
    two_births,
    two_streets,
)
from tests.sync.country import Counter, Country
from tests.sync.forgery import forged, pushed_by_hand
from tests.sync.headquarters.test_ingest import held
from tests.sync.test_beside_everywhere import (
    CLERK,
    a_customer,
    all_sync,
    an_id,
    check,
    page,
)


def test_an_answer_after_headquarters_own_changes_nothing_and_is_told(country: Country) -> None:
    here, there, _ = two_streets(country)
    hq = country.headquarters
    staff_settles(hq.database, contention(country), "gọi khách", hq.clock.now_ms(), WHO)

    settles(here, take=True)
    assert street(here) == "Phố Huế"
    all_sync(country)

    for counter in (here, there):
        assert street(counter) == "Hàng Đào"
        (line,) = lines(counter, settled=True)
        assert line.settled is not None
        assert (line.settled.by.name, line.settled.reason) == (WHO, "gọi khách")
        assert line.settled.too_late == (counter is here)
    check(country)


def test_of_two_counters_the_first_to_arrive_is_heard(small_country: Country) -> None:
    here, there, _ = two_streets(small_country)

    settles(here, take=True)
    settles(there, take=False)
    all_sync(small_country)

    for counter in (here, there):
        assert street(counter) == "Phố Huế"
        (line,) = lines(counter, settled=True)
        assert line.settled is not None
        assert line.settled.by.counter == "1"
        assert line.settled.too_late == (counter is there)
        assert line.holds.value == "Phố Huế"
    only_for_a_reason_is_held(small_country.headquarters, ())
    check(small_country)


def test_staff_settle_nothing_that_a_counter_has_settled(small_country: Country) -> None:
    here, _, _ = two_streets(small_country)
    which = contention(small_country)
    settles(here, take=False)
    all_sync(small_country)

    with pytest.raises(ConflictIsSettled):
        take_other_value(small_country.headquarters.database, which, "x", 1, WHO)
    with pytest.raises(ConflictIsSettled):
        staff_settles(small_country.headquarters.database, which, "x", 1, WHO)


def test_an_answer_that_meets_a_newer_edit_contends_in_its_turn(small_country: Country) -> None:
    here, there, number = two_births(small_country)
    settles(here, take=True)
    edits(there, number, "full_name", "Nguyễn Thị Anh", "Nguyễn Thị An")
    there.sync()
    all_sync(small_country)

    for counter in (here, there):
        assert page(counter, number).full_name == "Nguyễn Thị An"
        (line,) = page(counter, number).conflicts
        assert (line.holds.value, line.other.value) == ("Nguyễn Thị An", "Nguyễn Thị Oanh")
        assert line.other.by.name == "Lê Hồng Phúc"
    check(small_country)


def test_an_answer_that_headquarters_cannot_place_is_merged_like_an_edit(
    small_country: Country,
) -> None:
    """A copy of headquarters may have forgotten the conflict."""
    here, there = small_country.counter(), small_country.counter()
    her = here.registration(1)
    here.record(her)
    all_sync(small_country)
    fact = ConflictSettled(
        uid=her.uid,
        edit=bytes(16),
        fields=["street"],
        stands="theirs",
        changes=[Change("street", her.street, "Phố Huế")],
        citizen=None,
        reason="đã hỏi khách",
        clerk_name="Lê Hồng Phúc",
    )
    here.record(fact, replace(fact, fields=["alert_note"], changes=[]))
    all_sync(small_country)

    assert street(there) == "Phố Huế"
    check(small_country)


def test_what_an_organisation_is_can_be_taken_too(small_country: Country) -> None:
    here, there = small_country.counter(), small_country.counter()
    whole = a_customer(here, "Công ty Sách")
    all_sync(small_country)
    for at, tax_code in ((here, "0100109106"), (there, "0301442989")):
        draft = OrganisationDraft("company", tax_code)
        command = DescribeOrganisation(an_id(small_country.clock), whole, draft)
        describe_organisation(command, at.store.unit_of_work(), CLERK)
    all_sync(small_country)
    (line,) = page(there, whole).conflicts
    assert ("0100109106" in line.holds.value, "0301442989" in line.other.value) == (True, True)

    settles(there, take=True)
    all_sync(small_country)

    for counter in (here, there):
        organisation = page(counter, whole).organisation
        assert organisation is not None
        assert organisation.tax_code == "0301442989"
        assert page(counter, whole).conflicts == ()
    check(small_country)


def test_an_answer_that_is_neither_value_is_held_and_settles_nothing(country: Country) -> None:
    here, _, _ = two_streets(country)
    told = lines(here)[0]
    mad = ConflictSettled(
        uid=a_uid(here),
        edit=bytes.fromhex(told.conflict.partition("-")[0]),
        fields=["street"],
        stands="no such side",
        changes=[],
        citizen=None,
        reason="thử",
        clerk_name="Châu",
    )

    status, _ = pushed_by_hand(here, forged(here, mad))

    assert status == 200
    assert held(country)[-1][1:] == ("quarantined", "impossible")
    assert country.hq(sa.select(sa.func.count()).select_from(conflict_decision)) == 0


def a_uid(counter: Counter) -> bytes:
    """Of the only customer there."""
    with counter.store.reading() as connection:
        return bytes(connection.execute(sa.select(customer.c.uid)).scalar_one())
