from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow, without_name
from tests.fakes.fake_complaints import ITEM, SENDER
from ui.screens.case.view import CaseView
from ui.screens.complaint.view import ComplaintView
from ui.screens.complaints.view import ComplaintsView
from ui.style.theme import apply
from ui.style.tokens import Theme

F6, F12, ENTER = Qt.Key.Key_F6, Qt.Key.Key_F12, Qt.Key.Key_Return
FACTS = "Gửi hai tuần chưa tới."


def form(counter: CounterWindow) -> ComplaintView:
    return next(page for page in counter.window.findChildren(ComplaintView) if page.isVisible())


def test_a_complaint_on_a_known_item_is_one_scan_and_four_keys_beside_the_words(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)

    counter.press(F6)
    counter.hands.scan(ITEM)
    counter.type("1")
    counter.press(ENTER)
    counter.type(FACTS)
    counter.press(F12)

    (page,) = counter.desk.cases.values()
    assert (page.name, page.facts, page.line.item) == (SENDER.name, FACTS, ITEM)
    assert page.line.number in counter.told()
    assert counter.keys - len(FACTS) == 4  # the budget of the counter is twelve
    assert any(case.isVisible() for case in counter.window.findChildren(CaseView))


def test_the_form_takes_the_other_party_from_the_item(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.press(F6)
    counter.hands.scan(ITEM)
    counter.type("3")

    counter.type("2")
    assert form(counter).who.fields["name"].value() == "Đặng Văn Quyết"
    counter.type("3")
    assert form(counter).who.fields["name"].value() == ""
    assert form(counter).who.fields["authority"].isVisible()


def test_f12_says_what_is_missing(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.press(F6, F12)

    assert "loại khiếu nại" in counter.told()
    assert counter.desk.cases == {}


def test_a_number_that_is_not_ours_is_said_and_can_be_recorded(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    counter.press(F6)
    counter.hands.scan("RA123456785VN")

    counter.type("1")
    counter.press(ENTER)
    assert counter.focused() == "Họ và tên"
    counter.enter("Phạm Văn Dũng", "0912345678", "", "", FACTS)
    counter.press(F12)

    (page,) = counter.desk.cases.values()
    assert (page.item_known, page.name) == (False, "Phạm Văn Dũng")


def test_what_is_typed_is_not_lost_by_esc(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.press(F6)
    counter.hands.scan(ITEM)
    counter.type("1")
    counter.press(ENTER)
    counter.type(FACTS)

    counter.press(Qt.Key.Key_Escape)

    assert form(counter).abandon.is_asking()
    counter.hands.press(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert not any(page.isVisible() for page in counter.window.findChildren(ComplaintView))


def test_f6_leads_from_a_customer_to_the_form_and_on_to_the_list(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    counter.open_customer()

    counter.press(F6)
    assert form(counter).about.code.value()
    counter.press(F6)

    assert any(page.isVisible() for page in counter.window.findChildren(ComplaintsView))


@pytest.mark.parametrize("theme", Theme)
def test_every_field_has_a_name_and_the_page_is_pictured(
    dressed: QApplication, qtbot: QtBot, pictures: Path, theme: Theme
) -> None:
    apply(dressed, theme)
    counter = CounterWindow(qtbot)
    counter.press(F6)
    counter.hands.scan(ITEM)
    counter.type("3")
    counter.press(ENTER)
    counter.type("Kiện hàng bị ướt và rách một góc, vỡ hai chén sứ.")

    assert without_name(form(counter)) == []
    counter.window.grab().save(str(pictures / f"complaint-form-{theme}.png"))
