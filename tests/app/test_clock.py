from datetime import UTC, datetime

from app.clock import (
    FAR_OFF_MS,
    LEAD_MS,
    Doubt,
    KnownTime,
    SystemClock,
    doubt,
    local,
    next_hlc,
    utc,
)
from tests.fakes.clock import NOON, HandClock


def known(clock: HandClock) -> KnownTime:
    return KnownTime(clock.wall_ms, clock.wall_ms, clock.since_boot_ms, clock.boot)


def test_a_clock_that_runs_as_it_should_is_not_doubted() -> None:
    clock = HandClock()
    vouched = known(clock)
    clock.advance(3_600_000)

    assert doubt(clock, NOON, vouched) is Doubt.NONE


def test_a_clock_behind_the_last_entry_is_told() -> None:
    clock = HandClock()

    assert doubt(clock, NOON + 1, known(clock)) is Doubt.BEHIND


def test_a_clock_turned_back_behind_known_time_is_told_even_with_no_entry() -> None:
    clock = HandClock()
    vouched = known(clock)
    clock.reboot()
    clock.wall_ms -= 3 * 86_400_000

    assert doubt(clock, 0, vouched) is Doubt.BEHIND


def test_a_clock_put_forward_by_more_than_five_minutes_is_far_off() -> None:
    clock = HandClock()
    vouched = known(clock)
    clock.wall_ms += FAR_OFF_MS

    assert doubt(clock, NOON, vouched) is Doubt.NONE
    clock.wall_ms += 1
    assert doubt(clock, NOON, vouched) is Doubt.FAR_OFF


def test_after_a_reboot_a_jump_forward_cannot_be_known() -> None:
    clock = HandClock()
    vouched = known(clock)
    clock.reboot()
    clock.wall_ms += 10 * 365 * 86_400_000

    assert doubt(clock, NOON, vouched) is Doubt.NONE


def test_logical_time_grows_while_the_wall_stands_still_or_runs_back() -> None:
    clock = HandClock()
    vouched = known(clock)
    first = next_hlc(0, clock, vouched)
    clock.wall_ms -= 86_400_000
    second = next_hlc(first, clock, vouched)

    assert first == NOON << 16
    assert second == first + 1


def test_a_fast_clock_pulls_logical_time_only_ten_minutes_ahead() -> None:
    clock = HandClock()
    vouched = known(clock)
    clock.wall_ms += 10 * 365 * 86_400_000

    assert next_hlc(0, clock, vouched) == (NOON + LEAD_MS) << 16


def test_the_system_clock_tells_one_boot_and_time_that_runs_forward() -> None:
    clock = SystemClock()

    assert clock.boot_id() == clock.boot_id() != ""
    assert clock.monotonic_ms() <= clock.monotonic_ms()
    assert clock.now_ms() > 1_700_000_000_000


def test_midnight_of_the_vat_change_is_that_of_vietnam() -> None:
    last_second_of_2026 = utc(1_798_736_399_000)

    assert last_second_of_2026 == datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)
    assert local(last_second_of_2026).isoformat() == "2026-12-31T23:59:59+07:00"
