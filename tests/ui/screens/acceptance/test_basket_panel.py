from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.drafts import ItemEntry
from tests.fakes.fake_post_office import CATALOGUE
from tests.fakes.hands import Hands, Show
from tests.fakes.seen import words_on
from tests.ui.screens.acceptance.items import WHOLE, price_of, priced
from ui.payment import Due
from ui.screens.acceptance.basket_panel import BasketPanel
from ui.screens.acceptance.rows import laid_in, on_form

ROW = laid_in(priced(WHOLE), CATALOGUE)
OPEN = on_form(ItemEntry(service="ems"), None, CATALOGUE)


def _panel(show: Show) -> BasketPanel:
    panel = BasketPanel()
    show(panel)
    return panel


def test_an_empty_basket_says_what_will_stand_there(show: Show) -> None:
    panel = _panel(show)

    panel.show_rows(())

    assert any(word.startswith("Giỏ trống") for word in words_on(panel))


def test_the_price_of_the_marked_item_stands_line_by_line(show: Show) -> None:
    panel = _panel(show)
    panel.show_rows((ROW, OPEN))
    assert "VAT 8 %" not in words_on(panel)

    panel.list.setFocus()
    Hands(panel.window()).press(Qt.Key.Key_Up)

    assert {line.label for line in price_of(WHOLE).lines} <= set(words_on(panel))


def test_sum_change_and_what_is_missing_stand_together(show: Show) -> None:
    panel = _panel(show)

    panel.show_due(Due(82_296, 17_704, ""))
    assert panel.change.number() == 17_704
    assert panel.button.isEnabled()
    assert "82.296\u00a0đ" in words_on(panel)

    panel.show_due(Due(82_296, None, "Còn thiếu: tiền khách đưa (F9)."))
    assert panel.change.number() is None
    assert not panel.button.isEnabled()
    assert panel.missing() == "Còn thiếu: tiền khách đưa (F9)."
    assert panel.button.accessibleDescription() == panel.missing()


def test_k_stands_for_three_noughts(show: Show, qtbot: QtBot) -> None:
    panel = _panel(show)
    panel.go_to_tendered()

    told: list[object] = []
    panel.tendered.connect(told.append)
    Hands(panel.window()).type("100k")

    assert told[-1] == 100_000


def test_delete_takes_the_marked_item_out(show: Show, qtbot: QtBot) -> None:
    panel = _panel(show)
    panel.show_rows((ROW, ROW))
    panel.list.setFocus()

    with qtbot.waitSignal(panel.removed) as removed:
        Hands(panel.window()).press(Qt.Key.Key_Delete)

    assert removed.args == [1]


def test_while_it_is_booked_neither_sum_nor_button_can_be_used(show: Show) -> None:
    panel = _panel(show)
    panel.show_due(Due(82_296, 0, ""))

    panel.set_busy(busy=True)
    assert not panel.button.isEnabled()
    assert not panel.money.isEnabled()

    panel.set_busy(busy=False)
    assert panel.button.isEnabled()


def test_questions_and_troubles_stand_beside_the_money(show: Show) -> None:
    panel = _panel(show)

    panel.show_warning("Khách đưa 1.000.000 đ cho 82.296 đ.")
    assert panel.warning().startswith("Khách đưa")

    panel.show_trouble("Đã hết số bưu kiện.")
    assert panel.warning() == "Đã hết số bưu kiện."


def test_enter_in_the_sum_and_the_button_both_pay(show: Show, qtbot: QtBot) -> None:
    panel = _panel(show)
    panel.show_due(Due(82_296, 0, ""))
    panel.go_to_tendered()

    with qtbot.waitSignal(panel.paid):
        Hands(panel.window()).press(Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.paid):
        panel.button.click()
