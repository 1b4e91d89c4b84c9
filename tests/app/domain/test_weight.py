import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.weight import WrongSize, WrongWeight, charged_g, format_g, volumetric_g
from app.messages import text_for


@pytest.mark.parametrize(
    ("size_cm", "expected_g"),
    [((40, 30, 20), 4_000), ((35, 25, 13), 1_896), ((1, 1, 3), 1), ((1, 1, 1), 0)],
)
def test_room_counts_as_grams_rounded_half_up(
    size_cm: tuple[int, int, int], expected_g: int
) -> None:
    assert volumetric_g(size_cm) == expected_g


def test_another_divisor_counts_room_otherwise() -> None:
    assert volumetric_g((40, 30, 20), 5_000) == 4_800


def test_room_counts_nothing_where_a_service_has_no_divisor() -> None:
    assert volumetric_g((40, 30, 20), 0) == 0


@given(st.tuples(*[st.integers(1, 1_000)] * 3))
def test_the_order_of_the_sides_does_not_matter(size_cm: tuple[int, int, int]) -> None:
    length, width, height = size_cm

    assert volumetric_g(size_cm) == volumetric_g((height, length, width))


@pytest.mark.parametrize(
    "size_cm", [(0, 30, 20), (40, -1, 20), (40, 30, 1_001), (0, 0, 0), (10**9, 1, 1)]
)
def test_a_size_that_cannot_be_is_refused(size_cm: tuple[int, int, int]) -> None:
    with pytest.raises(WrongSize) as refused:
        volumetric_g(size_cm)

    assert refused.value.field == "size"
    assert "ba cạnh" in text_for(refused.value)


def test_the_greater_weight_is_charged() -> None:
    assert charged_g(1_250, 4_000) == 4_000
    assert charged_g(5_000, 4_000) == 5_000


@pytest.mark.parametrize("weight_g", [0, -1, -5_000])
def test_an_item_that_weighs_nothing_is_refused(weight_g: int) -> None:
    with pytest.raises(WrongWeight) as refused:
        charged_g(weight_g, 4_000)

    assert refused.value.field == "weight"
    assert "lớn hơn 0" in text_for(refused.value)


def test_grams_are_grouped_by_dots() -> None:
    assert format_g(4_000) == "4.000 g"
