from datetime import UTC, datetime, timedelta

import pytest

from ui.formats import ago, clock_time, day, dong, grams, moment, short_day, weekday_and_time

AT = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)  # already Saturday in Vietnam


@pytest.mark.parametrize(
    ("amount", "written"),
    [(0, "0\u00a0đ"), (999, "999\u00a0đ"), (82_296, "82.296\u00a0đ"), (-5_000, "−5.000\u00a0đ")],
)
def test_money_is_grouped_by_dots(amount: int, written: str) -> None:
    assert dong(amount) == written


def test_weights_are_grams() -> None:
    assert grams(1_250) == "1.250\u00a0g"


def test_times_are_those_of_vietnam() -> None:
    assert day(AT) == "21/11/2026"
    assert short_day(AT) == "21/11"
    assert clock_time(AT) == "00:05"
    assert moment(AT) == "00:05 · 21/11/2026"
    assert weekday_and_time(AT) == "Thứ Bảy 21/11 · 00:05"


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=5), "1 phút"),
        (timedelta(minutes=14, seconds=59), "14 phút"),
        (timedelta(hours=3), "3 giờ"),
        (timedelta(days=2, hours=23), "2 ngày"),
        (timedelta(seconds=-30), "1 phút"),
    ],
)
def test_how_long_ago_is_told_in_the_largest_unit(passed: timedelta, words: str) -> None:
    assert ago(AT, AT + passed) == words
