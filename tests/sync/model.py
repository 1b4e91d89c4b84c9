"""How large the model test is on every run, and as much more of it as there is time for.

``python -m tests.sync.model --examples 200000 --steps 60 --seed 1``
"""

import argparse
import unittest
from time import perf_counter

from hypothesis import Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

EXAMPLES, STEPS = 2_000, 60
"""On every run. More, by the command above, on the nights."""

PARTS = 20
"""The examples of every run in so many tests, two to a file: all processes of a run share them."""


def part(number: int) -> type[unittest.TestCase]:
    """A part of the examples, the same on every run."""
    from tests.sync.trouble import Trouble

    machine: type[Trouble] = type(f"Trouble{number}", (Trouble,), {})
    case: type[unittest.TestCase] = seed(number)(machine).TestCase
    sizes = settings(
        max_examples=EXAMPLES // PARTS,
        stateful_step_count=STEPS,
        derandomize=False,  # the seed is enough, and the same in CI as anywhere
        database=None,
        deadline=None,
        phases=[Phase.generate],  # to make a failure short takes too long here: ``main`` does
    )
    return type(f"TestTrouble{number}", (case,), {"settings": sizes})


def main() -> None:
    """Raises what the model found, with the steps that lead there."""
    from tests.sync.trouble import Trouble

    given = argparse.ArgumentParser()
    given.add_argument("--examples", type=int, default=EXAMPLES)
    given.add_argument("--steps", type=int, default=STEPS)
    given.add_argument("--seed", type=int, default=0)
    given.add_argument("--as-found", action="store_true", help="do not make a failure short")
    asked = given.parse_args()
    large = settings(
        max_examples=asked.examples,
        stateful_step_count=asked.steps,
        deadline=None,
        database=None,
        print_blob=True,
        phases=[Phase.generate] if asked.as_found else [Phase.generate, Phase.shrink],
    )
    begun = perf_counter()
    run_state_machine_as_test(seed(asked.seed)(Trouble), settings=large)
    took_s = perf_counter() - begun
    steps = asked.examples * asked.steps
    print(f"{asked.examples} examples of up to {asked.steps} steps: {took_s:.0f} s, "  # noqa: T201 - a command
          f"{steps / took_s:.0f} steps/s")  # fmt: skip


if __name__ == "__main__":
    main()
