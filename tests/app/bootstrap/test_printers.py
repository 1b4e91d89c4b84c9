from pathlib import Path

import pytest

from app.bootstrap.printers import chosen_printers
from app.domain.devices import devices_from
from app.settings import Home, Settings


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_without_settings_all_documents_go_to_the_folder_of_the_home(home: Home) -> None:
    printers = chosen_printers(Settings(), home)

    assert {kind: printer.name for kind, printer in printers.items()} == {
        "receipt": str(home.printed),
        "label": str(home.printed),
    }


def test_each_kind_of_document_has_its_own_queue(home: Home) -> None:
    settings = Settings(
        devices_from({"receipt_printer": "cups:BIEN_LAI", "label_printer": "folder"})
    )

    printers = chosen_printers(settings, home)

    assert "BIEN_LAI" in printers["receipt"].name
    assert printers["label"].name == str(home.printed)


@pytest.mark.parametrize("choice", ["", "cups", "cups:", "máy in", "lpt1:x"])
def test_a_choice_that_means_nothing_leaves_the_kind_without_a_printer(
    home: Home, choice: str
) -> None:
    assert "label" not in chosen_printers(Settings(devices_from({"label_printer": choice})), home)
