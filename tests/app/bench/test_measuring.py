from app.bench.measuring import Series, in_turns, took_ms


def test_a_share_is_the_time_that_so_many_stay_at_or_below() -> None:
    series = Series.of(range(100, 0, -1))

    assert (series.median, series.p95, series.p99, series.worst) == (50, 95, 99, 100)


def test_of_few_times_the_worst_stands_for_the_rare_ones() -> None:
    series = Series.of([3.0, 1.0, 2.0])

    assert (series.median, series.p95, series.p99, series.worst) == (2, 3, 3, 3)


def test_one_time_is_every_share_of_itself() -> None:
    series = Series.of([7.0])

    assert {series.median, series.p95, series.p99, series.worst} == {7.0}


def test_each_key_goes_to_both_and_the_first_of_them_alternates() -> None:
    calls: list[str] = []

    works, floors = in_turns(
        ["a", "b"],
        lambda key: calls.append(f"work {key}"),
        lambda key: calls.append(f"floor {key}"),
    )

    assert calls == ["floor a", "work a", "work b", "floor b"]
    assert len(works) == len(floors) == 2


def test_the_time_of_a_call_is_never_negative() -> None:
    assert took_ms(len, "one") >= 0
