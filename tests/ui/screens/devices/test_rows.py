import pytest

from app.domain.devices import DevicesFound, ScannerChoice, devices_from
from app.domain.scan_test import SELF_TEST, Finding, diagnose
from app.messages import catalogue
from app.queries.printers import PrinterStanding
from ui.screens.devices.rows import (
    chosen_drawer,
    chosen_printers,
    diagnosis_words,
    drawer_changes,
    drawer_options,
    port_options,
    printer_options,
    printer_row,
    scanner_words,
)
from ui.style.tokens import Tone

ROLL = PrinterStanding(
    "roll", "tcp:10.0.0.9", ("receipt", "slip"), "printer.out_of_paper", "Máy in hết giấy.", 3, 0
)


def test_a_printer_is_told_with_its_papers_its_way_and_its_state() -> None:
    row = printer_row(ROLL)

    assert (row.title, row.detail) == ("roll", "phiếu gửi, các phiếu khác · tcp:10.0.0.9")
    assert (row.state, row.tone, row.waiting) == ("Hết giấy", Tone.WARN, "3 chờ in")


def test_a_printer_without_a_name_is_called_by_where_it_is() -> None:
    titles = [
        printer_row(PrinterStanding(name, name, (), "", "", 0, 0)).title
        for name in ("folder", "cups:Quay_2", "")
    ]

    assert titles == ["Thư mục in", "Quay_2", "Chưa chọn máy"]


def test_a_paper_may_go_to_any_printer_there_is() -> None:
    devices = devices_from({"receipt_printer": "cups:Nhiet80"})
    options = printer_options(devices, DevicesFound(("cups:Nhiet80", "cups:A4")))

    assert options == (("cups:Nhiet80", "Nhiet80"), ("folder", "Thư mục in"), ("cups:A4", "A4"))
    assert chosen_printers(devices) == {
        "receipt": "cups:Nhiet80",
        "label": "folder",
        "card": "folder",
        "report": "folder",
        "slip": "cups:Nhiet80",
    }


def test_the_chosen_port_is_offered_while_it_is_not_there() -> None:
    chosen = ScannerChoice("serial", "/dev/ttyACM0")

    assert port_options(chosen, DevicesFound(ports=("/dev/ttyUSB0",))) == (
        ("/dev/ttyACM0", "ttyACM0"),
        ("/dev/ttyUSB0", "ttyUSB0"),
    )


@pytest.mark.parametrize("state", ["keyboard", "connected", "away"])
def test_each_state_of_the_scanner_has_its_words(state: str) -> None:
    assert scanner_words(state)[0]


def test_a_whole_code_is_good_and_a_spoilt_one_says_how_to_put_it_right() -> None:
    assert diagnosis_words(diagnose(SELF_TEST))[1] == Tone.GOOD

    words, tone = diagnosis_words(diagnose("tem-ê-á-ư-e1-d9-zZ"))

    assert tone == Tone.WARN
    assert words.splitlines()[0].startswith("Caps Lock")
    assert "Telex" in words
    assert words.endswith("Nhận được: tem-ê-á-ư-e1-d9-zZ")


def test_every_finding_has_its_sentence() -> None:
    assert all(f"ui.scan_test.{finding}" in catalogue() for finding in Finding)


def test_the_drawer_moves_from_printer_to_printer_and_papers_stay_where_they_are() -> None:
    papers: dict[str, dict[str, str | bool]] = {
        "receipt": {"printer": "tcp:10.0.0.9"},
        "slip": {"printer": "usb:/dev/usb/lp0"},
        "label": {"printer": "cups:Nhan", "drawer": True},
    }
    devices = devices_from({"papers": papers})
    assert [name for name, _ in drawer_options(devices)] == ["", "tcp:10.0.0.9", "usb:/dev/usb/lp0"]
    assert chosen_drawer(devices) == ""

    changed = devices_from(drawer_changes(devices, "usb:/dev/usb/lp0"))

    assert chosen_drawer(changed) == "usb:/dev/usb/lp0"
    assert chosen_printers(changed) == chosen_printers(devices)
    assert [name for name, paper in changed.papers.items() if paper.drawer] == ["slip"]
