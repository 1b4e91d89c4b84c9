from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner
from ui.shell.pulse import Pulse
from ui.shell.top_strip import TopStrip


class _Beating:
    def __init__(self, qtbot: QtBot) -> None:
        self.desk = FakeDesk()
        self.strip = TopStrip()
        qtbot.addWidget(self.strip)
        self.feed = ChangeFeed()
        self.failed: list[Exception] = []
        self.pulse = Pulse(
            self.strip, self.desk, ImmediateRunner(), lambda: NOW, self.failed.append
        )


def test_the_strip_shows_time_and_standing_at_once(dressed: QApplication, qtbot: QtBot) -> None:
    beating = _Beating(qtbot)

    beating.pulse.start(beating.feed)
    beating.pulse.stop()

    clocks = [label.text() for label in beating.strip.findChildren(QLabel)]
    assert "Thứ Bảy 21/11 · 14:32" in clocks
    assert "đã ghi 122" in beating.strip.chip.text()


def test_what_was_booked_shows_in_the_chip(dressed: QApplication, qtbot: QtBot) -> None:
    beating = _Beating(qtbot)
    beating.pulse.start(beating.feed)
    beating.desk.accept(a_basket(beating.desk))

    beating.feed.announce(Topic.SHIPMENTS)
    beating.pulse.stop()

    assert "đã ghi 123" in beating.strip.chip.text()
