import pytest

from tests.e2e.hook import retyped


@pytest.mark.parametrize(
    ("code", "method", "keys"),
    [
        ("EE471108151VN", "telex", "E\bÊ471108151VN"),
        ("DD471108155VN", "telex", "D\bĐ471108155VN"),
        ("RA473124829US", "telex", "RA473124829U\bÚ"),
        ("EA123456785VN", "vni", "EA\bÁ23456785VN"),
        ("EA612345678VN", "vni", "EA\bÂ\bẤ2345678VN"),
        ("EA112345678VN", "vni", "EA\bÁ\bA12345678VN"),
        ("0126000012345", "vni", "0126000012345"),
    ],
)
def test_marks_go_on_the_letter_before(code: str, method: str, keys: str) -> None:
    assert retyped(code, method) == keys
