"""The log of headquarters: who did what, and a chain that shows what was changed."""

import pytest
import sqlalchemy as sa

from sync.headquarters.database import Database
from sync.headquarters.publishing import write_log
from sync.headquarters.staff_log import check_chain, who_and_what
from sync.headquarters.tables import hq_log
from tests.sync.country import Country


@pytest.fixture
def database(country: Country) -> Database:
    with country.headquarters.database.writing() as connection:
        for nth in range(3):
            write_log(connection, nth, "waived", f"7001/1/{nth}: lý do", "an Nguyễn Văn An")
    return country.headquarters.database


def broken_at(database: Database) -> int:
    with database.reading() as connection:
        return check_chain(connection).broken_at


def test_an_untouched_log_is_whole(database: Database) -> None:
    assert broken_at(database) == 0


def test_a_changed_line_shows(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(
            sa.update(hq_log).where(hq_log.c.number == 3).values(detail="7001/1/9: khác")
        )

    assert broken_at(database) == 3


def test_a_line_taken_out_shows_at_the_next(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(sa.delete(hq_log).where(hq_log.c.number == 2))

    assert broken_at(database) == 3


def test_a_line_names_who_and_what_even_when_the_reason_has_every_sign(database: Database) -> None:
    with database.reading() as connection:
        last = connection.scalars(sa.select(hq_log.c.detail).order_by(hq_log.c.number.desc()))
        assert who_and_what(last.first() or "") == ("an Nguyễn Văn An", "7001/1/2: lý do")
    assert who_and_what("100950-2: x") == ("", "100950-2: x")
