from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.bootstrap.views import ViewLog
from app.domain.identities import Clerk, Role
from app.store.store import Store
from app.store.views import View, views_of
from tests.builders import a_store
from tests.fakes.clock import NOON, HandClock

CHAU = Clerk(1, "gdv1", "Trần Minh Châu", Role.CLERK)
NUMBER = "0126000012345"


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    opened = a_store(tmp_path, clock)
    yield opened
    opened.close()


def views(store: Store) -> tuple[View, ...]:
    with store.reading() as connection:
        return views_of(connection, limit=10)


def test_each_view_is_one_row_with_time_clerk_and_number(store: Store, clock: HandClock) -> None:
    log = ViewLog(store)

    log.viewed(CHAU, NUMBER)
    clock.advance(1_000)
    log.viewed(CHAU, "0126000012352")
    log.flush()

    assert views(store) == (
        View(NOON + 1_000, "gdv1", "0126000012352"),
        View(NOON, "gdv1", NUMBER),
    )


def test_what_is_revealed_is_written_before_it_is_shown(store: Store) -> None:
    ViewLog(store).revealed(CHAU, NUMBER, "phones,citizen", "khách hỏi")

    assert views(store) == (View(NOON, "gdv1", NUMBER, "reveal", "phones,citizen", "khách hỏi"),)


def test_the_lines_of_old_files_are_taken_in_once_and_the_files_go(store: Store) -> None:
    file = store.home.root / "views-2026-10.log"
    line = "2026-10-21T12:00:00+07:00 gdv1 0126000012345\n"
    file.write_text(line + "torn li\n" + line + "2026-10-21 gdv1\n", encoding="utf-8")
    log = ViewLog(store)

    log.flush()
    log.viewed(CHAU, NUMBER)
    log.flush()

    assert not file.exists()
    assert [view.at_ms for view in views(store)] == [NOON, 1_792_558_800_000]


def test_an_old_image_keeps_lines_beside_the_store_until_it_is_whole(store: Store) -> None:
    store.missing = 3
    log = ViewLog(store)
    log.viewed(CHAU, NUMBER)
    log.revealed(CHAU, NUMBER, "phones", "khách hỏi lại")
    log.flush()
    assert views(store) == ()

    store.missing = 0
    log.flush()

    assert sorted(view.what for view in views(store)) == ["page", "reveal"]
    assert views(store)[0].at_ms == NOON
    assert {view.reason for view in views(store)} == {"", "khách hỏi lại"}


def test_a_log_that_cannot_be_written_keeps_nobody_from_being_served(
    store: Store, expect_log: Callable[[str], None]
) -> None:
    expect_log("could not be logged")
    store.missing = 1
    (store.home.root / "views-2026-11.log").mkdir()

    ViewLog(store).revealed(CHAU, NUMBER, "phones", "")
