"""A real serial port, heard in the window's thread."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.devices import ScannerChoice
from app.scanners.framing import ScanNotText
from tests.fakes.plugs import a_plug
from ui.scanner_port import ScannerPort

ITEM = "EE471108151VN"


@pytest.fixture
def port(qapp: QApplication) -> Iterator[ScannerPort]:
    made = ScannerPort()
    yield made
    made.stop()


def test_codes_and_what_is_none_and_its_comings_and_goings_are_told(
    port: ScannerPort, qtbot: QtBot, tmp_path: Path
) -> None:
    scans: list[str] = []
    problems: list[object] = []
    states: list[str] = []
    port.scanned.connect(scans.append)
    port.refused.connect(problems.append)
    port.stood.connect(states.append)
    with a_plug(tmp_path) as plug:
        port.use(ScannerChoice("serial", plug.name))
        port.use(ScannerChoice("serial", plug.name))
        qtbot.waitUntil(lambda: port.state == "connected")

        plug.send(f"{ITEM}\r".encode())
        plug.send(b"\xff\xff\r")
        qtbot.waitUntil(lambda: bool(problems))
        plug.send(b"EE47")
        plug.pull_out()
        qtbot.waitUntil(lambda: port.state == "away")

    assert scans == [ITEM]
    assert isinstance(problems[0], ScanNotText)
    assert states == ["connected", "away"]


def test_a_scanner_that_was_given_up_is_not_heard_any_more(
    port: ScannerPort, qtbot: QtBot, tmp_path: Path
) -> None:
    scans: list[str] = []
    port.scanned.connect(scans.append)
    with a_plug(tmp_path) as plug:
        port.use(ScannerChoice("serial", plug.name))
        qtbot.waitUntil(lambda: port.state == "connected")

        port.use(ScannerChoice())
        plug.send(f"{ITEM}\r".encode())
        QApplication.processEvents()

    assert port.state == "keyboard"
    assert scans == []
