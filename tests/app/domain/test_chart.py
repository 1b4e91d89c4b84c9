import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chart import Scale, scale_for


@pytest.mark.parametrize(
    ("amounts", "ticks"),
    [
        ((), (0, 1)),
        ((0,), (0, 1)),
        ((15_000, 184_000), (0, 50_000, 100_000, 150_000, 200_000)),
        ((1_000_000,), (0, 500_000, 1_000_000)),
        ((-20_000, 60_000), (-20_000, 0, 20_000, 40_000, 60_000)),
        ((-5,), (-6, -4, -2, 0, 2)),
    ],
)
def test_lines_stand_at_round_numbers(amounts: tuple[int, ...], ticks: tuple[int, ...]) -> None:
    assert scale_for(amounts).ticks == ticks


@given(st.lists(st.integers(-(10**13), 10**13), max_size=24))
def test_every_amount_and_nought_lie_on_the_scale(amounts: list[int]) -> None:
    scale = scale_for(amounts)

    assert 0 in scale.ticks
    assert all(0 <= scale.share(amount) <= 1 for amount in amounts)
    assert len(scale.ticks) <= 8


def test_a_share_goes_from_the_lowest_line_to_the_highest() -> None:
    scale = Scale(-100, 300, 100)

    assert (scale.share(-100), scale.share(100), scale.share(300)) == (0, 0.5, 1)
