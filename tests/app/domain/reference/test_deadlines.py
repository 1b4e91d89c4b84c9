from datetime import date

import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.deadlines import parse_holidays, parse_transit
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from tests.reference_builders import a_file, places


def test_a_pair_without_a_published_time_has_none() -> None:
    times = parse_transit(a_file("id,service,zone,days,label", "T1,ems,local,1,EMS"))

    assert times == {("ems", "local"): 1}


def test_tet_is_free_and_a_made_up_saturday_is_not() -> None:
    file = next(each for each in shipped_reference() if each.kind == "holidays")
    days = parse_holidays(file)

    assert not days.works(date(2026, 2, 17))
    assert not days.works(date(2027, 2, 8))
    assert days.works(date(2026, 8, 22))
    assert days.works(date(2026, 11, 23))


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("T1,boat,local,1,x", (wrong.UnknownCode, 8, "service")),
        ("T1,ems,moon,1,x", (wrong.UnknownCode, 8, "zone")),
        ("T1,ems,local,0,x", (wrong.NumberTooSmall, 8, "days")),
    ],
)
def test_a_bad_time_is_named(row: str, place: tuple[type[ReferenceProblem], int, str]) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        parse_transit(a_file("id,service,zone,days,label", row))

    assert places(refused) == [place]


def test_a_day_that_stands_twice_is_named() -> None:
    rows = ("2026-01-01,off,Tết", "2026-01-01,work,Bù")
    with pytest.raises(ReferenceProblems) as refused:
        parse_holidays(a_file("day,entry,label", *rows))

    assert places(refused) == [(wrong.Duplicate, 9, "day")]
