from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.store.prints import Paper, owe, paper_of
from app.store.store import Store
from app.store.tables.prints import print_job
from tests.builders import a_store, accepted


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def test_a_paper_has_one_name_that_is_safe_as_a_file() -> None:
    assert Paper("receipt", "100950-2-0000012").title == "receipt-100950-2-0000012"
    assert Paper("label", "CA000000031VN", 2).title == "label-CA000000031VN-copy-2"


def test_stored_columns_make_the_same_paper_again() -> None:
    assert paper_of("label", "CA000000031VN", 1) == Paper("label", "CA000000031VN", 1)
    assert paper_of("receipt", "100950-2-0000012", 0) == Paper("receipt", "100950-2-0000012")


def test_no_paper_is_owed_twice(store: Store) -> None:
    receipt = Paper("receipt", accepted(store).done.receipt)

    with pytest.raises(sa.exc.IntegrityError), store.unit_of_work() as uow:
        owe(uow.connection, [receipt], 0)


def test_paper_is_only_owed_for_a_document_of_the_books(store: Store) -> None:
    with pytest.raises(sa.exc.IntegrityError), store.unit_of_work() as uow:
        owe(uow.connection, [Paper("label", "XX000000014VN")], 0)

    with store.reading() as connection:
        assert connection.execute(sa.select(print_job)).all() == []
