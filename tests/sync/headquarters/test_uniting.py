"""What headquarters says of two customers reaches every counter, and can be taken back."""

import pytest
import sqlalchemy as sa

from app.store.merges import root_of
from app.store.verification import verify
from sync.headquarters.revoking import ReasonMissing
from sync.headquarters.staff_log import check_chain
from sync.headquarters.staff_tables import duplicate
from sync.headquarters.tables import entry, hq_log
from sync.headquarters.uniting import (
    CustomerNotHere,
    Decision,
    NotOfOneKind,
    NotTheSame,
    SameAlready,
    keep_apart,
    merge,
    unmerge,
)
from tests.sync.country import Counter, Country
from tests.sync.headquarters.console.scene import sealed
from tests.sync.test_subjects import described, merged, shown_name, two_customers

WHO = "an Nguyễn Văn An"


def leads(counter: Counter, uid: bytes) -> bytes:
    assert counter.sync().problem == ""
    assert verify(counter.store).ok
    with counter.store.reading() as connection:
        return root_of(connection, uid)


def test_a_merge_and_its_undoing_reach_every_counter(country: Country) -> None:
    counter, other = country.counter(), country.counter()
    one, two = two_customers(counter)
    other.sync()
    hq = country.headquarters
    before = sealed(hq)
    said = Decision(one.number, two.number, "cùng một người", WHO)

    merge(hq.database, said, hq.clock.now_ms())

    assert [leads(each, two.uid) for each in (counter, other)] == [one.uid] * 2
    with other.store.reading() as connection:
        assert shown_name(connection, one.uid) == one.full_name
    unmerge(hq.database, said, hq.clock.now_ms())
    assert [leads(each, two.uid) for each in (counter, other)] == [two.uid] * 2
    assert sealed(hq) == before
    with hq.database.reading() as connection:
        assert check_chain(connection).broken_at == 0
        told = connection.scalars(sa.select(hq_log.c.what).order_by(hq_log.c.number)).all()[-2:]
        assert connection.scalar(sa.select(duplicate.c.state)) == "apart"
    assert told == ["customers_merged", "customers_unmerged"]


def test_what_one_lacks_is_taken_from_the_other(country: Country) -> None:
    counter = country.counter()
    one = counter.registration(1, phones=[], alert_note="")
    two = counter.registration(2)
    counter.record(one)
    counter.record(two)
    counter.sync()
    hq = country.headquarters

    merge(hq.database, Decision(one.number, two.number, "trùng", WHO), hq.clock.now_ms())

    counter.sync()
    with counter.store.reading() as connection:
        shown = connection.execute(
            sa.text("SELECT phones, alert_note FROM customer WHERE uid = :uid"), {"uid": one.uid}
        ).one()
    assert tuple(shown) == ("+84903123456", "nghe kém")
    assert verify(counter.store).ok


def test_the_same_merge_at_a_counter_meanwhile_doubles_nothing(country: Country) -> None:
    counter, other = country.counter(), country.counter()
    one, two = two_customers(counter)
    other.sync()
    hq = country.headquarters
    merge(hq.database, Decision(one.number, two.number, "trùng", WHO), hq.clock.now_ms())
    country.clock.advance(1_000)
    counter.record(merged(two, one))

    assert [leads(each, two.uid) for each in (counter, other, counter)] == [one.uid] * 3
    unmerge(hq.database, Decision(two.number, one.number, "hai người", WHO), hq.clock.now_ms())
    assert [leads(each, two.uid) for each in (counter, other)] == [two.uid] * 2
    assert [leads(each, one.uid) for each in (counter, other)] == [one.uid] * 2


def test_what_cannot_be_is_refused(country: Country) -> None:
    counter = country.counter()
    one, two = two_customers(counter)
    three = counter.registration(3)
    counter.record(three)
    counter.record(described(three, None, "0100109106"))
    counter.sync()
    database = country.headquarters.database
    said = Decision(one.number, two.number, "trùng", WHO)
    nobody = counter.registration(9).number

    for deed, made, refusal in (
        (merge, Decision(one.number, two.number, "  ", WHO), ReasonMissing),
        (merge, Decision(one.number, one.number, "x", WHO), SameAlready),
        (merge, Decision(one.number, three.number, "x", WHO), NotOfOneKind),
        (merge, Decision(one.number, nobody, "x", WHO), CustomerNotHere),
        (unmerge, said, NotTheSame),
        (keep_apart, Decision(two.number, two.number, "x", WHO), SameAlready),
    ):
        with pytest.raises(refusal):
            deed(database, made, 5)
    assert country.hq(sa.select(sa.func.count()).select_from(duplicate)) == 0
    assert country.hq(sa.select(sa.func.count()).select_from(entry)) > 0
