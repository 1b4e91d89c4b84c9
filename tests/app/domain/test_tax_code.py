import pytest

from app.domain.tax_code import TaxCodeCheckDigit, WrongTaxCode, is_tax_code, parse_tax_code


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0100109106", "0100109106"),
        (" 0100 109 106 ", "0100109106"),
        ("0100109106-011", "0100109106-011"),
        ("0100109106011", "0100109106-011"),
    ],
)
def test_a_tax_code_is_stored_as_on_an_invoice(typed: str, stored: str) -> None:
    assert parse_tax_code(typed) == stored
    assert is_tax_code(typed)


def test_a_wrong_check_digit_is_named_with_what_was_typed() -> None:
    with pytest.raises(TaxCodeCheckDigit) as raised:
        parse_tax_code("0100109107")

    assert raised.value.tax_code == "0100109107"
    assert not is_tax_code("0100109107")


@pytest.mark.parametrize("typed", ["", "12345", "01001O9106", "0100109106-0", "9" * 5_000])
def test_what_is_no_tax_code_is_refused(typed: str) -> None:
    with pytest.raises(WrongTaxCode):
        parse_tax_code(typed)
