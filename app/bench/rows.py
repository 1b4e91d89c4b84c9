"""One row of the report: what was measured, its floor, and the budget of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.bench.measuring import Series

MS, MB = "ms", "MB"


@dataclass(frozen=True, slots=True)
class Budget:
    """``what`` is a figure of the row: median, p95, p99, worst, ratio."""

    what: str
    limit: float


@dataclass(frozen=True, slots=True)
class Row:
    """``name`` has its words under ``bench.row.<name>``; ``floor`` is a median in the same unit.

    ``note`` is the worst search key, or what else a reader of the figure must know.
    """

    name: str
    figures: dict[str, float]
    budgets: tuple[Budget, ...]
    floor: float | None = None
    note: str = ""
    unit: str = MS

    @property
    def ratio(self) -> float | None:
        return self.figures["median"] / self.floor if self.floor else None

    def over(self) -> Iterator[Budget]:
        """The budgets that were not kept."""
        for budget in self.budgets:
            found = self.ratio if budget.what == "ratio" else self.figures[budget.what]
            if found is None or found > budget.limit:
                yield budget

    @property
    def ok(self) -> bool:
        return not any(self.over())

    def shape(self) -> dict[str, Any]:
        """As ``--json`` prints it."""
        return {
            "name": self.name,
            "unit": self.unit,
            **{name: round(value, 4) for name, value in self.figures.items()},
            "floor": None if self.floor is None else round(self.floor, 4),
            "ratio": None if self.ratio is None else round(self.ratio, 2),
            "budget": {each.what: each.limit for each in self.budgets},
            "ok": self.ok,
            "note": self.note,
        }


def timed(
    name: str,
    series: Series,
    *budgets: Budget,
    floor: Series | None = None,
    note: str = "",
) -> Row:
    """A row of times in milliseconds."""
    figures = {
        "median": series.median,
        "p95": series.p95,
        "p99": series.p99,
        "worst": series.worst,
        "times": float(len(series.times_ms)),
    }
    return Row(name, figures, budgets, floor.median if floor else None, note)
