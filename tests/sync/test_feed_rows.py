from collections import Counter
from collections.abc import Callable

import msgspec
import pytest

from app.store.taking import Taken
from sync.feed_rows import passed_over, unreadable_stops
from sync.talking import Stopped


def test_what_was_passed_over_is_told(expect_log: Callable[[str], None]) -> None:
    expect_log("2 rows of 'horse'")
    expect_log("1 rows contradict")

    assert passed_over(Taken(1, Counter({"horse": 2}))) == 2


def test_a_row_that_cannot_be_read_stops_the_pass() -> None:
    with pytest.raises(Stopped), unreadable_stops():
        msgspec.msgpack.decode(b"\xff\xff")
