"""Scans by a line of their own, in the whole window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.devices import ScannerChoice
from app.services.signing_in import WrongPin
from tests.fakes.counter_window import CounterWindow
from tests.fakes.plugs import Plug, a_plug
from ui.screens.customer.view import CustomerView
from ui.widgets.entry import Entry


class _Counter(CounterWindow):
    def __init__(self, qtbot: QtBot, plug: Plug) -> None:
        super().__init__(qtbot)
        self.plug = plug
        self.qtbot = qtbot
        self.frame.hearing.listen(ScannerChoice("serial", plug.name))
        qtbot.waitUntil(lambda: self.frame.hearing.port.state == "connected")

    def scan(self, code: str) -> None:
        self.plug.send(f"{code}\r".encode())

    def customers(self) -> list[CustomerView]:
        return [each for each in self.window.findChildren(CustomerView) if each.isVisible()]


@pytest.fixture
def counter(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[_Counter]:
    with a_plug(tmp_path) as plug:
        made = _Counter(qtbot, plug)
        yield made
        made.frame.hearing.port.stop()


def test_a_code_opens_the_right_page_and_goes_into_no_field(
    counter: _Counter, qtbot: QtBot
) -> None:
    counter.type("le van")
    number = next(iter(counter.desk.people))

    counter.scan(number)
    qtbot.waitUntil(lambda: bool(counter.customers()))

    assert all(number not in entry.text() for entry in counter.window.findChildren(Entry))


def test_bytes_that_are_no_code_are_told_in_a_sentence(counter: _Counter, qtbot: QtBot) -> None:
    counter.plug.send(b"\xff\xfe\r")

    qtbot.waitUntil(lambda: "UTF-8" in counter.told())


def test_a_scanner_that_is_pulled_out_and_plugged_in_is_told(
    counter: _Counter, qtbot: QtBot
) -> None:
    counter.plug.send(b"EE4711")
    counter.plug.pull_out()
    qtbot.waitUntil(lambda: "Không thấy máy quét" in counter.told())

    counter.plug.plug_in()
    qtbot.waitUntil(lambda: "đã nối" in counter.told())

    number = next(iter(counter.desk.people))
    counter.scan(number)
    qtbot.waitUntil(lambda: bool(counter.customers()))


def test_while_nobody_is_signed_in_a_scan_opens_nothing(counter: _Counter, qtbot: QtBot) -> None:
    counter.hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    heard: list[str] = []
    counter.frame.hearing.port.scanned.connect(heard.append)

    counter.scan(next(iter(counter.desk.people)))
    qtbot.waitUntil(lambda: bool(heard))

    assert not counter.customers()


def test_a_scan_sounds_like_what_became_of_it(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.frame.sounds.switch(on=True)

    counter.open_customer()
    counter.hands.scan("EB000717594HK")
    counter.desk.fail_next = WrongPin(left=4)
    counter.hands.scan("RR473124829GB")

    assert counter.heard == ["accepted", "refused", "refused"]
