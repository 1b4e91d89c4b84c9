"""Two counters change one field: a person chooses, at any counter, and all show the same."""

import pytest
import sqlalchemy as sa

from app.services.conflicts import (
    ConflictSettledBefore,
    ConflictUnknown,
    SettleConflict,
    ValueMovedOn,
    settle_conflict,
)
from app.services.erasure import EraseCustomer, erase_customer
from app.services.permissions import NotPermitted
from app.services.person import CitizenPaper
from app.store.tables.conflicts import conflict_settled
from app.store.tables.customers import customer
from sync.headquarters.settling import (
    take_other_value,
)
from sync.headquarters.staff_tables import conflict_decision
from sync.headquarters.tables import conflict
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
from tests.sync.country import Country
from tests.sync.test_beside_everywhere import (
    CLERK,
    SUPERVISOR,
    a_customer,
    all_sync,
    an_id,
    check,
    page,
)


def test_the_value_that_holds_is_kept_and_everybody_sees_it_closed(country: Country) -> None:
    here, there, number = two_streets(country)

    settles(here, take=False)
    assert page(here, number).conflicts == ()
    assert len(page(there, number).conflicts) == 1
    all_sync(country)

    for counter in (here, there):
        assert page(counter, number).conflicts == ()
        (line,) = lines(counter, settled=True)
        assert line.settled is not None
        assert (line.settled.by.name, line.settled.reason) == ("Lê Hồng Phúc", "đã hỏi khách")
        assert (line.settled.here, line.settled.too_late) == (counter is here, False)
        assert street(counter) == "Hàng Đào"
    check(country)


def test_the_other_value_is_taken_without_a_line_and_travels_later(country: Country) -> None:
    here, there, number = two_streets(country)

    settles(there, take=True)
    assert street(there) == "Phố Huế"
    (line,) = lines(there, settled=True)
    assert (line.holds.value, line.other.value) == ("Phố Huế", "Hàng Đào")
    all_sync(country)

    for counter in (here, there):
        assert street(counter) == "Phố Huế"
        assert page(counter, number).conflicts == ()
    with country.headquarters.database.reading() as connection:
        made = connection.execute(sa.select(conflict_decision)).one()
    assert (made.stands, made.who) == ("theirs", "Lê Hồng Phúc (100950-2)")
    check(country)


def test_the_same_answer_again_is_booked_once(small_country: Country) -> None:
    here, _, _ = two_streets(small_country)
    command = SettleConflict(
        an_id(small_country.clock), lines(here)[0].conflict, take=True, reason="đã hỏi khách"
    )

    first = settle_conflict(command, here.store.unit_of_work(), SUPERVISOR)
    again = settle_conflict(command, here.store.unit_of_work(), SUPERVISOR)

    assert first == again
    assert here.scalar(sa.select(sa.func.count()).select_from(conflict_settled)) == 1
    with pytest.raises(ConflictSettledBefore):
        settles(here, take=False, name=command.conflict)
    all_sync(small_country)
    check(small_country)


def test_what_staff_settled_shows_at_counters(small_country: Country) -> None:
    here, there, number = two_streets(small_country)
    hq = small_country.headquarters

    take_other_value(hq.database, contention(small_country), "gọi khách", hq.clock.now_ms(), WHO)
    all_sync(small_country)

    for counter in (here, there):
        assert page(counter, number).conflicts == ()
        (line,) = lines(counter, settled=True)
        assert line.holds.value == "Phố Huế"
        with pytest.raises(ConflictSettledBefore):
            settles(counter, take=False, name=line.conflict)
    check(small_country)


def test_only_supervisors_settle_and_only_what_contends(small_country: Country) -> None:
    here, _, _ = two_streets(small_country)

    with pytest.raises(NotPermitted):
        settles(here, take=True, clerk=CLERK)
    for name in ("", "x", "00-street", "0" * 32 + "-street"):
        with pytest.raises(ConflictUnknown):
            settles(here, take=True, name=name or "-")


def test_who_somebody_is_can_be_taken_from_the_later_edit(small_country: Country) -> None:
    here, there, number = two_births(small_country)
    (line,) = page(there, number).conflicts
    assert (line.holds.value, line.other.value) == ("Nguyễn Thị Anh", "Nguyễn Thị Oanh")

    settles(here, take=True)
    all_sync(small_country)

    for counter in (here, there):
        assert page(counter, number).full_name == "Nguyễn Thị Oanh"
    check(small_country)


def test_a_citizen_number_taken_finds_its_customer_and_shows_masked(small_country: Country) -> None:
    here, there = small_country.counter(), small_country.counter()
    number = a_customer(here, "Nguyễn Thị Ánh")
    all_sync(small_country)
    for at, citizen in ((here, "001190000001"), (there, "001190000018")):
        edits(at, number, "citizen", "", CitizenPaper(citizen, "card"))
    all_sync(small_country)
    assert "001190" not in lines(here)[0].holds.value

    settles(here, take=True)
    all_sync(small_country)

    for counter in (here, there):
        with counter.store.reading() as connection:
            assert connection.scalar(sa.select(customer.c.citizen_number)) == "001190000018"
    check(small_country)


def test_nothing_is_put_back_over_a_third_value(small_country: Country) -> None:
    here, there, number = two_streets(small_country)
    edits(here, number, "street", "Hàng Đào", "Cầu Gỗ")

    (line,) = page(here, number).conflicts
    assert line.record == "Cầu Gỗ"
    with pytest.raises(ValueMovedOn):
        settles(here, take=True)
    settles(here, take=False)
    all_sync(small_country)

    assert street(there) == "Cầu Gỗ"
    assert page(there, number).conflicts == ()
    check(small_country)


def test_an_edit_of_who_was_erased_meanwhile_comes_to_nothing(small_country: Country) -> None:
    here, there, number = two_streets(small_country)
    command = EraseCustomer(an_id(small_country.clock), number, "khách yêu cầu")
    erase_customer(command, here.store.unit_of_work(), SUPERVISOR)
    edits(there, number, "street", "Hàng Đào", "Lý Quốc Sư")
    here.sync()
    all_sync(small_country)

    assert small_country.hq(sa.select(sa.func.count()).select_from(conflict)) == 0
    for counter in (here, there):
        assert street(counter) == ""
    check(small_country)
