"""A person of headquarters settles a conflict: noted with name and reason, nothing else moves."""

import pytest
import sqlalchemy as sa

from app.journal.kinds.customers import Change, CustomerEdited
from app.store.tables.customers import customer
from app.store.tables.relations import organisation
from app.store.verification import verify
from sync.headquarters.revoking import ReasonMissing
from sync.headquarters.settling import (
    Contention,
    NoSuchConflict,
    ValueOvertaken,
    settle_conflict,
    take_other_value,
)
from sync.headquarters.staff_tables import conflict_decision
from sync.headquarters.tables import conflict, hq_log
from tests.app.store.bookkeeping import a_citizen
from tests.sync.country import Country
from tests.sync.headquarters.console.scene import furnish, sealed
from tests.sync.test_subjects import described, two_customers

WHO = "an Nguyễn Văn An"


def test_the_value_in_force_stands_and_is_explained(country: Country) -> None:
    furnish(country)
    hq = country.headquarters
    before = sealed(hq)
    with hq.database.reading() as connection:
        found = connection.execute(sa.select(conflict)).one()
    which = Contention(found.place, found.field)

    with pytest.raises(ReasonMissing):
        settle_conflict(hq.database, which, " ", 1, "an Nguyễn Văn An")
    settle_conflict(hq.database, which, "đã gọi khách", 1, "an Nguyễn Văn An")

    with hq.database.reading() as connection:
        made = connection.execute(sa.select(conflict_decision)).one()
        street = connection.scalar(sa.select(customer.c.street).where(customer.c.uid == found.uid))
    assert (made.stands, made.who, made.reason) == ("mine", "an Nguyễn Văn An", "đã gọi khách")
    assert street == "Hàng Đào"
    assert sealed(hq) == before


def test_the_other_value_stands_at_every_counter(country: Country) -> None:
    furnish(country)
    hq = country.headquarters
    before = sealed(hq)
    which = contention(country)
    with pytest.raises(ReasonMissing):
        take_other_value(hq.database, which, "", 1, WHO)

    take_other_value(hq.database, which, "đã gọi khách", hq.clock.now_ms(), WHO)

    with hq.database.reading() as connection:
        made = connection.execute(sa.select(conflict_decision)).one()
        log = connection.execute(sa.select(hq_log).order_by(hq_log.c.number.desc())).first()
    assert (made.stands, made.who) == ("theirs", WHO)
    assert log is not None
    assert log.what == "other_value_taken"
    assert sealed(hq) == before
    for counter in country.counters[:2]:
        assert counter.sync().problem == ""
        with counter.store.reading() as connection:
            streets = connection.scalars(sa.select(customer.c.street)).all()
        assert "Phố Huế" in streets
        assert "Hàng Đào" not in streets
        assert verify(counter.store).ok


def test_a_value_that_was_overtaken_is_not_put_back(country: Country) -> None:
    furnish(country)
    counter, which = country.counters[0], contention(country)
    her = counter.registration(1)
    counter.sync()
    change = Change("street", "Hàng Đào", "Cầu Gỗ")
    counter.record(CustomerEdited(uid=her.uid, base_version=2, changes=[change], citizen=None))
    counter.sync()

    with pytest.raises(ValueOvertaken):
        take_other_value(country.headquarters.database, which, "x", 1, WHO)


def test_a_citizen_number_that_lost_finds_the_customer_again(country: Country) -> None:
    counter, other = country.counter(), country.counter()
    her = counter.registration(1)
    counter.record(her)
    counter.sync()
    other.sync()
    for where, number in ((counter, "001090000001"), (other, "001090000002")):
        change = Change("citizen", None, number)
        where.record(
            CustomerEdited(uid=her.uid, base_version=1, changes=[change], citizen=a_citizen(number))
        )
        where.sync()
    hq = country.headquarters

    take_other_value(hq.database, contention(country), "xem thẻ", hq.clock.now_ms(), WHO)

    for each in (counter, other):
        each.sync()
        with each.store.reading() as connection:
            found = connection.execute(
                sa.select(customer.c.citizen_number, customer.c.citizen_lookup)
            ).one()
        assert tuple(found) == ("001090000002", b"001090000002")
        assert verify(each.store).ok


def test_a_tax_code_that_lost_stands(country: Country) -> None:
    counter, other = country.counter(), country.counter()
    whole, _ = two_customers(counter)
    other.sync()
    counter.record(described(whole, None, "0100109106"))
    other.record(described(whole, None, "0301442989"))
    counter.sync()
    other.sync()
    hq = country.headquarters

    take_other_value(hq.database, contention(country), "giấy phép", hq.clock.now_ms(), WHO)

    assert country.hq(sa.select(sa.cast(organisation.c.tax_code, sa.BigInteger))) == 301442989


def contention(country: Country) -> Contention:
    with country.headquarters.database.reading() as connection:
        found = connection.execute(sa.select(conflict)).one()
    return Contention(found.place, found.field)


def test_what_does_not_contend_cannot_be_settled(country: Country) -> None:
    with pytest.raises(NoSuchConflict):
        settle_conflict(country.headquarters.database, Contention(1, "street"), "x", 1, "an")
