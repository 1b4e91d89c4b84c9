import pytest

from app.bench.measuring import Series
from app.bench.rows import MB, Budget, Row, timed


def _row(*budgets: Budget, floor: float | None = 2.0) -> Row:
    of_floor = None if floor is None else Series.of([floor])
    return timed("accept", Series.of([4.0, 6.0, 50.0]), *budgets, floor=of_floor)


@pytest.mark.parametrize(
    "budget", [Budget("ratio", 3), Budget("median", 6), Budget("p95", 50), Budget("worst", 50.0)]
)
def test_a_budget_that_is_just_reached_is_kept(budget: Budget) -> None:
    assert _row(budget).ok


@pytest.mark.parametrize(
    "budget", [Budget("ratio", 2.9), Budget("median", 5.9), Budget("p99", 49), Budget("worst", 1)]
)
def test_a_budget_that_is_passed_is_named(budget: Budget) -> None:
    assert list(_row(Budget("worst", 100), budget).over()) == [budget]


def test_a_ratio_without_a_floor_is_no_ratio_and_not_kept() -> None:
    row = _row(Budget("ratio", 8), floor=None)

    assert row.ratio is None
    assert not row.ok


def test_a_row_gives_scripts_its_figures_floor_ratio_and_verdict() -> None:
    assert _row(Budget("ratio", 2)).shape() == {
        "name": "accept",
        "unit": "ms",
        "median": 6.0,
        "p95": 50.0,
        "p99": 50.0,
        "worst": 50.0,
        "times": 3.0,
        "floor": 2.0,
        "ratio": 3.0,
        "budget": {"ratio": 2},
        "ok": False,
        "note": "",
    }


def test_memory_is_measured_in_its_own_unit() -> None:
    row = Row("memory", {"median": 210.0}, (Budget("median", 300),), floor=100.0, unit=MB)

    assert row.ok
    assert row.shape()["unit"] == "MB"
