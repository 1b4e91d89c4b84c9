from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.documents import DocumentKind
from tests.fakes.paper import Outcome
from tests.printing.counter import (
    Counter,
    with_a_receipt_and_a_label_due,
    with_three_drawn_jobs,
)


@pytest.mark.parametrize("remembers", [True, False])
def test_power_may_fail_at_every_step_while_documents_are_drawn_and_sent(remembers: bool) -> None:  # noqa: FBT001 - a parameter of the test
    step = 0
    while True:
        counter = Counter(fails_at=frozenset({step}), remembers=remembers)
        failures = with_a_receipt_and_a_label_due(counter).run_until_quiet()

        counter.check_that_nothing_is_lost_or_doubled()
        if remembers:
            assert set(counter.journal.done.values()) == {"printed"}
        if not failures:
            break
        step += 1

    assert step == 16  # two documents, four durable steps each, before and after


@pytest.mark.parametrize("remembers", [True, False])
def test_power_may_fail_at_every_pair_of_steps(remembers: bool) -> None:  # noqa: FBT001 - a parameter of the test
    last = 24
    for first in range(last):
        for second in range(first + 1, last):
            counter = Counter(fails_at=frozenset({first, second}), remembers=remembers)
            with_three_drawn_jobs(counter).run_until_quiet()

            counter.check_that_nothing_is_lost_or_doubled()
            if remembers:
                assert set(counter.journal.done.values()) == {"printed"}


@given(
    outcomes=st.lists(st.sampled_from(get_args(Outcome)), max_size=12),
    fails_at=st.frozensets(st.integers(0, 40), max_size=6),
    remembers=st.booleans(),
    kinds=st.lists(st.sampled_from(("receipt", "label")), min_size=1, max_size=6),
)
def test_whatever_fails_nothing_is_lost_and_nothing_printed_twice(
    outcomes: list[Outcome],
    fails_at: frozenset[int],
    remembers: bool,  # noqa: FBT001 - a drawn value
    kinds: list[DocumentKind],
) -> None:
    counter = Counter(fails_at=fails_at, remembers=remembers)
    counter.roll.outcomes = iter(outcomes[::2])
    counter.labels.outcomes = iter(outcomes[1::2])
    for kind in kinds:
        counter.journal.add(kind, pdf=kind.encode())

    counter.run_until_quiet()

    counter.check_that_nothing_is_lost_or_doubled()
