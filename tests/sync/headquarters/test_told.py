"""The note beside the database, of how far counters were told."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.errors import EnvironmentFault
from sync.headquarters.feed import Item, last_position, province_scope, publish
from sync.headquarters.publishing import last_line, write_log
from sync.headquarters.restoring import feed_epoch, look_at_start
from sync.headquarters.staff_log import check_chain
from sync.headquarters.tables import hq_log
from sync.headquarters.told import Mark, Told
from sync.headquarters.uniting import Decision, merge, unmerge
from tests.sync.country import Country
from tests.sync.headquarters.test_restoring import logged


def test_the_furthest_stays_until_counting_begins_anew(tmp_path: Path) -> None:
    told = Told(tmp_path / "note")
    assert told.last() == Mark()

    for mark in (Mark(feed=7), Mark(feed=120), Mark(feed=90, log=4)):
        told.note(mark)
    assert told.last() == Mark(feed=120, log=4)

    told.note(Mark(feed=90, log=2), anew=True)
    assert told.last() == Mark(feed=90, log=2)


def test_kept_nowhere_nothing_is_known() -> None:
    told = Told()
    told.note(Mark(feed=7))

    assert told.last() == Mark()


@pytest.mark.parametrize("spoilt", [b"", b"0000", b"\xff" * 42, b"0" * 60])
def test_a_note_that_cannot_be_read_is_written_over(tmp_path: Path, spoilt: bytes) -> None:
    told = Told(tmp_path / "note")
    (tmp_path / "note").write_bytes(spoilt)
    assert told.last() == Mark()

    told.note(Mark(feed=7))

    assert told.last() == Mark(feed=7)


def test_a_disk_that_does_not_take_the_note_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as told:
        Told(tmp_path / "nowhere" / "note").note(Mark(feed=7))

    assert told.value.code == "headquarters.told_unwritable"


def position(country: Country) -> int:
    with country.headquarters.database.reading() as connection:
        return last_position(connection)


def lines(country: Country) -> int:
    with country.headquarters.database.reading() as connection:
        return last_line(connection)


def counting(country: Country) -> str:
    with country.headquarters.database.reading() as connection:
        return feed_epoch(connection)


def publish_something(country: Country) -> None:
    with country.headquarters.database.writing() as connection:
        publish(connection, [Item(province_scope("01"), "of.next.year", bytes(16), b"\x90")])


def test_what_staff_tell_is_noted_and_what_counters_push_they_prove(country: Country) -> None:
    counter = country.counter()
    told = country.headquarters.database.told
    one, other = counter.registration(1), counter.registration(2)
    counter.record(one)
    counter.record(other)
    counter.sync()
    assert told.last().feed < position(country)

    made = Decision(one.number, other.number, reason="trùng", who="Lan")
    merge(country.headquarters.database, made, country.clock.now_ms())

    assert told.last() == Mark(position(country), lines(country))


def fail_after_publishing(country: Country) -> None:
    with country.headquarters.database.writing() as connection:
        publish(connection, [Item(province_scope("01"), "of.next.year", bytes(16), b"\x90")])
        raise KeyError


def test_what_is_undone_is_not_noted(country: Country) -> None:
    before = country.headquarters.database.told.last()
    with pytest.raises(KeyError):
        fail_after_publishing(country)
    with country.headquarters.database.writing() as connection:
        connection.execute(sa.text("SELECT 1"))

    assert country.headquarters.database.told.last() == before


@pytest.mark.parametrize("at_start", [True, False])
def test_rows_that_a_copy_lacks_are_missed_before_their_positions_mean_something_else(
    country: Country,
    at_start: bool,  # noqa: FBT001 - pytest names it
    expect_log: Callable[[str], None],
) -> None:
    expect_log("1 rows of 'of.next.year' are for a newer program and were passed over")
    here, there = country.counter(), country.counter()
    for each in (here, there):
        each.sync()
    copy, counted = country.backup(), counting(country)
    publish_something(country)
    here.sync()

    country.put_back(copy)
    if at_start:
        look_at_start(country.headquarters.database, country.clock.now_ms())
    for nth in (1, 2, 3):
        there.record(there.registration(nth))
    there.sync()
    here.sync()

    assert counting(country) != counted
    assert logged(country, "restore_noticed") == 1
    known = sa.select(sa.func.count()).select_from(sa.table("customer"))
    assert here.scalar(known) == there.scalar(known) == 3
    assert country.headquarters.database.told.last().feed <= position(country)


def test_what_staff_did_since_the_copy_is_missed_and_told_to_people(country: Country) -> None:
    counter = country.counter()
    one, other = counter.registration(1), counter.registration(2)
    counter.record(one)
    counter.record(other)
    counter.sync()
    copy, known = country.backup(), lines(country)
    made = Decision(one.number, other.number, reason="trùng", who="Lan")
    merge(country.headquarters.database, made, country.clock.now_ms())
    unmerge(country.headquarters.database, made, country.clock.now_ms())
    country.put_back(copy)

    begun = look_at_start(country.headquarters.database, country.clock.now_ms())

    assert begun is not None
    assert begun.acts_lost == 2
    with country.headquarters.database.reading() as connection:
        said = sa.select(hq_log.c.detail).where(hq_log.c.what == "acts_lost")
        assert connection.scalar(said) == f"{known + 1}-{known + 2}"
        assert check_chain(connection).broken_at == 0
    assert look_at_start(country.headquarters.database, country.clock.now_ms()) is None


def test_one_restore_is_noticed_once_by_all_processes(country: Country) -> None:
    """The second looks after the commit of the first and before its note, or for want of it."""
    country.counter().sync()
    copy, database = country.backup(), country.headquarters.database
    publish_something(country)
    with database.writing() as connection:
        write_log(connection, country.clock.now_ms(), "released", "7001/1")
    before = database.told.last()
    country.put_back(copy)
    assert look_at_start(database, country.clock.now_ms()) is not None
    counted, written = counting(country), lines(country)

    database.told.note(before, anew=True)

    assert look_at_start(database, country.clock.now_ms()) is None
    assert (counting(country), lines(country)) == (counted, written)
    assert database.told.last() == Mark(position(country), lines(country))
