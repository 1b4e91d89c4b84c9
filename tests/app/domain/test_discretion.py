import pytest

from app.domain.discretion import discreet


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("abc", "abc"),
        ("-5", "-5"),
        ("001090000001", "…"),
        ("số 123456789 cũ", "số … cũ"),
        ("Văn An|01011990|Nam|Hà Nội|01012021", "…"),
        ("x" * 10_000, "x" * 40),
    ],
)
def test_what_a_card_tells_is_not_repeated(given: str, shown: str) -> None:
    assert discreet(given) == shown
