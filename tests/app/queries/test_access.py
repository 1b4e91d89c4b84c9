from datetime import date

import pytest

from app.clock import utc
from app.queries.access import (
    DAY_LINES,
    AccessLine,
    AccessQuery,
    NothingAsked,
    access_day,
    access_log,
)
from app.store.store import Store
from app.store.views import View, write_views
from tests.app.services.people import merge
from tests.builders import registered
from tests.fakes.clock import NOON

DAY_MS = 86_400_000


def asked(store: Store, query: AccessQuery) -> tuple[AccessLine, ...]:
    with store.reading() as connection:
        return access_log(connection, query)


def test_the_log_names_who_saw_whom_and_what(store: Store) -> None:
    number = registered(store)
    with store.noting() as connection:
        write_views(
            connection,
            [
                View(NOON, "chau", number),
                View(NOON + 1, "phuc", number, "reveal", "phones,citizen", "khách hỏi"),
                View(NOON - DAY_MS, "gone", number),
            ],
        )

    lines = asked(store, AccessQuery(number))

    assert [(line.clerk_name, line.what) for line in lines] == [
        ("Lê Hồng Phúc", "reveal"),
        ("Trần Minh Châu", "page"),
        ("gone", "page"),
    ]
    assert (lines[0].fields, lines[0].reason) == (("phones", "citizen"), "khách hỏi")
    assert (lines[0].full_name, lines[1].at) == ("Nguyễn Thị Ánh Tuyết", utc(NOON))
    assert [line.clerk for line in asked(store, AccessQuery(clerk="gone"))] == ["gone"]
    assert len(asked(store, AccessQuery(day=date(2026, 11, 21)))) == 2


def test_of_a_merged_customer_every_number_is_read(store: Store) -> None:
    number, other = registered(store), registered(store)
    with store.noting() as connection:
        write_views(connection, [View(NOON, "chau", other)])
    merge(store, number, other)

    assert [line.number for line in asked(store, AccessQuery(number))] == [other]


def test_something_must_be_asked(store: Store) -> None:
    with pytest.raises(NothingAsked):
        asked(store, AccessQuery())


def test_a_day_is_read_whole_or_says_that_there_is_more(store: Store) -> None:
    number = registered(store)
    views = [View(NOON + at, "chau" if at % 2 else "phuc", number) for at in range(DAY_LINES + 2)]
    with store.noting() as connection:
        write_views(connection, [*views, View(NOON - DAY_MS, "chau", number)])

    with store.reading() as connection:
        found = access_day(connection, "", date(2026, 11, 21))
        chau = access_day(connection, "chau", date(2026, 11, 21))

    assert (len(found.lines), found.more) == (DAY_LINES, True)
    assert (len(chau.lines), chau.more) == (DAY_LINES // 2 + 1, False)
