from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.reference.book import NoTariff
from app.store.reference import reference_book, warm
from app.store.store import Store
from app.store.tables.station import reference_file
from tests.builders import a_store
from tests.fakes.clock import NOON

DAY_MS = 86_400_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def test_the_book_is_parsed_once_and_kept(store: Store) -> None:
    with store.reading() as connection:
        warm(connection, NOON)

        assert reference_book(connection, NOON) is reference_book(connection, NOON + 1)


def test_another_day_opens_the_book_of_that_day(store: Store) -> None:
    with store.reading() as connection:
        today = reference_book(connection, NOON)
        in_january = reference_book(connection, NOON + 60 * DAY_MS)

    assert (today.day, in_january.day) == (date(2026, 11, 21), date(2027, 1, 20))
    assert today.catalogue().vat_rate_bp == 800
    assert in_january.catalogue().vat_rate_bp == 1_000


def test_files_that_changed_are_read_anew(store: Store) -> None:
    with store.reading() as connection:
        before = reference_book(connection, NOON)
    with store.unit_of_work() as uow:
        uow.connection.execute(
            sa.delete(reference_file).where(reference_file.c.name.startswith("tariff"))
        )
        uow.commit()

    with store.reading() as connection:
        after = reference_book(connection, NOON)
    assert before.tariff(before.service("parcel"))
    with pytest.raises(NoTariff):
        after.tariff(after.service("parcel"))
