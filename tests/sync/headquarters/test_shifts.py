"""Shifts of two counters of one office, each with a first one, added up again at headquarters."""

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from app.domain.drawer import Count
from app.journal.appending import body_bytes
from app.journal.kinds.shifts import ShiftClosed, ShiftOpened
from app.services.closing import CloseShift, close_shift
from app.services.shifts import OpenShift, open_shift
from app.store.tables.shifts import cash_count, shift
from sync.headquarters.judging import holds_of, needs_of
from sync.headquarters.shifts import ShiftDoubt, doubtful_shifts
from sync.headquarters.tables import quarantine
from tests.builders import CHAU, a_command_id
from tests.sync.country import Counter, Country
from tests.sync.forgery import forged, pushed_by_hand


def a_closed_shift(counter: Counter, counted_vnd: int = 500_000) -> str:
    """Opened with 500,000 and closed with what was counted."""
    store = counter.store
    opening = OpenShift(a_command_id(), Count({100_000: 5}))
    number = open_shift(opening, store.unit_of_work(), CHAU).shift
    her = counter.registration(1)
    counter.record(her)
    counter.record(*counter.sale(1, her.uid))
    closing = CloseShift(a_command_id(), Count(loose_vnd=counted_vnd))
    close_shift(closing, store.unit_of_work(), CHAU)
    return number


def doubts(country: Country) -> tuple[ShiftDoubt, ...]:
    with country.headquarters.database.reading() as connection:
        return doubtful_shifts(connection)


def count(country: Country, table: sa.Table) -> int:
    return country.hq(sa.select(sa.func.count()).select_from(table))


def test_the_first_shifts_of_two_counters_stand_side_by_side(country: Country) -> None:
    one, other = country.counter(), country.counter()

    numbers = [a_closed_shift(one), a_closed_shift(other, 480_000)]

    assert [one.sync().problem, other.sync().problem] == ["", ""]
    assert numbers == ["100950-1-C00001", "100950-2-C00001"]
    assert (count(country, shift), count(country, cash_count)) == (2, 2)
    assert country.hq(sa.select(sa.func.sum(shift.c.difference_vnd))) == -48_512
    assert count(country, quarantine) == 0
    assert doubts(country) == ()


def test_a_shift_whose_sums_are_not_those_of_its_entries_is_told(country: Country) -> None:
    counter = country.counter()
    number = a_closed_shift(counter)
    counter.sync()
    with country.headquarters.database.writing() as connection:
        row = connection.execute(sa.select(shift.c.closed)).scalar_one()
        body = replace(_closed(row), accounts=[])
        connection.execute(sa.update(shift).values(closed=body_bytes(body)))

    assert doubts(country) == (ShiftDoubt(number, "accounts"),)


def test_entries_missing_or_a_foreign_head_are_told_too(country: Country) -> None:
    counter = country.counter()
    number = a_closed_shift(counter)
    counter.sync()
    with country.headquarters.database.reading() as connection:
        body = _closed(connection.execute(sa.select(shift.c.closed)).scalar_one())
    for what, wrong in (
        ("kinds", replace(body, kinds=body.kinds[:-1])),
        ("head", replace(body, head_hash=bytes(32))),
    ):
        with country.headquarters.database.writing() as connection:
            connection.execute(sa.update(shift).values(closed=body_bytes(wrong)))
        assert doubts(country) == (ShiftDoubt(number, what),)


def test_a_shift_of_another_counters_drawer_has_no_effect(country: Country) -> None:
    one, other = country.counter(), country.counter()
    a_closed_shift(one)
    one.sync()
    other.record(other.registration(1))
    other.sync()
    with one.store.reading() as connection:
        theirs = connection.execute(sa.select(shift.c.opened)).scalar_one()
    body = msgspec.json.decode(theirs, type=ShiftOpened)

    pushed_by_hand(other, forged(other, body))

    assert count(country, shift) == 1
    assert country.hq(sa.select(sa.func.count()).where(quarantine.c.code == "other_drawer")) == 1


def test_what_a_shift_is_held_by_and_waits_for() -> None:
    opened = ShiftOpened(
        shift="100950-2-C00007", serial=7, office="100950", counter="2", opening="automatic",
        clerk_id=1, clerk_name="Châu", notes=[], loose_vnd=0, carried_vnd=0, received_vnd=0,
        float_vnd=0, difference_vnd=0, postings=[],
    )  # fmt: skip

    assert list(holds_of(opened)) == ["shift:100950-2-C00007"]
    assert list(needs_of(opened)) == ["shift:100950-2-C00006"]


def _closed(detail: bytes) -> ShiftClosed:
    return msgspec.json.decode(detail, type=ShiftClosed)
