"""The fake answers and draws as the makers' manuals say."""

import pytest

from tests.fakes.receipt_printer import COVER_OPEN, Mood, ReceiptPrinter


def test_it_answers_each_question_once_even_in_pieces() -> None:
    printer = ReceiptPrinter(Mood(cause=COVER_OPEN))

    assert printer.take(b"\x10\x04") == b""
    assert printer.take(b"\x02\x10\x04\x04") == b"\x16\x12"
    assert printer.take(b"\x1dr\x01") == b"\x00"


def test_a_question_in_the_middle_of_an_image_is_part_of_the_image() -> None:
    printer = ReceiptPrinter()

    assert printer.take(b"\x1dv0\x00\x03\x00\x01\x00\x10\x04\x02") == b""
    assert printer.sheets()[0].image.size == (24 + 64, 1 + 64)


def test_dots_become_black_and_paper_ends_at_the_knife() -> None:
    printer = ReceiptPrinter()
    printer.take(b"\x1b@\x1bp\x00\x19\xfa\x1dv0\x00\x01\x00\x02\x00\x80\x00\x1dVB\x00")

    (sheet,) = printer.sheets()

    assert sheet.cut
    assert [sheet.image.getpixel((32, 32 + row)) for row in (0, 1)] == [0, 255]
    assert printer.drawer_kicks() == 1


def test_what_no_printer_understands_is_an_error() -> None:
    with pytest.raises(KeyError):
        ReceiptPrinter().take(b"Xin chao")
