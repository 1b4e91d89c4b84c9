from typing import Any

import pytest

from app.domain.devices import (
    Devices,
    PaperChoice,
    PrinterChoice,
    ScannerChoice,
    SettingUnknown,
    SettingWrong,
    devices_from,
)


def test_where_nothing_is_chosen_everything_goes_to_the_folder() -> None:
    devices = devices_from({})

    assert devices == Devices()
    assert [printer.connection for printer in devices.used()] == ["folder"]
    assert devices.scanner == ScannerChoice()


def test_a_named_printer_serves_the_papers_that_name_it() -> None:
    devices = devices_from(
        {
            "printers": {"roll": {"connection": "tcp:192.168.1.50", "dots": 384}},
            "papers": {
                "receipt": {"printer": "roll", "copies": 2, "drawer": True},
                "label": {"printer": "cups:Nhan", "paper": "a6"},
            },
        }
    )

    roll = PrinterChoice("roll", "tcp:192.168.1.50", dots=384)
    assert devices.printer_of("receipt") == roll
    assert (roll.way, roll.address) == ("tcp", "192.168.1.50")
    assert devices.paper("receipt") == PaperChoice("roll", copies=2, drawer=True)
    assert [printer.name for printer in devices.used()] == ["roll", "cups:Nhan", "folder"]


def test_slips_go_where_receipts_go_and_what_no_roll_can_take_to_the_folder() -> None:
    devices = devices_from({"papers": {"receipt": {"printer": "cups:Roll"}}})

    assert devices.printer_of("slip") == PrinterChoice("cups:Roll", "cups:Roll")
    assert devices.printer_of("label") == devices.printer_of("report") == PrinterChoice("folder")


def test_the_short_way_chooses_for_receipts_and_labels() -> None:
    devices = devices_from({"receipt_printer": "cups:Nhiet80", "label_printer": "folder"})

    assert devices.paper("receipt").printer == "cups:Nhiet80"
    assert devices.paper("label").printer == "folder"


@pytest.mark.parametrize("choice", ["", "cups", "cups:", "máy in", "lpt1:x", "folder:x"])
def test_a_short_choice_that_means_nothing_names_no_printer(choice: str) -> None:
    assert devices_from({"label_printer": choice}).printer_of("label") is None


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"printers": 3}, "printers"),
    ({"printers": {"roll": "tcp"}}, "printers.roll"),
    ({"printers": {"roll": {"connection": "wifi:1"}}}, "printers.roll.connection"),
    ({"printers": {"roll": {"connection": "tcp:"}}}, "printers.roll.connection"),
    ({"printers": {"roll": {"connection": "tcp::9100"}}}, "printers.roll.connection"),
    ({"printers": {"roll": {"connection": "tcp:10.0.0.1:99999"}}}, "printers.roll.connection"),
    ({"printers": {"roll": {"dots": "wide"}}}, "printers.roll.dots"),
    ({"printers": {"roll": {"dots": True}}}, "printers.roll.dots"),
    ({"printers": {"roll": {"answers": "yes"}}}, "printers.roll.answers"),
    ({"printers": {"roll": {"baud": 9601}}}, "printers.roll.baud"),
    ({"printers": {"roll": {"patience_s": 0}}}, "printers.roll.patience_s"),
    ({"papers": {"receipt": {"printer": "nobody"}}}, "papers.receipt.printer"),
    ({"papers": {"receipt": {"printer": 7}}}, "papers.receipt.printer"),
    ({"papers": {"receipt": {"paper": "a0"}}}, "papers.receipt.paper"),
    ({"papers": {"receipt": {"copies": 10}}}, "papers.receipt.copies"),
    ({"papers": {"receipt": {"cut": 1}}}, "papers.receipt.cut"),
    ({"scanner": {"kind": "laser"}}, "scanner.kind"),
    ({"scanner": {"kind": "serial"}}, "scanner.port"),
    ({"scanner": {"prefix": "~~"}}, "scanner.prefix"),
    ({"scanner": {"ending": "tab"}}, "scanner.ending"),
    ({"scanner": {"pause_ms": 5}}, "scanner.pause_ms"),
]


@pytest.mark.parametrize(("found", "name"), WRONG)
def test_a_wrong_value_is_refused_by_its_name(found: dict[str, Any], name: str) -> None:
    with pytest.raises(SettingWrong) as caught:
        devices_from(found)

    assert caught.value.name == name
    assert caught.value.allowed


@pytest.mark.parametrize(
    ("found", "name"),
    [
        ({"printers": {"roll": {"witdh": 576}}}, "printers.roll.witdh"),
        ({"printers": {"roll": {"name": "x"}}}, "printers.roll.name"),
        ({"papers": {"recept": {}}}, "papers.recept"),
        ({"papers": {"receipt": {"copy": 1}}}, "papers.receipt.copy"),
        ({"scanner": {"speed": 9600}}, "scanner.speed"),
    ],
)
def test_a_slip_of_the_pen_is_refused_by_its_name(found: dict[str, Any], name: str) -> None:
    with pytest.raises(SettingUnknown) as caught:
        devices_from(found)

    assert caught.value.name == name


def test_the_drawer_hangs_on_the_printer_of_dots_whose_paper_opens_it() -> None:
    roll = {"roll": {"connection": "tcp:10.0.0.9"}}
    chosen = {"printers": roll, "papers": {"receipt": {"printer": "roll", "drawer": True}}}
    paged = {"papers": {"receipt": {"printer": "cups:BIEN_LAI", "drawer": True}}}

    found = devices_from(chosen).drawer()

    assert found is not None
    assert found.name == "roll"
    assert devices_from(paged).drawer() is None
    assert Devices().drawer() is None
