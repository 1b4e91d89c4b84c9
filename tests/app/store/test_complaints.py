from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.complaint_number import complaint_number
from app.store.complaints import (
    ComplaintUnknown,
    complaint_by_number,
    evidence_of,
    next_number,
    words_of,
)
from app.store.engine import connect
from app.store.station import here
from app.store.store import Store
from app.store.verification import verify
from tests.builders import a_store
from tests.complaints import filed


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def test_the_next_number_follows_the_newest_of_this_epoch(store: Store) -> None:
    filed(store, item="")

    with store.reading() as connection:
        station = here(connection)
        assert next_number(connection, station) == complaint_number("100950", "2", 2)
        later = replace(station, epoch=2)
        assert next_number(connection, later) == complaint_number("100950", "2", 1, 2)


def test_a_case_is_read_by_its_number_however_written(store: Store) -> None:
    number = filed(store, item="").number

    with store.reading() as connection:
        assert complaint_by_number(connection, f"TEM1:K:{number}").number == number
        assert evidence_of(connection, number) == ()
        assert len(words_of(connection, number)) == 1
        with pytest.raises(ComplaintUnknown):
            complaint_by_number(connection, complaint_number("100950", "2", 9))


def test_a_due_day_that_somebody_moved_is_named_by_verify(store: Store) -> None:
    number = filed(store, item="").number
    raw = connect(store.home.database, store.secrets.database)
    raw.execute("UPDATE complaint SET due_on = '2027-12-31'")
    raw.close()

    found = verify(store)

    assert [(each.table, each.key) for each in found.problems] == [("complaint", number)]
