from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.station import believe, clerks, here, know_time, known_since
from app.store.store import Store
from tests.builders import CHAU, LOOKUP_KEY, PHUC, a_store
from tests.fakes.clock import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    opened = a_store(tmp_path, clock)
    yield opened
    opened.close()


def test_a_terminal_knows_who_it_is_and_keeps_its_key_to_itself(store: Store) -> None:
    with store.reading() as connection:
        found = here(connection)

    assert (found.terminal, found.office, found.counter) == (7001, "100950", "2")
    assert found.lookup_key == LOOKUP_KEY
    assert repr(LOOKUP_KEY) not in repr(found)


def test_its_people_stand_by_given_name(store: Store) -> None:
    with store.reading() as connection:
        assert clerks(connection) == (CHAU, PHUC)


def test_a_time_that_is_believed_is_held_against_the_boot_clock(
    store: Store, clock: HandClock
) -> None:
    with store.unit_of_work() as uow:
        believe(uow.connection, clock)
        uow.commit()
    clock.advance(90_000)

    with store.reading() as connection:
        assert here(connection).known.now_ms(clock) == clock.now_ms()


def test_a_time_that_somebody_brought_moves_forward_only(store: Store, clock: HandClock) -> None:
    with store.noting() as connection:
        before = known_since(connection)
        know_time(connection, before + 5_000)
        know_time(connection, before + 1_000)

    with store.reading() as connection:
        assert known_since(connection) == before + 5_000
