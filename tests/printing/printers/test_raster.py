"""Against a printer that listens: in the network, and at a port that the system takes for real."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest
import zxingcpp
from PIL import Image

from app.errors import EnvironmentFault
from app.messages import text_for
from printing.documents import render
from printing.printers.base import (
    CoverOpen,
    HandoverUnknown,
    Order,
    OutOfPaper,
    PrinterJammed,
    PrinterSilent,
    PrinterUnreachable,
    WrongPaper,
)
from printing.printers.lines import DeviceLine, Open, SerialLine, TcpLine
from printing.printers.raster import Habits, RasterPrinter
from tests.e2e.waiting import until
from tests.fakes.receipt_printer import (
    COVER_OPEN,
    EMPTY,
    ERROR,
    PAPER_STOP,
    Mood,
    ReceiptPrinter,
    at_a_port,
    in_the_network,
)
from tests.printing.samples import LABEL, RECEIPT

PATIENT = Habits(patience_s=120, answer_s=120)
"""Where an answer comes, however late on a loaded machine."""


@contextmanager
def tcp(printer: ReceiptPrinter) -> Iterator[Open]:
    with in_the_network(printer) as address:
        yield partial(TcpLine.open, address)


@contextmanager
def usb(printer: ReceiptPrinter) -> Iterator[Open]:
    with at_a_port(printer) as path:
        yield partial(DeviceLine.open, path)


@contextmanager
def serial(printer: ReceiptPrinter) -> Iterator[Open]:
    with at_a_port(printer) as path:
        yield partial(SerialLine.open, path, 115_200)


def codes(image: Image.Image) -> dict[str, str]:
    return {code.format.name: code.text for code in zxingcpp.read_barcodes(image)}


@pytest.mark.parametrize("reach", [tcp, usb, serial])
def test_a_receipt_comes_out_whole_and_both_codes_are_read_from_the_dots(reach: object) -> None:
    printer = ReceiptPrinter()
    assert callable(reach)

    with reach(printer) as way:
        RasterPrinter("roll", way, PATIENT).send(Order("receipt-1", render(RECEIPT)))

    (sheet,) = printer.sheets()
    assert sheet.cut
    assert sheet.image.width == 576 + 64
    read = codes(sheet.image)
    assert read["Code128"] == RECEIPT.items[0].code
    assert read["QRCode"] == f"TEM1:R:{RECEIPT.number}:{RECEIPT.proof}"
    assert printer.drawer_kicks() == 0


def test_a_label_fits_a_head_of_104_mm_with_its_code() -> None:
    printer = ReceiptPrinter()

    with tcp(printer) as way:
        RasterPrinter("labels", way, Habits(dots=832, patience_s=120, answer_s=120)).send(
            Order("label-1", render(LABEL))
        )

    assert codes(printer.sheets()[0].image)["Code128"] == LABEL.item.code


def test_a_label_on_a_receipt_roll_is_wrong_paper_and_nothing_is_sent() -> None:
    printer = ReceiptPrinter()

    with tcp(printer) as way, pytest.raises(WrongPaper) as caught:
        RasterPrinter("roll", way, PATIENT).send(Order("label-1", render(LABEL)))

    assert (caught.value.needed_mm, caught.value.has_mm) == (105, 72)
    assert not printer.received


def test_copies_are_printed_and_the_drawer_springs_open_once() -> None:
    printer = ReceiptPrinter()
    order = Order("receipt-1", render(RECEIPT), copies=2, drawer=True)

    with tcp(printer) as way:
        RasterPrinter("roll", way, PATIENT).send(order)

    assert [sheet.cut for sheet in printer.sheets()] == [True, True]
    assert printer.drawer_kicks() == 1


def test_paper_that_is_torn_off_by_hand_is_not_cut() -> None:
    printer = ReceiptPrinter()

    with tcp(printer) as way:
        RasterPrinter("roll", way, PATIENT).send(Order("receipt-1", render(RECEIPT), cut=False))

    assert [sheet.cut for sheet in printer.sheets()] == [False]


@pytest.mark.parametrize(
    ("mood", "fault"),
    [
        (Mood(paper=EMPTY), OutOfPaper),
        (Mood(cause=PAPER_STOP), OutOfPaper),
        (Mood(cause=COVER_OPEN), CoverOpen),
        (Mood(cause=ERROR), PrinterJammed),
    ],
)
def test_a_printer_that_cannot_print_says_why_and_gets_no_dot(
    mood: Mood, fault: type[EnvironmentFault]
) -> None:
    printer = ReceiptPrinter(mood)

    with tcp(printer) as way, pytest.raises(fault) as caught:
        RasterPrinter("roll", way, PATIENT).send(Order("receipt-1", render(RECEIPT)))

    assert "roll" in text_for(caught.value)
    assert printer.sheets() == []


def test_a_printer_that_accepts_and_never_prints_leaves_the_receipt_in_doubt() -> None:
    printer = ReceiptPrinter(Mood(finishes=False))

    with tcp(printer) as way, pytest.raises(HandoverUnknown):
        RasterPrinter("roll", way, Habits(patience_s=0.2, answer_s=120)).send(
            Order("receipt-1", render(RECEIPT))
        )


def test_a_printer_that_stops_taking_in_the_middle_leaves_the_receipt_in_doubt() -> None:
    printer = ReceiptPrinter(Mood(takes=20_000))

    with usb(printer) as way, pytest.raises(HandoverUnknown):
        RasterPrinter("roll", way, Habits(patience_s=0.2, answer_s=120)).send(
            Order("receipt-1", render(RECEIPT))
        )


def test_a_serial_printer_that_stops_taking_leaves_the_receipt_in_doubt() -> None:
    printer = ReceiptPrinter(Mood(takes=20_000))

    with serial(printer) as way, pytest.raises(HandoverUnknown):
        RasterPrinter("roll", way, Habits(patience_s=0.2, answer_s=120)).send(
            Order("receipt-1", render(RECEIPT))
        )


def test_something_that_never_answers_is_sent_nothing() -> None:
    printer = ReceiptPrinter(Mood(cause=None))

    with tcp(printer) as way, pytest.raises(PrinterSilent):
        RasterPrinter("roll", way, Habits(answer_s=0.1)).send(Order("receipt-1", render(RECEIPT)))

    assert printer.sheets() == []


def test_a_model_that_never_answers_is_believed_when_the_settings_say_so() -> None:
    printer = ReceiptPrinter(Mood(cause=None, paper=None, finishes=False))

    with tcp(printer) as way:
        RasterPrinter("roll", way, Habits(answers=False)).send(Order("receipt-1", render(RECEIPT)))
        until(lambda: [sheet.cut for sheet in printer.sheets()] == [True], "the sheet")


@pytest.mark.parametrize(
    "way",
    [
        partial(TcpLine.open, "127.0.0.1:1"),
        partial(DeviceLine.open, "/dev/usb/lp-none"),
        partial(SerialLine.open, "/dev/ttyNone0", 9_600),
    ],
)
def test_no_printer_at_the_other_end_is_told(way: Open) -> None:
    with pytest.raises(PrinterUnreachable):
        RasterPrinter("roll", way, PATIENT).send(Order("receipt-1", render(RECEIPT)))


def test_it_never_claims_to_remember() -> None:
    printer = RasterPrinter("roll", partial(TcpLine.open, "127.0.0.1:1"), PATIENT)
    printer.withdraw("1")

    assert printer.trace("receipt-1").taken is None
    assert printer.fate("1") == "unknown"


def test_the_drawer_springs_open_without_any_paper() -> None:
    printer = ReceiptPrinter()

    with tcp(printer) as way:
        RasterPrinter("roll", way, PATIENT).open_drawer()

    assert printer.drawer_kicks() == 1
    assert printer.sheets() == []


@pytest.mark.parametrize(
    ("mood", "answer_s", "fault"),
    [
        (Mood(cause=PAPER_STOP, paper=EMPTY), 120, OutOfPaper),
        (Mood(cause=COVER_OPEN), 120, CoverOpen),
        (Mood(cause=None), 0.2, PrinterSilent),
    ],
)
def test_a_printer_that_stands_still_is_not_told_to_open_the_drawer_later(
    mood: Mood, answer_s: float, fault: type[EnvironmentFault]
) -> None:
    printer = ReceiptPrinter(mood)

    with tcp(printer) as way, pytest.raises(fault):
        RasterPrinter("roll", way, Habits(patience_s=120, answer_s=answer_s)).open_drawer()

    assert printer.drawer_kicks() == 0


def test_the_drawer_of_a_printer_that_is_away_stays_shut() -> None:
    with pytest.raises(PrinterUnreachable):
        RasterPrinter("roll", partial(TcpLine.open, "127.0.0.1:9"), PATIENT).open_drawer()


def test_a_drawer_of_which_nobody_says_that_it_opened_is_told() -> None:
    printer = ReceiptPrinter(Mood(finishes=False))

    with tcp(printer) as way, pytest.raises(PrinterSilent):
        RasterPrinter("roll", way, Habits(answer_s=0.2)).open_drawer()


def test_a_printer_that_never_answers_is_believed_to_open_it() -> None:
    printer = ReceiptPrinter()

    with serial(printer) as way:
        RasterPrinter("roll", way, Habits(answers=False)).open_drawer()
        RasterPrinter("roll", way, PATIENT).open_drawer()  # answered: all before it was obeyed

    assert printer.drawer_kicks() == 2
