from math import isfinite

import pytest

from app.bench.effort import Effort
from app.bench.long_books import write_long_history
from app.bench.subject import Sample
from app.bench.window import WindowNotMeasured, measure_window, told_by
from app.messages import text_for

LITTLE = Effort(lookups=0, people=0, sales=0, scans=3, starts=1, history=60, files=0, file_rows=0)


def test_the_window_is_started_scanned_into_and_weighed(sample: Sample) -> None:
    regular = write_long_history(sample, LITTLE.history)

    rows = {row.name: row for row in measure_window(sample, LITTLE, regular)}

    assert list(rows) == ["start", "painted", "painted_regular", "memory"]
    assert all(row.ratio is not None and isfinite(row.ratio) for row in rows.values())
    assert rows["painted"].figures["times"] == 3
    assert rows["memory"].unit == "MB"


def test_a_window_that_does_not_come_is_told_and_not_guessed() -> None:
    with pytest.raises(WindowNotMeasured) as missed:
        told_by(["-c", "import sys; sys.exit(1)"])

    assert "-c" in text_for(missed.value)


def test_words_that_are_no_answer_are_no_measure() -> None:
    with pytest.raises(WindowNotMeasured):
        told_by(["-c", "print('no answer')"])
