"""The budgets of the counter's work, and what was measured against them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tests.e2e.budgets.stopwatch import Spent, at_share

KEY_S, MIND_S, SCAN_S = 0.28, 1.35, 1.2
"""A typist's key, a moment of thought (Card, Moran, Newell), a code held to the scanner."""

ANSWER_S = 0.1
"""What the machine may take for one key."""


@dataclass(frozen=True, slots=True)
class Budget:
    """``minds`` and ``handling_s`` (weighing, sticking a label) are the clerk's, not the machine's.

    ``unasked`` keys are typed here and were not in the budget: a weight that no scale sends.
    """

    task: str
    scans: int
    keys: int
    seconds: float
    minds: int = 0
    handling_s: float = 0.0
    unasked: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One task over all its runs. Seconds; ``clerk_s`` by the keystroke-level model."""

    task: str
    runs: int
    scans: int
    scans_budget: int
    keys: int
    keys_budget: int
    clerk_s: float
    machine_p50_s: float
    machine_p95_s: float
    total_p95_s: float
    budget_s: float
    kept: bool
    steps: Mapping[str, tuple[float, float]]


def row(budget: Budget, runs: Sequence[Spent]) -> Row:
    """``runs`` of one task: all press the same keys, or nearly."""
    scans, keys = max(each.scans for each in runs), max(each.keys for each in runs)
    machine = [sum(each.answers.values()) for each in runs]
    clerk = scans * SCAN_S + keys * KEY_S + budget.minds * MIND_S + budget.handling_s
    p95 = at_share(machine, 0.95)
    within = keys - budget.unasked <= budget.keys and scans <= budget.scans
    return Row(
        budget.task, len(runs), scans, budget.scans, keys, budget.keys + budget.unasked,
        round(clerk, 2), round(at_share(machine, 0.5), 3), round(p95, 3), round(clerk + p95, 2),
        budget.seconds, within and clerk + p95 <= budget.seconds,
        {
            step: (
                round(at_share([each.answers[step] for each in runs], 0.5), 3),
                round(at_share([each.answers[step] for each in runs], 0.95), 3),
            )
            for step in runs[0].answers
        },
    )  # fmt: skip


def as_markdown(rows: Sequence[Row], about: Mapping[str, Any]) -> str:
    """Two tables: the tasks, and the machine's part of each step."""
    lines = [", ".join(f"{name} {value}" for name, value in about.items()), ""]
    lines += [
        "| Task | Scans | Keys | Clerk s | Machine p50 s | p95 s | Total p95 s | Budget s | Kept |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {r.task} | {r.scans} of {r.scans_budget} | {r.keys} of {r.keys_budget}"
        f" | {r.clerk_s:.1f} | {r.machine_p50_s:.3f} | {r.machine_p95_s:.3f}"
        f" | {r.total_p95_s:.1f} | {r.budget_s:g} | {'yes' if r.kept else 'NO'} |"
        for r in rows
    ]
    lines += ["", "| Task | Step | p50 s | p95 s |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {r.task} | {step} | {p50:.3f} | {p95:.3f} |"
        for r in rows
        for step, (p50, p95) in r.steps.items()
    ]
    return "\n".join(lines) + "\n"


def as_json(rows: Sequence[Row], about: Mapping[str, Any]) -> dict[str, Any]:
    """The same for programs."""
    return {**about, "tasks": [asdict(each) for each in rows]}
