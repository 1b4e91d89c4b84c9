from datetime import date

import pytest

from app.domain.reference import problems as wrong
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.vat import VatRate, parse_vat
from tests.reference_builders import a_file, places

COLUMNS = "id,class,rate_bp,valid_from,valid_to,label"
EIGHT = "V8,standard,800,2026-01-01,2026-12-31,VAT"
TEN = "V10,standard,1000,2027-01-01,,VAT"


def _rates(*rows: str) -> tuple[VatRate, ...]:
    return parse_vat(a_file(COLUMNS, *rows))


def test_a_rate_holds_on_its_first_and_last_day() -> None:
    eight, ten = _rates(EIGHT, TEN)

    assert eight.holds_on(date(2026, 1, 1))
    assert eight.holds_on(date(2026, 12, 31))
    assert not eight.holds_on(date(2027, 1, 1))
    assert ten.holds_on(date(2027, 1, 1))
    assert ten.holds_on(date(2099, 1, 1))


def test_the_shipped_rates_are_8_then_10_percent() -> None:
    rates = next(parse_vat(file) for file in shipped_reference() if file.kind == "vat")
    standard = [rate for rate in rates if rate.vat_class == "standard"]

    assert [(rate.rate_bp, rate.valid_to) for rate in standard] == [
        (800, date(2026, 12, 31)),
        (1_000, None),
    ]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ((EIGHT, TEN.replace("2027-01-01", "2027-01-02")), (wrong.DateGap, 9, "valid_from")),
        ((EIGHT, TEN.replace("2027-01-01", "2026-12-31")), (wrong.DateOverlap, 9, "valid_from")),
        ((EIGHT.replace("2026-12-31", ""), TEN), (wrong.DateOverlap, 9, "valid_from")),
        ((EIGHT.replace("2026-12-31", "2025-12-31"),), (wrong.DatesBackwards, 8, "valid_to")),
        ((EIGHT.replace("2026-12-31", "31/12/2026"),), (wrong.NotADate, 8, "valid_to")),
        ((EIGHT.replace("2026-01-01", ""),), (wrong.CellEmpty, 8, "valid_from")),
        ((EIGHT.replace("800", "8 %"),), (wrong.NotAnInteger, 8, "rate_bp")),
        ((EIGHT.replace("800", "80000"),), (wrong.NumberTooLarge, 8, "rate_bp")),
        ((EIGHT.replace("standard", "special"),), (wrong.UnknownCode, 8, "class")),
        ((EIGHT, TEN.replace("V10", "V8")), (wrong.Duplicate, 9, "id")),
    ],
)
def test_a_bad_row_is_named(
    rows: tuple[str, ...], place: tuple[type[ReferenceProblem], int, str]
) -> None:
    with pytest.raises(ReferenceProblems) as refused:
        _rates(*rows)

    assert place in places(refused)
