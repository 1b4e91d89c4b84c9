from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from app.domain.daily_report import DailyReport
from app.domain.report_refusals import DayNotBegun, NoBooks, NoSuchClerk
from app.queries.report.here import AskReport, report_here
from sync.headquarters.reporting import AskOffice, office_report
from sync.headquarters.tables import effect
from tests.app.queries.report.reports import amount, codes, figure
from tests.sync.country import OFFICE, Counter, Country

TODAY = date(2026, 11, 21)
DAY_MS = 86_400_000


def sold(counter: Counter, items: int) -> None:
    """``items`` sales to one customer, and everything sent."""
    person = counter.registration(1)
    counter.record(person)
    for nth in range(1, items + 1):
        counter.record(*counter.sale(nth, person.uid))
    counter.sync()


def reported(country: Country, **asked: Any) -> DailyReport:  # noqa: ANN401 - of AskOffice
    ask = AskOffice(OFFICE, **asked)
    with country.headquarters.database.reading() as connection:
        return office_report(connection, ask, country.clock.now_ms())


def own(counter: Counter) -> DailyReport:
    with counter.store.reading() as connection:
        return report_here(connection, AskReport(TODAY), counter.store.clock.now_ms())


def test_all_counters_of_the_office_are_one_report(country: Country) -> None:
    first, second = country.counter(), country.counter()
    sold(first, 2)
    sold(second, 3)
    report = reported(country)

    assert [book.counter for book in report.books] == ["1", "2"]
    assert amount(report, "services", "registered", "pieces") == 5
    assert amount(report, "services", "total", "gross_vnd") == sum(
        amount(own(counter), "services", "total", "gross_vnd") for counter in (first, second)
    )
    places = figure(report, "services", "total", "gross_vnd").places
    assert len({place >> 40 for place in places}) == 2


def test_one_counter_at_headquarters_is_what_the_counter_itself_says(country: Country) -> None:
    counter = country.counter()
    sold(counter, 2)
    there, here = reported(country, counter="1"), own(counter)

    assert there.books[0].hash == here.books[0].hash
    assert [section.code for section in there.sections] == [s.code for s in here.sections]
    for section in ("services", "vat", "payments", "hours", "accounts", "drawer"):
        assert codes(there, section) == codes(here, section)
        assert [
            [figure.amount for figure in row.figures if figure]
            for each in there.sections
            if each.code == section
            for row in each.all_rows()
        ] == [
            [figure.amount for figure in row.figures if figure]
            for each in here.sections
            if each.code == section
            for row in each.all_rows()
        ]


def test_a_counter_that_never_sent_anything_is_named(country: Country) -> None:
    sold(country.counter(), 1)

    assert reported(country).missing == ("2", "3")
    assert reported(country, counter="1").missing == ()


def test_books_that_may_lack_entries_of_the_day_say_so(country: Country) -> None:
    counter = country.counter()
    sold(counter, 1)
    assert not reported(country).books[0].complete

    country.clock.advance(DAY_MS)
    counter.sync()

    assert reported(country, day=TODAY).books[0].complete


def test_what_headquarters_holds_back_is_told_and_not_counted(country: Country) -> None:
    counter = country.counter()
    sold(counter, 1)
    before = reported(country)
    last = figure(before, "services", "total", "gross_vnd").places[-1]
    with country.headquarters.database.writing() as connection:
        connection.execute(
            sa.update(effect).where(effect.c.place == last).values(status="quarantined")
        )
    after = reported(country)

    assert amount(after, "anomalies", "held", "entries") == 1
    assert codes(after, "services") == []


def test_clerks_are_known_by_their_code(country: Country) -> None:
    sold(country.counter(), 1)

    assert reported(country, clerk="gdv1").scope.clerk_name == "Trần Minh Châu"
    with pytest.raises(NoSuchClerk):
        reported(country, clerk="ai")


def test_what_headquarters_cannot_report_is_refused(country: Country) -> None:
    sold(country.counter(), 1)
    with pytest.raises(NoBooks):
        reported(country, counter="9")
    with pytest.raises(DayNotBegun):
        reported(country, day=TODAY + timedelta(days=1))
