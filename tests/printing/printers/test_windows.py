"""What can be told without Windows: the layout of pictures, and what is said elsewhere."""

import sys

import pytest

from printing.documents import render
from printing.printers.base import Order, PrinterUnreachable
from printing.printers.windows import (
    WindowsLine,
    WindowsPrinter,
    bitmap_header,
    bitmap_rows,
)
from printing.raster import Dots
from tests.printing.samples import RECEIPT


def test_a_picture_is_described_from_the_top_down_with_black_as_one() -> None:
    header = bitmap_header(576, 1_312)

    assert len(header) == 40 + 8
    assert int.from_bytes(header[4:8], "little") == 576
    assert int.from_bytes(header[8:12], "little", signed=True) == -1_312
    assert header[12:16] == b"\x01\x00\x01\x00"
    assert header[40:] == b"\xff\xff\xff\x00\x00\x00\x00\x00"


def test_rows_end_at_multiples_of_four_bytes() -> None:
    assert bitmap_rows(Dots(16, (b"\x80\x01", b"\x00\xff"))) == b"\x80\x01\0\0\x00\xff\0\0"


@pytest.mark.skipif(sys.platform == "win32", reason="there the spooler is asked")
def test_without_windows_its_printers_are_out_of_reach() -> None:
    printer = WindowsPrinter("Quay 2")

    with pytest.raises(PrinterUnreachable):
        printer.send(Order("receipt-1", render(RECEIPT)))
    with pytest.raises(OSError, match="Windows"):
        WindowsLine.open("Quay 2").write(b"\x1b@", 1)


def test_it_never_claims_to_remember_or_to_answer() -> None:
    printer, line = WindowsPrinter("Quay 2"), WindowsLine.open("Quay 2")
    printer.withdraw("1")
    line.close()

    assert (printer.trace("a").taken, printer.fate("1"), line.read(1)) == (None, "unknown", b"")
