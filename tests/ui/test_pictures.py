"""Pictures of the frame in every theme, for people to look at: in the ignored ``pictures``."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_frame import FakeFrame
from ui.style.theme import apply
from ui.style.tokens import TOKENS, Theme


def _sign_in(counter: FakeFrame) -> None:
    counter.hands.type("2")


def _wrong_pin(counter: FakeFrame) -> None:
    counter.hands.type("20000")
    counter.hands.press(Qt.Key.Key_Return)


def _start(counter: FakeFrame) -> None:
    counter.sign_in()


def _box(counter: FakeFrame) -> None:
    counter.sign_in()
    counter.hands.type("nguyen thi anh t")


def _help(counter: FakeFrame) -> None:
    counter.sign_in()
    counter.hands.press(Qt.Key.Key_F1)


def _refused_scan(counter: FakeFrame) -> None:
    counter.sign_in()
    counter.hands.scan("EB000717594HK")


def _recovery(counter: FakeFrame) -> None:
    counter.desk.printer.doubt(counter.desk.transactions[-1].receipt)
    counter.sign_in()


def _bug(counter: FakeFrame) -> None:
    counter.sign_in()
    counter.frame.steering.fail(ValueError("a bug"))


SCENES = (_sign_in, _wrong_pin, _start, _box, _help, _refused_scan, _recovery, _bug)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__.strip("_"))
def test_the_frame_fills_a_small_screen_in_every_theme(
    qapp: QApplication,
    qtbot: QtBot,
    pictures: Path,
    expect_log: Callable[[str], None],
    theme: Theme,
    scene: Callable[[FakeFrame], None],
) -> None:
    if scene is _bug:
        expect_log("bug at")
    apply(qapp, theme)
    desk = FakeDesk()
    desk.accept(a_basket(desk))
    counter = FakeFrame(qtbot, desk)

    scene(counter)
    QApplication.processEvents()
    picture = counter.window.grab().toImage()
    picture.save(str(pictures / f"frame-{scene.__name__.strip('_')}-{theme}.png"))

    assert picture.size() == QSize(1366, 768)
    ground = QColor(TOKENS[theme].ground)
    assert scene is _help or picture.pixelColor(6, 400) == ground
