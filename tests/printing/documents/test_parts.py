import pytest

from printing.documents.parts import phone_shown


@pytest.mark.parametrize(
    ("stored", "printed"),
    [
        ("+84903123456", "0903 123 456"),
        ("+14155552671", "+1 415-555-2671"),
        ("0903 ••• 456", "0903 ••• 456"),
        ("0168 123 4567", "0168 123 4567"),
        ("", ""),
    ],
)
def test_phones_are_printed_the_way_they_are_dialled_here(stored: str, printed: str) -> None:
    assert phone_shown(stored) == printed
