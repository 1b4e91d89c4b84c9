from pytestqt.qtbot import QtBot

from tests.fakes.fake_day import NOTES
from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from tests.printing.shift_samples import OPEN_SHIFT
from ui.screens.count.presenter import Phase
from ui.screens.count.side_panel import SidePanel


def test_what_f12_waits_for_stands_below_it_and_it_cannot_be_pressed(
    show: Show, qtbot: QtBot
) -> None:
    panel = SidePanel()
    show(panel)

    panel.show_missing("còn thiếu: tờ 1.000")
    assert not panel.go.isEnabled()
    assert "còn thiếu: tờ 1.000" in words_on(panel)

    panel.show_missing("")
    with qtbot.waitSignal(panel.pressed):
        panel.go.click()


def test_each_step_has_its_word(show: Show) -> None:
    panel = SidePanel()
    show(panel)

    panel.show_phase(Phase.COMPARE, opening=False)
    assert panel.go.text() == "Đóng ca, in Z"
    assert panel.received.isHidden()

    panel.show_phase(Phase.COUNT, opening=True)
    assert panel.go.text() == "Mở ca"
    assert panel.received.isVisible()
    assert not panel.bars.isVisible()


def test_the_day_is_shown_by_the_hour_where_there_is_room(show: Show) -> None:
    panel = SidePanel()
    show(panel)
    panel.show_summary(OPEN_SHIFT, NOTES)

    panel.fit(roomy=False)
    assert not panel.bars.isVisible()
    panel.fit(roomy=True)
    assert panel.bars.isVisible()
    assert "96" in words_on(panel)
