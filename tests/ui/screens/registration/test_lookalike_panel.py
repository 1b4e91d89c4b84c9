from pytestqt.qtbot import QtBot

from app.queries.customers import Resemblance
from tests.fakes.hands import Show
from ui.screens.registration.lookalike_panel import LookalikePanel

TUYET = Resemblance(
    "0119004821317", "Nguyễn Thị Ánh Tuyết", 1988, "0903 ••• 456", "12 Hàng Bông", "phone"
)
THU = Resemblance("0124010775561", "Nguyễn Thị Anh Thư", None, "", "", "name")


def test_without_look_alikes_it_says_so(show: Show) -> None:
    panel = LookalikePanel()
    show(panel)

    assert not panel.list.isVisible()
    assert not panel.button.isVisible()


def test_each_look_alike_says_why_it_is_shown(show: Show) -> None:
    panel = LookalikePanel()
    show(panel)

    panel.show_resemblances((TUYET, THU))

    row = panel.list.row(0)
    assert row is not None
    assert row.title == "Nguyễn Thị Ánh Tuyết"
    assert "01 19 0048213 17 · sinh 1988 · 0903 ••• 456" in row.detail
    assert row.note == "trùng số điện thoại"


def test_the_first_one_is_opened_by_the_button(show: Show, qtbot: QtBot) -> None:
    panel = LookalikePanel()
    show(panel)
    panel.show_resemblances((TUYET, THU))

    with qtbot.waitSignal(panel.opened) as opened:
        panel.button.click()

    assert opened.args == [TUYET.number]


def test_asking_puts_the_focus_on_the_first_look_alike(show: Show) -> None:
    panel = LookalikePanel()
    show(panel)
    panel.show_resemblances((TUYET, THU))

    panel.ask()
    assert panel.is_asking()
    assert panel.list.hasFocus()

    panel.show_resemblances(())
    assert not panel.is_asking()


def test_with_nobody_marked_nobody_is_opened(show: Show, qtbot: QtBot) -> None:
    panel = LookalikePanel()
    show(panel)

    with qtbot.assertNotEmitted(panel.opened):
        panel.open_marked()
