"""A counter is killed while it registers a person, takes in two items and prints: at every system
call that changes the disk, each in a run of its own. A new process then looks at what is left.
"""

import pytest

from tests.e2e.kill.killing import Killing, Sweeper, Tally
from tests.e2e.kill.nursery import tracing_works
from tests.figures import Tell

STRIDE = 5
"""Where nothing may be traced the stand-in has some two thousand points; every fifth is tried."""

traced = pytest.mark.skipif(not tracing_works(), reason="no process may be traced here")
untraced = pytest.mark.skipif(tracing_works(), reason="system calls can be hit themselves")


@traced
@pytest.mark.parametrize("start", [1, 2])
def test_killed_before_any_page_is_written_a_sale_is_whole_and_there_once(
    start: int, sweeper: Sweeper, tell: Tell
) -> None:
    """Every second page, from the first and from the second: two tests of bearable length."""
    found = sweeper.sweep("pwrite64", start=start, stride=2)

    tell(found)
    assert not found.problems, "\n".join(found.problems)
    assert found.kills["pwrite64"] > 100


@traced
def test_killed_before_any_other_change_of_the_disk_a_sale_is_whole_and_there_once(
    sweeper: Sweeper, tell: Tell
) -> None:
    calls = sweeper.calls_of_a_work()
    del calls["pwrite64"]
    found = Tally()
    for call in calls:
        found.add(sweeper.sweep(call))

    tell(found)
    assert not found.problems, "\n".join(found.problems)
    assert set(found.kills) == set(calls) > {"fsync", "rename", "write"}


@traced
@pytest.mark.parametrize("before_last", [2, 1, 0])
def test_killed_again_while_it_recovers_from_a_kill_before_a_document_is_whole(
    before_last: int, sweeper: Sweeper, tell: Tell
) -> None:
    """The last three renames of a sale finish its three documents."""
    last = sweeper.calls_of_a_work()["rename"]
    first = Killing("rename", last - before_last)
    found = Tally()
    for call in ("fsync", "rename"):
        found.add(sweeper.sweep(call, first=first))

    tell(found)
    assert not found.problems, "\n".join(found.problems)
    assert found.kills["rename"] > before_last


@untraced
def test_killed_at_any_point_that_python_reports_a_sale_is_whole_and_there_once(
    sweeper: Sweeper, tell: Tell
) -> None:
    found = sweeper.sweep(stride=STRIDE)

    tell(found)
    assert not found.problems, "\n".join(found.problems)
    assert found.kills["point"] > 100


def test_a_process_kills_itself_where_nothing_may_be_traced(sweeper: Sweeper) -> None:
    ended, found = sweeper.one(Killing(number=1))

    assert ended.killed
    assert ended.shown == []
    assert found == []
