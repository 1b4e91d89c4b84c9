from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.reference.catalogue import Notice
from tests.fakes.fake_post_office import CATALOGUE
from tests.fakes.hands import Hands, Show
from tests.fakes.seen import words_on
from ui.screens.acceptance.checklist_panel import ChecklistPanel

LISTS = replace(
    CATALOGUE.checklist,
    prohibited=(Notice("drugs", "Ma túy", "Chất ma túy và chất kích thích thần kinh."),),
    conditional=(Notice("liquids", "Chất lỏng", "Bao gói kín, có chất thấm hút."),),
)


def test_the_points_of_the_service_stand_there_with_their_text(show: Show) -> None:
    panel = ChecklistPanel()
    show(panel)

    panel.show_checklist(CATALOGUE.checklist, "parcel")
    assert panel.points.count() == 3

    panel.show_checklist(CATALOGUE.checklist, "ems")
    assert panel.points.count() == 2


def test_what_may_not_be_sent_and_what_on_a_condition_stands_below(show: Show) -> None:
    panel = ChecklistPanel()
    show(panel)

    panel.show_checklist(LISTS, "parcel")
    panel.show_checklist(LISTS, "parcel")

    words = words_on(panel)
    assert words.count("Cấm gửi") == 1
    assert "Ma túy: Chất ma túy và chất kích thích thần kinh." in words
    assert "Chất lỏng: Bao gói kín, có chất thấm hút." in words


def test_enter_confirms_and_esc_goes_back(show: Show, qtbot: QtBot) -> None:
    panel = ChecklistPanel()
    hands = Hands(show(panel))
    panel.show_checklist(CATALOGUE.checklist, "parcel")
    panel.setFocus()

    with qtbot.waitSignal(panel.confirmed):
        hands.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.closed):
        hands.press(Qt.Key.Key_Escape)


def test_arrows_scroll_what_does_not_fit(show: Show, qtbot: QtBot) -> None:
    many = replace(LISTS, prohibited=LISTS.prohibited * 40)
    panel = ChecklistPanel()
    hands = Hands(show(panel))
    panel.show_checklist(many, "parcel")
    panel.setFocus()
    bar = panel._scroll.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)

    hands.press(Qt.Key.Key_PageDown)
    far = bar.value()
    hands.press(Qt.Key.Key_Up)

    assert 0 < bar.value() < far


def test_letters_and_digits_confirm_nothing(show: Show, qtbot: QtBot) -> None:
    panel = ChecklistPanel()
    hands = Hands(show(panel))
    panel.setFocus()

    with qtbot.assertNotEmitted(panel.confirmed):
        hands.type("1x ")
