import pytest
import zxingcpp

from app.bootstrap.desk import CounterDesk
from app.bootstrap.paper import PrinterUnknown
from app.settings import Home
from tests.app.bootstrap.sample_counter import a_basket, a_registration
from tests.fakes.receipt_printer import Mood, ReceiptPrinter, in_the_network


def _accepted(desk: CounterDesk) -> str:
    number = desk.register(a_registration(desk)).number
    return desk.accept(a_basket(desk, number)).receipt


def _states(desk: CounterDesk, receipt: str) -> list[tuple[int, str]]:
    return [(each.copy, each.state) for each in desk.receipt(receipt).documents]


def test_documents_wait_until_they_are_printed_and_are_printed_once(
    staffed: CounterDesk, counter_home: Home
) -> None:
    receipt = _accepted(staffed)
    assert _states(staffed, receipt) == [(0, "waiting"), (0, "waiting")]

    assert staffed.print_waiting() == ()
    printed = {path: path.read_bytes() for path in counter_home.printed.glob("*.pdf")}
    assert staffed.print_waiting() == ()

    assert _states(staffed, receipt) == [(0, "printed"), (0, "printed")]
    assert len(printed) == 2
    assert {p: p.read_bytes() for p in counter_home.printed.glob("*.pdf")} == printed


def test_a_printer_that_fails_is_told_and_the_sale_stands(
    staffed: CounterDesk, counter_home: Home
) -> None:
    counter_home.printed.write_text("không phải thư mục", encoding="utf-8")
    receipt = _accepted(staffed)

    (sentence,) = staffed.print_waiting()

    assert "chứng từ đang chờ" in sentence
    assert _states(staffed, receipt) == [(0, "failed"), (0, "failed")]


def test_what_failed_comes_out_when_the_printer_is_back(
    staffed: CounterDesk, counter_home: Home
) -> None:
    counter_home.printed.write_text("không phải thư mục", encoding="utf-8")
    receipt = _accepted(staffed)
    staffed.print_waiting()
    counter_home.printed.unlink()

    staffed.print_waiting()

    assert _states(staffed, receipt) == [(0, "printed"), (0, "printed")]


def test_copies_are_numbered_and_wait_like_originals(staffed: CounterDesk) -> None:
    receipt = _accepted(staffed)
    staffed.print_waiting()

    asked = staffed.reprint(receipt)

    assert [(each.copy, each.state) for each in asked.documents][2:] == [
        (1, "waiting"),
        (1, "waiting"),
    ]


def test_the_word_on_a_document_in_no_doubt_changes_nothing(staffed: CounterDesk) -> None:
    receipt = _accepted(staffed)
    staffed.print_waiting()
    job = staffed.receipt(receipt).documents[0].job

    settled = staffed.settle_print(job, on_paper=False)

    assert settled == staffed.receipt(receipt)
    assert _states(staffed, receipt) == [(0, "printed"), (0, "printed")]


def test_only_queues_with_something_in_them_are_named(staffed: CounterDesk) -> None:
    assert staffed.print_queues() == ()

    receipt = _accepted(staffed)
    assert staffed.print_queues() == ("folder",)
    done = staffed.print_on("folder")

    assert (done.sentences, done.moved) == ((), True)
    assert _states(staffed, receipt) == [(0, "printed"), (0, "printed")]
    assert staffed.print_queues() == ()


def test_a_receipt_goes_to_a_printer_in_the_network_from_the_moment_it_is_chosen(
    staffed: CounterDesk, counter_home: Home
) -> None:
    printer = ReceiptPrinter()
    with in_the_network(printer) as address:
        counter_home.settings.write_text(
            f'[printers.roll]\nconnection = "tcp:{address}"\n', encoding="utf-8"
        )
        staffed.sign_in("tbc", "864209")
        staffed.change_settings({"papers": {"receipt": {"printer": "roll", "drawer": True}}})
        staffed.change_settings({"papers": {"label": {"printer": "folder"}}})
        receipt = _accepted(staffed)

        assert staffed.print_waiting() == ()

    (sheet,) = printer.sheets()
    codes = {code.format.name: code.text for code in zxingcpp.read_barcodes(sheet.image)}
    assert receipt in codes["QRCode"]
    assert codes["Code128"] == staffed.receipt(receipt).items[0]
    assert printer.drawer_kicks() == 1
    assert len(list(counter_home.printed.glob("label-*.pdf"))) == 1


def test_a_printer_that_never_says_it_printed_leaves_a_doubt_and_the_next_sale_stands(
    staffed: CounterDesk, counter_home: Home
) -> None:
    with in_the_network(ReceiptPrinter(Mood(finishes=False))) as address:
        counter_home.settings.write_text(
            f'[printers.roll]\nconnection = "tcp:{address}"\npatience_s = 2\n', encoding="utf-8"
        )
        staffed.sign_in("tbc", "864209")
        staffed.change_settings({"papers": {"receipt": {"printer": "roll"}}})
        staffed.change_settings({"papers": {"label": {"printer": "folder"}}})
        receipt = _accepted(staffed)
        (sentence,) = staffed.print_waiting()
        following = _accepted(staffed)

    assert "đã ra giấy hay chưa" in sentence
    assert _states(staffed, receipt) == [(0, "doubtful"), (0, "printed")]
    assert staffed.receipt_in_doubt() == receipt
    assert _states(staffed, following) == [(0, "waiting"), (0, "waiting")]

    job = staffed.receipt(receipt).documents[0].job
    staffed.settle_print(job, on_paper=True)
    assert staffed.receipt_in_doubt() == ""


def test_a_test_page_is_booked_nowhere_and_its_state_is_remembered(
    staffed: CounterDesk, counter_home: Home
) -> None:
    staffed.print_test_page("folder")

    assert len(list(counter_home.printed.glob("self-test-*.pdf"))) == 1
    assert [(each.name, each.code) for each in staffed.printers()] == [("folder", "")]


def test_a_printer_that_nobody_chose_is_refused(staffed: CounterDesk) -> None:
    with pytest.raises(PrinterUnknown):
        staffed.print_test_page("nobody")
