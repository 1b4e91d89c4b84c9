from collections.abc import Callable
from pathlib import Path

from app.bootstrap.views import ViewLog
from app.domain.identities import Clerk, Role
from tests.fakes.clock import HandClock

CHAU = Clerk(1, "gdv1", "Trần Minh Châu", Role.CLERK)
MONTH_MS = 31 * 24 * 3_600_000


def test_each_view_is_one_line_with_time_clerk_and_number(tmp_path: Path, clock: HandClock) -> None:
    log = ViewLog(tmp_path, clock)

    log.viewed(CHAU, "0126000012345")
    clock.advance(1_000)
    log.viewed(CHAU, "0126000012352")

    assert (tmp_path / "views-2026-11.log").read_text(encoding="utf-8") == (
        "2026-11-21T12:00:00+07:00 gdv1 0126000012345\n"
        "2026-11-21T12:00:01+07:00 gdv1 0126000012352\n"
    )


def test_each_month_has_its_file(tmp_path: Path, clock: HandClock) -> None:
    log = ViewLog(tmp_path, clock)

    log.viewed(CHAU, "0126000012345")
    clock.advance(MONTH_MS)
    log.viewed(CHAU, "0126000012345")

    assert len(list(tmp_path.glob("views-*.log"))) == 2


def test_a_log_that_cannot_be_written_keeps_nobody_from_being_served(
    tmp_path: Path, clock: HandClock, expect_log: Callable[[str], None]
) -> None:
    expect_log("could not be logged")

    ViewLog(tmp_path / "gone", clock).viewed(CHAU, "0126000012345")
