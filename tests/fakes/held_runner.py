"""A runner that answers when the test says so."""

from collections.abc import Callable
from typing import Any

_Job = tuple[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]]


class HeldRunner:
    """``jobs`` have been given and not been answered."""

    def __init__(self) -> None:
        self.jobs: list[_Job] = []

    def run(
        self,
        work: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        self.jobs.append((work, on_done, on_error))

    def answer(self) -> None:
        """The oldest job is done now."""
        work, on_done, on_error = self.jobs.pop(0)
        try:
            value = work()
        except Exception as error:  # noqa: BLE001 - as real runners do
            on_error(error)
        else:
            on_done(value)

    def answer_all(self) -> None:
        """Until nothing is left, what answers lead to as well."""
        while self.jobs:
            self.answer()
