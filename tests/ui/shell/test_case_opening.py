from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_frame import FakeFrame


def test_f6_opens_a_form_about_the_page_in_front(dressed: QApplication, qtbot: QtBot) -> None:
    counter = FakeFrame(qtbot, FakeDesk())
    counter.sign_in()
    counter.frame.steering.open_receipt("100950-2-0000001")
    counter.makers.opened[-1].about = "100950-2-0000001"

    counter.hands.press(Qt.Key.Key_F6)
    counter.frame.steering.open_complaints()
    counter.frame.steering.open_case("100950-2-K0000012")

    assert [page.name for page in counter.makers.opened[1:]] == [
        "complaint 100950-2-0000001", "complaints", "case 100950-2-K0000012",
    ]  # fmt: skip
