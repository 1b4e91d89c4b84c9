from functools import partial

import pytest

from printing.printers.lines import DeviceLine, Line, Open, SerialLine, Stuck, TcpLine
from tests.fakes.receipt_printer import Mood, ReceiptPrinter, at_a_port, in_the_network

QUESTION = b"\x10\x04\x02"


def ask(way: Open) -> bytes:
    line: Line = way()
    try:
        line.write(QUESTION, 5)
        return line.read(5)
    finally:
        line.close()


def test_questions_and_answers_travel_on_every_line() -> None:
    printer = ReceiptPrinter()
    with in_the_network(printer) as address:
        assert ask(partial(TcpLine.open, address)) == b"\x12"

    printer = ReceiptPrinter()
    with at_a_port(printer) as path:
        assert ask(partial(DeviceLine.open, path)) == b"\x12"

    printer = ReceiptPrinter()
    with at_a_port(printer) as path:
        assert ask(partial(SerialLine.open, path, 9_600)) == b"\x12"


def test_silence_is_no_answer_and_no_failure() -> None:
    printer = ReceiptPrinter(Mood(cause=None))
    with in_the_network(printer) as address:
        line = TcpLine.open(address)
        assert line.read(0.05) == b""
        line.close()
    printer = ReceiptPrinter(Mood(cause=None))
    with at_a_port(printer) as path:
        ways: tuple[Open, ...] = (
            partial(DeviceLine.open, path),
            partial(SerialLine.open, path, 9_600),
        )
        for way in ways:
            other = way()
            assert other.read(0.05) == b""
            other.close()


def test_a_printer_in_the_network_that_takes_nothing_any_more_is_told() -> None:
    printer = ReceiptPrinter(Mood(takes=0))
    with in_the_network(printer) as address:
        line = TcpLine.open(address)
        with pytest.raises(Stuck):
            line.write(bytes(20_000_000), 0.2)
        line.close()


def test_a_printer_that_hangs_up_is_told() -> None:
    printer = ReceiptPrinter()
    with in_the_network(printer) as address:
        line = TcpLine.open(address)
        line.write(QUESTION, 5)
        assert line.read(5) == b"\x12"
        printer.stopped.set()
        with pytest.raises(ConnectionError):
            line.read(5)
        line.close()
