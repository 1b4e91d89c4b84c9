from datetime import date

import pytest

from app.domain.working_days import WorkingDays, add_months

TET = WorkingDays({date(2027, 2, day): False for day in range(5, 12)} | {date(2026, 8, 22): True})


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-12-31", 2, "2027-02-28"),
        ("2027-12-31", 2, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-05-31", 6, "2026-11-30"),
        ("2026-10-21", 1, "2026-11-21"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-12-15", 0, "2026-12-15"),
    ],
)
def test_months_clamp_at_the_end_of_a_shorter_one(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_tet_and_weekends_are_no_working_days_and_a_made_up_saturday_is() -> None:
    assert not TET.works(date(2027, 2, 8))
    assert not TET.works(date(2027, 2, 13))
    assert TET.works(date(2027, 2, 12))
    assert TET.works(date(2026, 8, 22))


def test_three_working_days_before_a_day_after_tet_lie_before_tet() -> None:
    assert TET.before(date(2027, 2, 12), 3) == date(2027, 2, 2)


def test_no_working_day_before_is_the_day_itself() -> None:
    assert TET.before(date(2027, 2, 12), 0) == date(2027, 2, 12)


def test_a_year_that_the_list_does_not_reach_is_not_known() -> None:
    assert TET.knows(2027)
    assert not TET.knows(2028)
