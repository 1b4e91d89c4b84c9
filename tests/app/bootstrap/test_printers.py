from pathlib import Path

import pytest

from app.bootstrap.printers import make_printer, stations
from app.domain.devices import WAYS, Devices, PaperChoice, PrinterChoice, devices_from
from app.settings import Home
from printing.printers.cups import CupsPrinter
from printing.printers.folder import FolderPrinter
from printing.printers.raster import RasterPrinter
from printing.printers.windows import WindowsPrinter


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_without_settings_all_documents_go_to_the_folder_of_the_home(home: Home) -> None:
    found = stations(Devices(), home)

    assert found.keys() == {"receipt", "label", "card", "report", "slip"}
    assert {station.printer.name for station in found.values()} == {"folder"}


def test_each_kind_of_paper_has_its_own_queue(home: Home) -> None:
    chosen = devices_from({"receipt_printer": "cups:BIEN_LAI", "label_printer": "folder"})

    found = stations(chosen, home)

    assert found["receipt"].printer.name == found["slip"].printer.name == "cups:BIEN_LAI"
    assert found["label"].printer.name == "folder"


def test_two_papers_on_one_printer_have_one_queue_and_each_its_own_way(home: Home) -> None:
    chosen = devices_from(
        {
            "printers": {"roll": {"connection": "tcp:10.0.0.9", "patience_s": 7}},
            "papers": {"receipt": {"printer": "roll", "drawer": True}, "slip": {"printer": "roll"}},
        }
    )

    found = stations(chosen, home)

    assert found["receipt"].printer is found["slip"].printer
    assert found["receipt"].paper == PaperChoice("roll", drawer=True)
    assert (found["slip"].paper, found["slip"].patience_s) == (PaperChoice("roll"), 7)


@pytest.mark.parametrize("choice", ["", "cups", "cups:", "máy in", "lpt1:x"])
def test_a_choice_that_means_nothing_leaves_the_paper_without_a_printer(
    home: Home, choice: str
) -> None:
    assert "label" not in stations(devices_from({"label_printer": choice}), home)


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        ("folder", FolderPrinter),
        ("cups", CupsPrinter),
        ("windows", WindowsPrinter),
        ("tcp", RasterPrinter),
        ("usb", RasterPrinter),
        ("serial", RasterPrinter),
    ],
)
def test_there_is_a_printer_for_each_way_that_can_be_chosen(
    home: Home, way: str, kind: type
) -> None:
    printer = make_printer(PrinterChoice("here", way if way == "folder" else f"{way}:x"), home)

    assert way in WAYS
    assert isinstance(printer, kind)
    assert printer.name == "here"
