from app.bench.measuring import Series
from app.bench.report import table
from app.bench.rows import MB, Budget, Row, timed

FAST = timed(
    "lookup_number",
    Series.of([0.0314]),
    Budget("ratio", 8),
    Budget("median", 0.25),
    floor=Series.of([0.01]),
)
SLOW = timed("keystroke", Series.of([1234.5]), Budget("p99", 5), note="nguyễn v")
HEAVY = Row("memory", {"median": 312.4}, (Budget("median", 300),), floor=98.6, unit=MB)


def test_numbers_stand_as_vietnamese_readers_expect_them() -> None:
    lines = list(table([FAST, SLOW, HEAVY]))

    assert "0,031 ms" in lines[1]
    assert "3,1 ×" in lines[1]
    assert "≤ 8 ×, Trung vị ≤ 0,250 ms" in lines[1]
    assert "1.234 ms" in lines[2]
    assert "312 MB" in lines[3]
    assert "98,6 MB" in lines[3]


def test_what_is_over_its_budget_is_seen_at_once() -> None:
    lines = list(table([FAST, SLOW]))

    assert lines[1].endswith("đạt")
    assert lines[2].endswith("VƯỢT")


def test_the_slowest_key_is_told_below_the_table() -> None:
    assert list(table([FAST, SLOW]))[-1] == "Phím chậm nhất: «nguyễn v»"


def test_columns_stand_below_their_heads() -> None:
    head, first, second, *_ = table([FAST, SLOW])

    assert head.index("Hạn mức") == first.index("≤ 8 ×") == second.index("p99 ≤")
