from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.vietqr import ShownTransfer, TransferRequest
from printing.barcodes import modules_of
from tests.fakes.fake_money import ACCOUNT
from tests.fakes.hands import Hands, Show
from ui.payment import Given, Way
from ui.widgets.pay_panel import PayPanel

REQUEST = TransferRequest(ACCOUNT, 82_296, "TEM 8Q2K7XYZ")
SHOWN = ShownTransfer(REQUEST, modules_of(REQUEST.payload))


@pytest.fixture
def panel(show: Show) -> PayPanel:
    made = PayPanel()
    made.setFixedWidth(372)
    show(made)
    return made


def test_cash_is_the_way_unless_another_is_chosen(panel: PayPanel) -> None:
    assert panel.chosen() == Given(Way.CASH)
    assert panel.money.isVisible()
    assert not panel.transfer.isVisible()


def test_f9_goes_to_the_money_and_there_to_the_next_way(panel: PayPanel) -> None:
    told: list[Given] = []
    panel.given.connect(told.append)

    panel.press()
    assert panel.money.edit.hasFocus()
    for way in (Way.TRANSFER, Way.ACCOUNT, Way.MIXED, Way.CASH):
        panel.press()
        assert told[-1].way is way
    assert panel.money.edit.hasFocus()


def test_number_keys_choose_a_way(panel: PayPanel) -> None:
    panel.way.setFocus()

    Hands(panel.window()).type("2")

    assert panel.chosen().way is Way.TRANSFER
    assert not panel.money.isVisible()


def test_several_ways_ask_for_their_parts_one_after_the_other(panel: PayPanel) -> None:
    hands = Hands(panel.window())
    paid: list[bool] = []
    panel.paid.connect(lambda: paid.append(True))
    panel.choose(Way.MIXED)

    hands.type("20000")
    hands.press(Qt.Key.Key_Return)
    hands.type("5000")
    hands.press(Qt.Key.Key_Return)
    hands.type("60000")
    hands.press(Qt.Key.Key_Return)

    assert panel.chosen() == Given(Way.MIXED, 20_000, 5_000)
    assert panel.money.number() == 60_000
    assert paid == [True]


def test_another_way_forgets_the_cash(panel: PayPanel) -> None:
    told: list[int | None] = []
    panel.tendered.connect(told.append)
    panel.money.set_number(100_000)

    panel.choose(Way.TRANSFER)

    assert told == [None]
    assert panel.money.number() is None


def test_a_sum_above_ten_million_is_said_in_words(panel: PayPanel) -> None:
    panel.press()
    Hands(panel.window()).type("12500000")
    assert panel.words() == "mười hai triệu năm trăm nghìn đồng"

    panel.money.edit.clear()
    Hands(panel.window()).type("100000")
    assert panel.words() == ""


def test_the_code_is_large_and_says_what_it_pays(
    panel: PayPanel, pictures: Path, dressed: QApplication
) -> None:
    panel.choose(Way.TRANSFER)
    panel.show_transfer(SHOWN)
    panel.show_account("")
    dressed.processEvents()
    panel.window().grab().save(str(pictures / "pay-panel-transfer.png"))

    assert panel.code.width() >= 232
    assert "TEM 8Q2K7XYZ" in panel.code_words.text()
    assert "82.296" in panel.code_words.text()

    panel.show_transfer(None)
    assert not panel.code.isVisible()
