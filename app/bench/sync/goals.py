"""What a sync bench measured, beside what it should be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.messages import text

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Goal:
    """``least``: the figure should be so large or larger; otherwise so small or smaller."""

    figure: str
    limit: float
    least: bool = False

    def met(self, found: float) -> bool:
        return found >= self.limit if self.least else found <= self.limit


@dataclass(frozen=True, slots=True)
class Measured:
    """``name`` has its words under ``bench.sync.row.<name>``; so have its figures."""

    name: str
    size: int
    figures: Mapping[str, float] = field(default_factory=dict)
    goals: tuple[Goal, ...] = ()

    @property
    def ok(self) -> bool:
        return all(goal.met(self.figures[goal.figure]) for goal in self.goals)

    def shape(self) -> dict[str, Any]:
        """As ``--json`` prints it."""
        goals = {
            goal.figure: {"least" if goal.least else "most": goal.limit} for goal in self.goals
        }
        figures = {name: round(value, 3) for name, value in self.figures.items()}
        return {"name": self.name, "size": self.size, **figures, "goals": goals, "ok": self.ok}

    def lines(self) -> Iterator[str]:
        """A heading and one line for each figure, with its goal."""
        yield text(f"bench.sync.row.{self.name}", size=_number(self.size))
        goals = {goal.figure: goal for goal in self.goals}
        for name, value in self.figures.items():
            words = text(f"bench.sync.figure.{name}", value=_number(value))
            yield f"    {words}{_verdict(goals.get(name), value)}"


def _verdict(goal: Goal | None, found: float) -> str:
    if goal is None:
        return ""
    kept = text("bench.kept" if goal.met(found) else "bench.over")
    return f"  ({'≥' if goal.least else '≤'} {_number(goal.limit)}: {kept})"


def _number(value: float) -> str:
    """1.234.567 or 12,3 or 0,042."""
    places = 0 if value >= _WHOLE or value == int(value) else 1 if value >= 1 else 3
    whole, _, part = f"{value:,.{places}f}".partition(".")
    whole = whole.replace(",", ".")
    return f"{whole},{part}" if part else whole
