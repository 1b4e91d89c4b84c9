"""The note beside the database, of how far counters were told."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.errors import EnvironmentFault
from sync.headquarters.feed import Item, last_position, province_scope, publish
from sync.headquarters.restoring import feed_epoch, look_at_start
from sync.headquarters.told import Told
from sync.headquarters.uniting import Decision, merge
from tests.sync.country import Country
from tests.sync.headquarters.test_restoring import logged


def test_the_highest_position_stays_until_counting_begins_anew(tmp_path: Path) -> None:
    told = Told(tmp_path / "note")
    assert told.position() == 0

    for position in (7, 120, 90):
        told.note(position)
    assert told.position() == 120

    told.note(90, anew=True)
    assert told.position() == 90


def test_kept_nowhere_nothing_is_known() -> None:
    told = Told()
    told.note(7)

    assert told.position() == 0


@pytest.mark.parametrize("spoilt", [b"", b"0000", b"\xff" * 21, b"0" * 30])
def test_a_note_that_cannot_be_read_is_written_over(tmp_path: Path, spoilt: bytes) -> None:
    told = Told(tmp_path / "note")
    (tmp_path / "note").write_bytes(spoilt)
    assert told.position() == 0

    told.note(7)

    assert told.position() == 7


def test_a_disk_that_does_not_take_the_note_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as told:
        Told(tmp_path / "nowhere" / "note").note(7)

    assert told.value.code == "headquarters.told_unwritable"


def position(country: Country) -> int:
    with country.headquarters.database.reading() as connection:
        return last_position(connection)


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
    assert told.position() < position(country)

    made = Decision(one.number, other.number, reason="trùng", who="Lan")
    merge(country.headquarters.database, made, country.clock.now_ms())

    assert told.position() == position(country)


def fail_after_publishing(country: Country) -> None:
    with country.headquarters.database.writing() as connection:
        publish(connection, [Item(province_scope("01"), "of.next.year", bytes(16), b"\x90")])
        raise KeyError


def test_what_is_undone_is_not_noted(country: Country) -> None:
    before = country.headquarters.database.told.position()
    with pytest.raises(KeyError):
        fail_after_publishing(country)
    with country.headquarters.database.writing() as connection:
        connection.execute(sa.text("SELECT 1"))

    assert country.headquarters.database.told.position() == before


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
    assert country.headquarters.database.told.position() <= position(country)
