"""Complaints at headquarters: folded by the counter's own fold, held where they cannot be."""

import sqlalchemy as sa
from msgspec.structs import replace

from app.domain.complaint_number import complaint_number
from app.journal.kinds.complaints import (
    ComplaintErased,
    ComplaintInvestigated,
    ComplaintReceived,
    ComplaintStated,
)
from app.store.tables.complaints import complaint, complaint_event
from app.store.tables.journal import erasure
from sync.headquarters.tables import entry, quarantine
from tests.app.store.fold.test_complaints import RECEIVED, STATED
from tests.sync.country import OFFICE, Counter, Country
from tests.sync.forgery import forged, pushed_by_hand


def held(country: Country) -> list[tuple[str, str]]:
    with country.headquarters.database.reading() as connection:
        found = connection.execute(sa.select(quarantine).order_by(quarantine.c.place))
        return [(row.status, row.code) for row in found]


def a_case(counter: Counter, of: int = 0) -> tuple[ComplaintReceived, ComplaintStated]:
    """The first case of a counter, or of counter ``of``."""
    number = complaint_number(OFFICE, str(of or counter.number), 1)
    return replace(RECEIVED, number=number), replace(STATED, number=number)


def a_step(number: str, was: str) -> ComplaintInvestigated:
    return ComplaintInvestigated(
        number=number, was=was, owner=1, owner_name="Châu", clerk_name="Châu"
    )


def test_cases_of_two_counters_stand_side_by_side(country: Country) -> None:
    for counter in (country.counter(), country.counter()):
        case = a_case(counter)
        counter.record(*case)
        counter.record(a_step(case[0].number, "received"))
        assert counter.sync().problem == ""

    found = sa.select(sa.func.count()).select_from(complaint)
    assert country.hq(found.where(complaint.c.state == "investigating")) == 2
    assert country.hq(sa.select(sa.func.count()).select_from(complaint_event)) == 4
    assert held(country) == []


def test_a_step_from_a_state_that_was_left_is_kept_and_told(country: Country) -> None:
    counter = country.counter()
    counter.record(*a_case(counter))
    counter.sync()
    number = a_case(counter)[0].number

    pushed_by_hand(counter, forged(counter, a_step(number, "decided")))

    assert held(country) == [("quarantined", "complaint_moved_on")]


def test_a_refused_step_keeps_nobody_from_the_case(country: Country) -> None:
    counter = country.counter()
    counter.record(*a_case(counter))
    counter.sync()
    number = a_case(counter)[0].number
    wrong, after = a_step(number, "decided"), a_step(number, "received")
    first = forged(counter, wrong)
    pushed_by_hand(counter, first)
    second = forged(counter, after, seq=first[-1].seq + 1, prev=first[-1].hash)

    pushed_by_hand(counter, second)

    assert held(country) == [("quarantined", "complaint_moved_on")]
    assert country.hq(sa.select(complaint.c.state == "investigating")) == 1


def test_a_step_that_overtook_its_case_waits_for_it(country: Country) -> None:
    here, there = country.counter(), country.counter()
    number = a_case(here)[0].number
    here.record(*a_case(here))
    there.sync()
    pushed_by_hand(there, forged(there, a_step(number, "received")))
    assert held(country) == [("blocked", "complaint_not_here")]

    assert here.sync().problem == ""

    assert held(country) == []
    assert country.hq(sa.select(complaint.c.state == "investigating")) == 1


def test_the_number_of_another_counter_is_not_taken(country: Country) -> None:
    counter = country.counter()
    counter.sync()

    pushed_by_hand(counter, forged(counter, *a_case(counter, of=9)))

    assert held(country) == [("quarantined", "other_counter")]


def test_erased_words_go_at_headquarters_too(country: Country) -> None:
    counter = country.counter()
    received, stated = counter.record(*a_case(counter))
    number = a_case(counter)[0].number
    counter.record(ComplaintErased(number=number, seqs=[stated.seq], reason="Đơn của khách"))
    assert counter.sync().problem == ""

    with country.headquarters.database.reading() as connection:
        row = connection.execute(sa.select(complaint.c.name, complaint.c.facts)).one()
        left = connection.execute(sa.select(entry.c.seq, entry.c.body).order_by(entry.c.seq))
        bodies = {each.seq: each.body for each in left}
        assert connection.scalar(sa.select(sa.func.count()).select_from(erasure)) == 1
    assert tuple(row) == ("", "")
    assert bodies[stated.seq] is None
    assert bodies[received.seq] is not None
