"""``tem simulate``: a small country with bad lines and worse luck, repeated exactly from a seed."""

import argparse
import tempfile
from pathlib import Path

from app.cli.output import Exit, Output
from app.messages import text
from sync.simulation.line import Line
from sync.simulation.running import Found, Plan, Simulation


def simulate(given: argparse.Namespace, output: Output, line: type[Line] = Line) -> Exit:
    """``line``: another kind of line, for a test that must be caught."""
    plan = Plan(given.seed, given.counters, given.days)
    again = f"tem simulate --seed {plan.seed} --counters {plan.counters} --days {plan.days}"
    output.progress("simulation.begun", seed=plan.seed, again=again)
    with tempfile.TemporaryDirectory(prefix="tem-simulation-") as folder:
        found = Simulation(plan, Path(folder) / "country", line).run(
            lambda day: output.progress("simulation.day", day=day, days=plan.days)
        )
    shape = {"seed": plan.seed, "repeat": again, "ok": not found.rule, "days": found.days}
    if found.rule:
        rule = text(f"simulation.rule.{found.rule}")
        broken = {"rule": found.rule, "message": rule, "detail": found.detail}
        output.answer({**shape, "broken": broken}, *_broken_lines(plan, found, rule, again))
        return Exit.WRONG
    counts = {"digest": found.digest, "entries": found.entries, "happened": found.happened}
    output.answer(
        {**shape, **counts},
        text("simulation.good", entries=found.entries, days=found.days, digest=found.digest),
        text("simulation.again", again=again),
    )
    return Exit.DONE


def _broken_lines(plan: Plan, found: Found, rule: str, again: str) -> tuple[str, ...]:
    return (
        text("simulation.broken", seed=plan.seed, day=found.days, rule=rule),
        found.detail,
        text("simulation.again", again=again),
    )
