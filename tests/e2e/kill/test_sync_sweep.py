"""Counter and headquarters are killed together while they speak: at every call by which a push, a
page of the feed, an enrolment or a part of a snapshot changes the disk. Begun again, all is there
once.
"""

import pytest

from tests.e2e.kill.killing import Tally
from tests.e2e.kill.nursery import tracing_works
from tests.e2e.kill.prepared import a_sweeper
from tests.figures import Tell

STRIDES = {
    "exchange": {"pwrite64": 13, "openat": 7, "fsync": 3, "fchown": 4, "unlink": 4, "ftruncate": 3},
    "enrol": {"pwrite64": 211, "openat": 17, "fsync": 9, "fchown": 5, "unlink": 5, "ftruncate": 4},
}
"""Every so many calls, for a test of bearable length; ``tests.e2e.kill.full`` takes every one."""

pytestmark = pytest.mark.skipif(not tracing_works(), reason="no process may be traced here")


@pytest.mark.parametrize("job", ["exchange", "enrol"])
def test_killed_at_any_call_the_sync_goes_on_where_it_stopped(
    job: str, tmp_path_factory: pytest.TempPathFactory, tell: Tell
) -> None:
    found = Tally()
    with a_sweeper(tmp_path_factory.mktemp(job), job) as sweeper:
        for call in sweeper.calls_of_a_work():
            found.add(sweeper.sweep(call, stride=STRIDES[job].get(call, 1)))

    tell(found)
    assert not found.problems, "\n".join(found.problems)
    assert {"pwrite64", "fsync"} <= set(found.kills)
