from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.daily_report import ScopeKind
from app.domain.report_refusals import DayNotBegun, NoSuchClerk, OtherOffice
from app.queries.report.here import printing_note
from app.store.store import Store
from tests.app.queries.report.reports import TODAY, amount, report_of
from tests.builders import accepted


def test_the_day_after_today_is_refused(store: Store) -> None:
    with pytest.raises(DayNotBegun) as caught:
        report_of(store, TODAY + timedelta(days=1))

    assert caught.value.day == "22/11/2026"


@pytest.mark.parametrize("elsewhere", [{"office": "100105"}, {"counter": "3"}])
def test_other_places_are_asked_elsewhere(store: Store, elsewhere: dict[str, Any]) -> None:
    with pytest.raises(OtherOffice) as caught:
        report_of(store, **elsewhere)

    assert (caught.value.office, caught.value.counter) == ("100950", "2")


def test_one_clerk_alone_can_be_asked_for(store: Store) -> None:
    accepted(store)
    own, others = report_of(store, clerk="chau"), report_of(store, clerk="phuc")

    assert (own.scope.kind, own.scope.clerk_name) == (ScopeKind.CLERK, "Trần Minh Châu")
    assert amount(own, "clerks", "total", "sales") == 1
    assert others.main[0].figures[0] is not None
    assert others.main[0].figures[0].amount == 0


def test_a_clerk_whom_nobody_knows_is_refused(store: Store) -> None:
    with pytest.raises(NoSuchClerk):
        report_of(store, clerk="ai")


def test_the_heading_is_the_office_as_it_was_that_day(store: Store) -> None:
    heading = report_of(store).heading

    assert (heading.operator, heading.office_name) == ("Bưu điện Minh Họa", "Cửa Nam")
    assert report_of(store, date(2020, 1, 1)).heading.office_name == ""


def test_what_headquarters_has_not_acknowledged_is_said_beside_the_report(store: Store) -> None:
    accepted(store)
    before = report_of(store)
    with store.reading() as connection:
        note = printing_note(connection, before)

    assert len(note.unsent) == before.books[0].entries
    assert note.acked_seq == 0


def test_the_office_s_other_counters_are_named_as_missing(store: Store) -> None:
    assert report_of(store).missing == ("1", "3")
    assert report_of(store, counter="2").missing == ()
