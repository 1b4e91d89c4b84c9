"""Keys, pages and sentences of a real window around pages that only say what they are."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.citizen import parse_citizen_card
from app.store.faults import DiskFull
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_pages import FakeMakers, FakePage
from tests.fakes.hands import Hands
from ui.changes import ChangeFeed
from ui.running import ImmediateRunner
from ui.shell.handle import Key, KeyAction
from ui.shell.steering import Outlets, Steering
from ui.shell.window import MainWindow
from ui.style.tokens import Tone

if TYPE_CHECKING:
    from app.domain.identities import Clerk
    from app.settings import Settings

CARD = "001090000001|012345678|Nguyễn Văn A|01011990|Nam|Số 1 phố Thử, Hà Nội|15042021"


class _Counter:
    def __init__(self, qtbot: QtBot) -> None:
        self.desk = FakeDesk()
        self.feed = ChangeFeed()
        self.window = MainWindow()
        self.makers = FakeMakers(self.desk, ImmediateRunner(), self.feed)
        self.bugs: list[Exception] = []
        self.printed = 0
        self.used: list[Settings] = []
        self.seated: list[Clerk] = []
        outlets = Outlets(self.bugs.append, self._print, self.used.append, self.seated.append)
        self.steering = Steering(self.window, self.makers, outlets)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.steering.show_front()
        self.hands = Hands(self.window)

    def page(self) -> FakePage:
        return self.makers.opened[-1]

    def open_acceptance(self, **actions: KeyAction) -> FakePage:
        self.steering.open_acceptance(next(iter(self.desk.people.values())))
        page = self.page()
        page.actions = {Key(name): action for name, action in actions.items()}
        self.steering.refresh_keys()
        return page

    def _print(self) -> None:
        self.printed += 1


@pytest.fixture
def counter(dressed: QApplication, qtbot: QtBot) -> _Counter:
    return _Counter(qtbot)


def test_with_nobody_served_the_box_has_the_focus(counter: _Counter) -> None:
    assert counter.window.box.entry.hasFocus()


def test_pages_open_with_the_focus_where_work_begins(counter: _Counter) -> None:
    counter.steering.open_customer("0119004821317")

    assert counter.page().name == "customer 0119004821317"
    assert counter.page().entry.hasFocus()
    assert counter.page().widget.accessibleName() == counter.page().title


def test_a_card_opens_registration_filled(counter: _Counter) -> None:
    counter.steering.open_registration(parse_citizen_card(CARD))

    assert counter.page().name == "registration Nguyễn Văn A"


def test_finishing_returns_to_the_box(counter: _Counter) -> None:
    counter.steering.open_receipt("100950-2-0000001")

    counter.steering.finish()

    assert counter.steering.at_home()
    assert counter.window.box.entry.hasFocus()


def test_esc_goes_one_step_back(counter: _Counter) -> None:
    counter.steering.open_customer("0119004821317")
    counter.open_acceptance()

    counter.hands.press(Qt.Key.Key_Escape)

    assert counter.makers.opened[1].closed
    assert not counter.makers.opened[0].closed
    assert counter.makers.opened[0].entry.hasFocus()


def test_refusals_and_faults_go_to_the_strip_and_bugs_elsewhere(counter: _Counter) -> None:
    bug = ValueError("a bug")

    counter.steering.fail(DiskFull())
    assert counter.window.message.text()

    counter.steering.fail(bug)
    assert counter.bugs == [bug]


def test_typing_into_the_box_takes_an_old_sentence_away(counter: _Counter) -> None:
    counter.steering.tell("Mã vừa quét sai.", Tone.BAD)

    counter.hands.type("n")

    assert not counter.window.message.text()


def test_the_page_in_front_is_offered_a_scan(counter: _Counter) -> None:
    page = counter.open_acceptance()
    page.uses_scans = True

    assert counter.steering.take_scan("EE471108151VN")
    assert page.scans == ["EE471108151VN"]
