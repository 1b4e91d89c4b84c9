"""The calendar that law and customers go by: that of Vietnam."""

from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "ICT")  # one zone, no summer time since 1975


def local_day(at: datetime) -> date:
    """The day in Vietnam on which ``at`` falls; a time without a zone is a bug."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(VIETNAM).date()


def day_span_ms(day: date) -> tuple[int, int]:
    """Epoch milliseconds of the midnight at which ``day`` begins in Vietnam, and of the next."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=VIETNAM)
    start_ms = int(midnight.timestamp()) * 1000
    return start_ms, start_ms + int(timedelta(days=1).total_seconds()) * 1000
