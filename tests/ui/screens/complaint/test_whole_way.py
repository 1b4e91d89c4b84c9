"""The pages of complaints on a real counter: its store, its rules, its journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.desk import CounterDesk
from app.queries.complaints import CaseFilter
from app.settings import Settings
from app.store.store import Store
from app.store.verification import verify
from tests.builders import PHUC, PIN, a_store, accepted
from tests.fakes.hands import Hands
from ui.changes import ChangeFeed
from ui.counter_pages import CounterPages
from ui.frame import Around, Frame
from ui.running import ImmediateRunner, Runners
from ui.screens.case.view import CaseView

F6, F12, ENTER = Qt.Key.Key_F6, Qt.Key.Key_F12, Qt.Key.Key_Return


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


class _Window:
    """Somebody is signed in at a real desk; everything runs in place."""

    def __init__(self, qtbot: QtBot, store: Store) -> None:
        self.desk = CounterDesk(store, Settings(sounds=False))
        now = ImmediateRunner()
        runners = Runners(now, now, now)
        feed = ChangeFeed()
        self.frame = Frame(Around(self.desk, runners, feed), CounterPages(self.desk, runners, feed))
        window = self.frame.window
        qtbot.addWidget(window, before_close_func=lambda each: each.close())
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        self.frame.start()
        self.hands = Hands(window)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.frame.steering.pressing.finishing.forget()
            self.hands.press(key)

    def case(self) -> CaseView:
        pages = self.frame.window.findChildren(CaseView)
        return next(page for page in pages if page.isVisible())


def test_from_the_scan_of_a_receipt_to_a_closed_case(
    dressed: QApplication, qtbot: QtBot, store: Store
) -> None:
    proof = accepted(store).done.proof
    counter = _Window(qtbot, store)
    counter.hands.press(ENTER)
    counter.hands.type(PIN)
    counter.press(ENTER)

    counter.press(F6)
    counter.hands.scan(proof)
    counter.hands.type("1")
    counter.press(ENTER)
    counter.hands.type("Gửi hai tuần chưa tới.")
    counter.press(F12)  # recorded: the case is in front
    counter.press(F12)  # taken on
    counter.desk.sign_in(PHUC.code, PIN)
    steps = counter.case().steps
    steps.words.set_value("Không tìm thấy bưu gửi.")
    steps.changed.emit()
    counter.press(F12)  # decided, at the floor
    steps.approval.who.set_value(PHUC.code)
    steps.approval.pin.set_value(PIN)
    steps.changed.emit()
    counter.press(F12)  # paid
    counter.press(F12)  # closed

    (line,) = counter.desk.complaints(CaseFilter(open_only=False)).lines
    assert line.state_label == "đã đóng"
    page = counter.desk.complaint(line.number)
    assert (page.paid_by, page.compensation_vnd) == ("cash", page.floor_vnd)
    assert [event.kind for event in page.events] == [
        "received", "investigate", "decide", "compensate", "close",
    ]  # fmt: skip
    assert verify(store).ok
