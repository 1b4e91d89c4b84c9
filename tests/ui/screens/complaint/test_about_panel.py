from dataclasses import replace

from PySide6.QtCore import Qt

from app.queries.complaint_subjects import ComplaintSubject
from tests.fakes.fake_complaints import ITEM, FakeComplaints
from tests.fakes.hands import Hands, Show
from ui.screens.complaint.about_panel import AboutPanel
from ui.screens.complaint.entered import About


def test_enter_in_the_code_seeks_it(show: Show) -> None:
    panel = AboutPanel()
    hands = Hands(show(panel))
    sought: list[str] = []
    panel.sought.connect(sought.append)
    panel.code.setFocus()

    hands.type("7Q2MK-0XV4T")
    hands.press(Qt.Key.Key_Return)

    assert sought == ["7Q2MK-0XV4T"]


def test_several_items_leave_the_choice(show: Show) -> None:
    panel = AboutPanel()
    hands = Hands(show(panel))
    (item,) = FakeComplaints().complaint_subject(ITEM).items
    other = replace(item, code="CA104882502VN")
    panel.show_about(About(ComplaintSubject(items=(item, other))))
    chosen: list[int] = []
    panel.item_chosen.connect(chosen.append)

    assert panel.items.isVisible()
    panel.items.setFocus()
    hands.press(Qt.Key.Key_Down)

    assert chosen == [1]
