"""How large the model test is on every run, and as much more of it as there is time for.

``python -m tests.sync.model --examples 2000 --steps 60 --seed 1``
"""

import argparse
from time import perf_counter

from hypothesis import seed, settings
from hypothesis.stateful import run_state_machine_as_test

EXAMPLES, STEPS = 200, 60
"""On every run: a minute and a half of one core. More, by the command above, on the nights."""


def main() -> None:
    """Raises what the model found, with the steps that lead there."""
    from tests.sync.test_convergence import Trouble

    given = argparse.ArgumentParser()
    given.add_argument("--examples", type=int, default=2_000)
    given.add_argument("--steps", type=int, default=60)
    given.add_argument("--seed", type=int, default=0)
    asked = given.parse_args()
    large = settings(
        max_examples=asked.examples,
        stateful_step_count=asked.steps,
        deadline=None,
        database=None,
        print_blob=True,
    )
    begun = perf_counter()
    run_state_machine_as_test(seed(asked.seed)(Trouble), settings=large)
    took_s = perf_counter() - begun
    steps = asked.examples * asked.steps
    print(f"{asked.examples} examples of up to {asked.steps} steps: {took_s:.0f} s, "  # noqa: T201 - a command
          f"{steps / took_s:.0f} steps/s")  # fmt: skip


if __name__ == "__main__":
    main()
