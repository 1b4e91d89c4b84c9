from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow, without_name
from ui.screens.syncing.view import SyncingView

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class _Counter(CounterWindow):
    def ask(self) -> None:
        self.hands.press(Qt.Key.Key_G, CTRL)

    @property
    def page(self) -> SyncingView | None:
        found = [each for each in self.window.findChildren(SyncingView) if each.isVisible()]
        return found[0] if found else None


def test_two_keys_open_it_from_anywhere_and_esc_goes_back(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = _Counter(qtbot)
    counter.ask()
    counter.ask()
    assert counter.page is not None
    assert without_name(counter.page) == []

    counter.press(Qt.Key.Key_Escape)

    assert counter.page is None


def test_f12_asks_for_a_pass(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    counter.ask()

    counter.press(Qt.Key.Key_F12)

    assert counter.desk.calls[-1] == "sync_now"


def test_nobody_who_is_not_signed_in_comes_to_it(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    counter.hands.press(Qt.Key.Key_L, CTRL)

    counter.ask()

    assert counter.page is None


def test_it_follows_what_happens_while_it_is_open(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    counter.ask()
    assert counter.page is not None
    assert counter.page.held.isVisible()

    counter.desk.in_touch = replace(counter.desk.in_touch, held=(), acked=128)

    page = counter.page
    qtbot.waitUntil(lambda: not page.held.isVisible())


def _choose(place: Path) -> None:
    """What somebody does in the dialog of files."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):  # it is still on its way
        QTimer.singleShot(10, lambda: _choose(place))
        return
    (name,) = dialog.findChildren(QLineEdit, "fileNameEdit")
    name.setText(str(place))
    dialog.accept()


def test_alt_c_asks_where_the_stick_is_and_copies(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    counter = _Counter(qtbot)
    counter.ask()

    QTimer.singleShot(0, lambda: _choose(tmp_path))
    counter.hands.press(Qt.Key.Key_C, ALT)

    assert counter.desk.sticks == (("up", tmp_path.name),)


def test_alt_n_asks_for_the_answer_and_takes_it_in(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    counter = _Counter(qtbot)
    counter.ask()
    answer = tmp_path / "tem-100950-2-7001.temdown"
    answer.write_bytes(b"")

    QTimer.singleShot(0, lambda: _choose(answer))
    counter.hands.press(Qt.Key.Key_N, ALT)

    assert counter.desk.sticks == (("down", answer.name),)
