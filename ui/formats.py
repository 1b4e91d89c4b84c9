"""How numbers and times are written on screen. Qt-free."""

from datetime import datetime

from app import messages
from app.clock import local
from app.messages import text

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def grouped(number: int) -> str:
    """``1234567`` as ``1.234.567``, less than nothing with a true minus; in English by commas."""
    return messages.grouped(number) if number >= 0 else f"−{messages.grouped(-number)}"


def dong(amount_vnd: int) -> str:
    """``82.296 đ``, with a blank that does not break."""
    return f"{grouped(amount_vnd)}\u00a0đ"


def grams(weight_g: int) -> str:
    """``1.250 g``, with a blank that does not break."""
    return f"{grouped(weight_g)}\u00a0g"


def day(at: datetime) -> str:
    """``21/11/2026``, local."""
    return local(at).strftime("%d/%m/%Y")


def short_day(at: datetime) -> str:
    """``21/11``, local."""
    return local(at).strftime("%d/%m")


def clock_time(at: datetime) -> str:
    """``14:32``, local."""
    return local(at).strftime("%H:%M")


def moment(at: datetime) -> str:
    """``14:32 · 21/11/2026``, local."""
    return f"{clock_time(at)} · {day(at)}"


def weekday_and_time(at: datetime) -> str:
    """``Thứ Bảy 21/11 · 14:32``, local: the clock of the window."""
    weekday = text(f"ui.weekday.{local(at).weekday()}")
    return f"{weekday} {short_day(at)} · {clock_time(at)}"


def ago(then: datetime, now: datetime) -> str:
    """``14 phút``, ``3 giờ``, ``2 ngày``: the largest unit that fits; under a minute ``1 phút``."""
    seconds = max(int((now - then).total_seconds()), 0)
    if seconds >= _DAY:
        return text("ui.ago.days", count=seconds // _DAY)
    if seconds >= _HOUR:
        return text("ui.ago.hours", count=seconds // _HOUR)
    return text("ui.ago.minutes", count=max(seconds // _MINUTE, 1))
