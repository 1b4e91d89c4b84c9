from collections.abc import Iterator
from pathlib import Path

import pytest

from app.queries.sync_report import SyncReport, sync_report
from app.store.outbox import Notice, note_exceptions, note_failure, note_heard, outbox, set_link
from app.store.store import Store
from tests.builders import a_store
from tests.fakes.clock import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    made = a_store(tmp_path, clock)
    yield made
    made.close()


def asked(store: Store, clock: HandClock) -> SyncReport:
    with store.reading() as connection:
        return sync_report(connection, clock)


def test_a_counter_that_was_enrolled_by_a_file_has_no_headquarters_to_speak_to(
    store: Store, clock: HandClock
) -> None:
    report = asked(store, clock)

    assert (report.headquarters, report.state, report.heard_at) == ("", "alone", None)
    assert report.unsent == report.recorded > 0
    assert report.oldest_unsent_at is not None


def test_what_headquarters_said_last_is_told_in_words(store: Store, clock: HandClock) -> None:
    with store.noting() as connection:
        set_link(connection, "https://hq.example:8700/tem")
        box = outbox(connection)
        assert box is not None
        note_failure(connection, box, clock.now_ms() + 60_000, "sync.unreached")
        note_exceptions(
            connection,
            [
                Notice(1, "quarantined", "number_outside_lease", ""),
                Notice(2, "deferred", "a_reason_of_tomorrow", ""),
            ],
        )

    report = asked(store, clock)

    assert report.headquarters == "hq.example"
    assert report.problem.startswith("Chưa liên lạc được")
    assert report.next_try_at is not None
    assert [each.seq for each in report.held] == [1, 2]
    assert "dải số" in report.held[0].why
    assert report.held[1].why == "Trung tâm đang giữ bút toán này để xem xét."


def test_once_heard_it_is_online(store: Store, clock: HandClock) -> None:
    with store.noting() as connection:
        set_link(connection, "http://127.0.0.1:1")
        box = outbox(connection)
        assert box is not None
        note_heard(connection, clock.now_ms(), "epoch")

    report = asked(store, clock)

    assert (report.state, report.problem) == ("online", "")
    assert report.heard_at is not None
