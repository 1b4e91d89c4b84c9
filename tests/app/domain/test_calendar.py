from datetime import UTC, date, datetime

import pytest

from app.domain.calendar import VIETNAM, day_span_ms, local_day


def test_the_day_begins_at_midnight_in_vietnam() -> None:
    last_second = datetime(2026, 12, 31, 23, 59, 59, tzinfo=VIETNAM)
    midnight = datetime(2027, 1, 1, tzinfo=VIETNAM)

    assert local_day(last_second) == date(2026, 12, 31)
    assert local_day(midnight) == date(2027, 1, 1)


def test_midnight_in_vietnam_is_five_in_the_afternoon_utc() -> None:
    assert local_day(datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)) == date(2026, 12, 31)
    assert local_day(datetime(2026, 12, 31, 17, 0, 0, tzinfo=UTC)) == date(2027, 1, 1)


def test_a_moment_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_day(datetime(2026, 12, 31))  # noqa: DTZ001 - the naive value under test


def test_a_day_spans_from_its_midnight_to_the_next() -> None:
    start_ms, end_ms = day_span_ms(date(2026, 12, 31))

    assert datetime.fromtimestamp(start_ms / 1000, VIETNAM) == datetime(
        2026, 12, 31, tzinfo=VIETNAM
    )
    assert end_ms == day_span_ms(date(2027, 1, 1))[0]
