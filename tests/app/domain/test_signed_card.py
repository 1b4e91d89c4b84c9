from datetime import date

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from app.domain.customer_number import make_customer_number
from app.domain.names import nfc
from app.domain.scanning import Shape, recognise
from app.domain.signed_card import (
    MAGIC,
    MOST_NAME,
    CardOfOtherVersion,
    CardUnreadable,
    CustomerCard,
    digits_of,
    is_card,
    read_card,
    shortened,
    statement_of,
)

SIGNATURE = bytes(range(64))
LONG = "Nguyễn Thị Phương Ánh Nguyệt Trường Thụy Quỳnh"


NUMBER = make_customer_number("0126", 123)


def holder(name: str = "Nguyễn Thị Ánh", number: str = NUMBER) -> CustomerCard:
    issued, expires = date(2026, 11, 22), date(2031, 11, 21)
    return CustomerCard(1, b"8" * 8, b"u" * 16, number, issued, expires, b"\1\2\3\4", name)


def test_what_was_written_is_read() -> None:
    digits = digits_of(statement_of(holder()), SIGNATURE)

    read = read_card(digits)

    assert read.holder == holder()
    assert (read.statement, read.signature) == (statement_of(holder()), SIGNATURE)


def test_a_scan_is_known_by_its_beginning() -> None:
    digits = digits_of(statement_of(holder()), SIGNATURE)

    seen = recognise(f" {digits}\r\n")

    assert (seen.shape, seen.value, seen.problem) == (Shape.SIGNED_CARD, NUMBER, None)
    assert seen.signed is not None


@pytest.mark.parametrize("name", ["Vũ An", "Nguyễn Thị Ánh", LONG, "Đ" * 60, "ế" * 60])
def test_the_longest_name_still_fits_a_code_of_version_eight(name: str) -> None:
    statement = statement_of(holder(name))
    digits = digits_of(statement, SIGNATURE)

    assert len(statement) + len(SIGNATURE) <= 144
    assert is_card(digits)
    assert int(segno.make_qr(digits, error="m", boost_error=False).version) <= 8
    assert read_card(digits).holder.name == shortened(name)


@given(st.text(max_size=80))
def test_a_name_is_cut_between_letters_never_inside_one(name: str) -> None:
    kept = shortened(name)

    assert len(kept.encode()) <= MOST_NAME
    assert nfc(name).strip().startswith(kept)
    assert shortened(kept) == kept


def test_marks_stay_with_their_letter() -> None:
    stacked = "q\u0323\u0302"  # no composed form: five bytes that belong together

    assert shortened(stacked * 20) == stacked * (MOST_NAME // len(stacked.encode()))


def test_a_later_form_is_named() -> None:
    statement = bytearray(statement_of(holder()))
    statement[0] = 2

    with pytest.raises(CardOfOtherVersion) as caught:
        read_card(digits_of(bytes(statement), SIGNATURE))

    assert caught.value.version == 2


@pytest.mark.parametrize("lost", [1, 60, 200])
def test_digits_that_are_missing_are_noticed_or_no_card_at_all(lost: int) -> None:
    digits = digits_of(statement_of(holder()), SIGNATURE)[:-lost]

    if is_card(digits):
        with pytest.raises((CardUnreadable, CardOfOtherVersion)):
            read_card(digits)
    assert recognise(digits).problem is not None


def test_a_number_that_cannot_be_is_refused() -> None:
    statement = statement_of(holder(number="0126000012331"))

    with pytest.raises(CardUnreadable):
        read_card(digits_of(statement, SIGNATURE))
    assert recognise(MAGIC + "9" * 300).problem is not None
