import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from ui.application import TURN_S, run, sentence_window, tell
from ui.look import Look
from ui.shell.window import MainWindow
from ui.style.theme import tokens
from ui.style.tokens import TOKENS, Theme
from ui.widgets.notice import Notice

SENTENCE = "Quầy này đang mở ở một cửa sổ khác trên máy."


@pytest.fixture(autouse=True)
def _messages_as_before() -> Iterator[None]:
    before = qInstallMessageHandler(None)
    qInstallMessageHandler(before)
    yield
    qInstallMessageHandler(before)


def _windows(kind: type[QWidget]) -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]


class Closer:
    """Closes the first visible window of ``kind`` once ``ready`` holds, as a person would."""

    def __init__(self, kind: type[QWidget]) -> None:
        self.kind = kind
        self.warmed = False
        self.titles: list[str] = []
        self.timer = QTimer()
        self.timer.setInterval(10)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def warm(self) -> None:
        self.warmed = True

    def look(self) -> None:
        for window in _windows(self.kind):
            if window.isVisible() and self.warmed:
                self.titles.append(window.windowTitle())
                self.timer.stop()
                window.close()


def test_the_counter_runs_until_its_window_is_closed(qapp: QApplication) -> None:
    closer = Closer(MainWindow)
    hook = sys.excepthook

    code = run(FakeDesk(), Look(), closer.warm)

    assert code == 0
    assert closer.titles == ["Tem · Quầy bưu điện"]
    assert sys.excepthook is hook
    assert QApplication.topLevelWidgets() == [], "Qt has taken all apart, not Python's collector"


def test_no_worker_keeps_the_window_waiting_while_it_is_open(qapp: QApplication) -> None:
    closer = Closer(MainWindow)
    before = sys.getswitchinterval()
    turns: list[float] = []

    def warm() -> None:
        turns.append(sys.getswitchinterval())
        closer.warm()

    run(FakeDesk(), Look(), warm)

    assert turns == [pytest.approx(TURN_S)]
    assert sys.getswitchinterval() == before


def test_what_is_warmed_gives_way_to_the_first_page(qapp: QApplication) -> None:
    closer = Closer(MainWindow)
    order: list[str] = []
    QTimer.singleShot(0, lambda: order.append("window"))

    def warm() -> None:
        order.append("warm")
        closer.warm()

    run(FakeDesk(), Look(), warm)

    assert order == ["window", "warm"]


@pytest.mark.parametrize(("named", "worn"), [("dark", Theme.DARK), ("mauve", Theme.LIGHT)])
def test_the_theme_of_the_settings_is_worn_and_an_unknown_one_is_light(
    qapp: QApplication, named: str, worn: Theme
) -> None:
    closer = Closer(MainWindow)

    run(FakeDesk(), Look(theme=named, scale=125), closer.warm)

    assert tokens() == TOKENS[worn]


def test_why_the_counter_cannot_open_is_told_in_a_window(qapp: QApplication) -> None:
    closer = Closer(QWidget)
    closer.warm()

    tell(SENTENCE, Look())

    assert closer.titles == ["Tem · Quầy bưu điện"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_sentence_is_put_away_by_one_key(
    dressed: QApplication, qtbot: QtBot, key: Qt.Key
) -> None:
    window = sentence_window(SENTENCE)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    (notice,) = window.findChildren(Notice)
    assert notice.text() == SENTENCE

    QTest.keyClick(window, key)

    qtbot.waitUntil(lambda: not window.isVisible())
