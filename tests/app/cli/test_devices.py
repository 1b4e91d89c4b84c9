from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from app.domain.scan_test import SELF_TEST
from tests.app.cli.tem import Tem
from tests.fakes.plugs import Plug, a_plug
from tests.fakes.receipt_printer import EMPTY, Mood, ReceiptPrinter, in_the_network


@contextmanager
def scanning(plug: Plug, sent: bytes) -> Iterator[None]:
    """Somebody scans again and again until the command has heard it."""
    heard = Event()

    def scan() -> None:
        while not heard.wait(0.1):
            plug.send(sent)

    hand = Thread(target=scan)
    hand.start()
    try:
        yield
    finally:
        heard.set()
        hand.join()


def choose(tem: Tem, settings: str) -> None:
    (tem.home / "settings.toml").write_text(settings, encoding="utf-8")


def test_every_printer_is_listed_with_its_state(tem: Tem) -> None:
    (folder,) = tem.json("printers", "list")["printers"]

    assert (folder["name"], folder["code"], folder["waiting"]) == ("folder", "", 0)
    assert "Sẵn sàng" in tem.run("printers", "list").out


def test_a_test_page_comes_out_of_the_folder(tem: Tem) -> None:
    tem.json("printers", "test", "folder")

    (page,) = (tem.home / "printed").glob("self-test-*.pdf")
    assert page.read_bytes().startswith(b"%PDF")


def test_a_test_page_comes_out_of_a_receipt_printer(tem: Tem) -> None:
    printer = ReceiptPrinter()
    with in_the_network(printer) as address:
        choose(tem, f'[printers.roll]\nconnection = "tcp:{address}"\n')
        tem.json("printers", "test", "roll")

    assert len(printer.sheets()) == 1


def test_a_printer_without_paper_says_so_and_is_remembered_so(tem: Tem) -> None:
    with in_the_network(ReceiptPrinter(Mood(paper=EMPTY))) as address:
        choose(tem, f'[printers.roll]\nconnection = "tcp:{address}"\n')
        refused = tem.run("--json", "printers", "test", "roll")

    assert refused.refusal == "printer.out_of_paper"
    states = {each["name"]: each["code"] for each in tem.json("printers", "list")["printers"]}
    assert states == {"folder": "", "roll": "printer.out_of_paper"}


def test_a_printer_that_nobody_chose_is_refused_with_those_there_are(tem: Tem) -> None:
    refused = tem.run("--json", "printers", "test", "nobody")

    assert refused.refusal == "printer.unknown"
    assert "folder" in refused.out


def test_a_wrong_setting_is_told_by_its_name(tem: Tem) -> None:
    choose(tem, "[papers.receipt]\ncopies = 0\n")

    refused = tem.run("--json", "printers", "list")

    assert refused.refusal == "settings.wrong_value"
    assert "papers.receipt.copies" in refused.out


def test_a_scanner_that_types_is_tested_at_the_terminal(tem: Tem) -> None:
    whole = tem.json("scanner", "test", given=f"{SELF_TEST}\n")
    spoilt = tem.run("--json", "scanner", "test", given="TEM-Ê-Á-Ư-E1-D9-Zz\n")

    assert whole["findings"] == ["whole"]
    assert spoilt.exit == 1
    assert spoilt.json["findings"] == ["telex"]


def test_a_serial_scanner_is_tested_at_its_port(tem: Tem, tmp_path: Path) -> None:
    with a_plug(tmp_path) as plug:
        choose(tem, f'[scanner]\nkind = "serial"\nport = "{plug.name}"\n')
        with scanning(plug, f"{SELF_TEST}\r".encode()):
            assert tem.json("scanner", "test")["findings"] == ["whole"]


def test_a_scanner_that_is_not_there_is_not_waited_for_for_ever(tem: Tem) -> None:
    choose(tem, '[scanner]\nkind = "serial"\nport = "/dev/ttyNone7"\n')

    assert tem.run("--json", "scanner", "test", "--seconds", "1").refusal == "cli.nothing_scanned"


def test_bytes_that_are_no_code_are_told(tem: Tem, tmp_path: Path) -> None:
    with a_plug(tmp_path) as plug:
        choose(tem, f'[scanner]\nkind = "serial"\nport = "{plug.name}"\n')
        with scanning(plug, b"\xff\xff\r"):
            assert tem.run("--json", "scanner", "test").refusal == "scanner.not_text"
