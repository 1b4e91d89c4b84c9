"""How numbers and times are written on screen. Qt-free."""

from datetime import datetime

from app.clock import local

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


def grouped(number: int) -> str:
    """``1234567`` as ``1.234.567``."""
    return f"{number:,}".replace(",", ".")


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
    return f"{_WEEKDAYS[local(at).weekday()]} {short_day(at)} · {clock_time(at)}"


def ago(then: datetime, now: datetime) -> str:
    """``14 phút``, ``3 giờ``, ``2 ngày``: the largest unit that fits; under a minute ``1 phút``."""
    seconds = max(int((now - then).total_seconds()), 0)
    if seconds >= _DAY:
        return f"{seconds // _DAY} ngày"
    if seconds >= _HOUR:
        return f"{seconds // _HOUR} giờ"
    return f"{max(seconds // _MINUTE, 1)} phút"
