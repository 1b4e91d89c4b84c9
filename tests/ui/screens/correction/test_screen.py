from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.identities import Role
from tests.app.services.bookkeeping import balance, kinds, sound
from tests.app.services.test_other_services import recorded
from tests.app.services.test_voiding import DAY_MS
from tests.builders import PHUC, PIN, accepted, an_item
from tests.fakes.hands import Hands, Show
from tests.money import confirmed, status
from tests.ui.money import RealCounter
from ui.screens.correction.screen import CorrectionScreen
from ui.screens.correction.view import CorrectionView
from ui.shell.handle import Key


class Opened:
    """The page of one receipt in a window."""

    def __init__(self, counter: RealCounter, show: Show, code: str) -> None:
        self.counter = counter
        self.screen = CorrectionScreen(
            counter.desk, counter.runners, counter.changes, counter.shell
        ).begin(code)
        widget = self.screen.widget
        assert isinstance(widget, CorrectionView)
        self.view = widget
        self.window = show(widget)
        self.window.resize(1366, 660)
        self.hands = Hands(self.window)
        self.screen.focus_first()

    def fill(self, field: str, words: str) -> None:
        entry = attrgetter(field)(self.view.form)
        entry.edit.setFocus()
        entry.edit.selectAll()
        self.hands.type(words)

    def pay(self, words: str) -> None:
        self.screen.keys()[Key.F9].run()
        self.hands.type(words)

    def approve(self, code: str = "phuc", pin: str = PIN) -> None:
        self.view.form.approval.who.edit.setFocus()
        self.hands.type(code)
        self.hands.press(Qt.Key.Key_Return)
        self.hands.type(pin)

    def press_f12(self) -> None:
        self.screen.keys()[Key.F12].run()


def test_a_receipt_is_voided_by_the_keyboard_alone(counter: RealCounter, show: Show) -> None:
    sale = accepted(counter.store)
    page = Opened(counter, show, sale.done.receipt)

    page.hands.type("2")
    page.hands.press(Qt.Key.Key_Return)  # past the deed
    page.hands.press(Qt.Key.Key_Return)  # past the scope
    page.hands.press(Qt.Key.Key_Return)  # past the way back
    page.hands.type("Khach doi y")
    page.hands.press(Qt.Key.Key_Return)
    page.hands.type("phuc")
    page.hands.press(Qt.Key.Key_Return)
    page.hands.type(PIN)
    page.hands.press(Qt.Key.Key_Return)

    assert status(counter.store, sale.done.items[0].code) == "voided"
    assert f"{sale.done.receipt}-D1" in page.view.done()
    assert counter.shell.printed == 1
    assert balance(counter.store, "drawer") == 0
    assert not page.view.form.isVisible()
    assert PHUC.role is Role.SUPERVISOR


def test_the_marked_item_alone_is_voided(counter: RealCounter, show: Show) -> None:
    sale = accepted(counter.store, an_item(), an_item())
    page = Opened(counter, show, sale.done.receipt)
    page.view.items.setFocus()
    page.hands.press(Qt.Key.Key_Down)
    page.view.form.deeds.setFocus()
    page.hands.type("2")
    page.view.form.scope.setFocus()
    page.hands.type("2")
    page.fill("reason", "nham")
    page.approve()

    page.press_f12()

    assert [status(counter.store, item.code) for item in sale.done.items] == ["accepted", "voided"]


def test_a_refusal_stands_beside_its_field_and_nothing_is_lost(
    counter: RealCounter, show: Show
) -> None:
    sale = accepted(counter.store)
    page = Opened(counter, show, sale.done.receipt)
    page.hands.type("2")
    page.fill("reason", "nham")
    page.approve("chau")

    page.press_f12()

    assert "không có quyền" in page.view.form.approval.who.problem()
    assert page.view.form.reason.value() == "nham"
    assert status(counter.store, sale.done.items[0].code) == "accepted"
    page.press_f12()
    assert page.view.form.approval.pin.problem()


def test_a_correction_shows_the_difference_before_it_is_booked(
    counter: RealCounter, show: Show, pictures: Path, dressed: QApplication
) -> None:
    sale = accepted(counter.store)
    page = Opened(counter, show, sale.done.receipt)
    page.fill("weight", "600")
    assert "thu thêm" in page.view.form.figures.text()
    assert page.view.form.pay.isVisible()
    page.pay("50000")
    page.fill("reason", "can lai")
    page.approve()
    dressed.processEvents()
    page.window.grab().save(str(pictures / "correction.png"))

    page.press_f12()

    assert "Thu thêm" in page.view.done()
    assert kinds(counter.store)[-1] == "payment.collected"
    assert sound(counter.store)


def test_money_that_is_hardly_meant_is_asked_about_and_taken_the_second_time(
    counter: RealCounter, show: Show
) -> None:
    page = Opened(counter, show, accepted(counter.store).done.receipt)
    page.fill("weight", "600")
    page.pay("5000000")
    page.fill("reason", "can lai")
    page.approve()

    page.press_f12()
    assert page.view.form.pay.money.problem()
    page.press_f12()

    assert "Thu thêm" in page.view.done()


def test_a_lighter_item_gives_money_back(counter: RealCounter, show: Show) -> None:
    sale = accepted(counter.store, an_item(actual_g=600))
    page = Opened(counter, show, sale.done.items[0].code)
    page.fill("weight", "85")
    assert page.view.form.refund.isVisible()
    assert not page.view.form.pay.isVisible()
    page.fill("reason", "can lai")
    page.approve()

    page.press_f12()

    assert "Trả lại" in page.view.done()


def test_a_transfer_is_confirmed_with_the_banks_reference(counter: RealCounter, show: Show) -> None:
    sale = accepted(counter.store, tendered_vnd=20_000, transfer_vnd=5_000)
    page = Opened(counter, show, sale.done.receipt)
    assert page.view._code.isVisible()
    page.hands.press(Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    assert counter.shell.printed == 1

    page.fill("reference", "FT1")
    page.press_f12()

    assert "5.000" in page.view.done()
    assert balance(counter.store, "bank") == 5_000
    assert not page.view._code.isVisible()


def test_a_service_is_taken_back_and_an_old_receipt_refunded(
    counter: RealCounter, show: Show
) -> None:
    service = recorded(counter.store)
    page = Opened(counter, show, service.receipt)
    page.fill("reason", "nham")
    page.approve()
    page.press_f12()
    assert balance(counter.store, "drawer") == 0

    sale = accepted(counter.store)
    counter.clock.advance(DAY_MS)
    later = Opened(counter, show, sale.done.receipt)
    later.hands.type("2")
    later.fill("reason", "khach doi y")
    later.approve()
    later.press_f12()
    assert status(counter.store, sale.done.items[0].code) == "refunded"


def test_f8_prints_what_waits_and_then_copies(counter: RealCounter, show: Show) -> None:
    page = Opened(counter, show, accepted(counter.store).done.receipt)

    assert page.screen.keys()[Key.F8].word == "In tiếp"
    page.screen.keys()[Key.F8].run()
    assert (counter.shell.printed, kinds(counter.store)[-1]) == (1, "payment.received")

    counter.desk.print_waiting()
    page.screen._presenter.reload()
    assert page.screen.keys()[Key.F8].word == "In bản sao"
    page.screen.keys()[Key.F8].run()
    assert kinds(counter.store)[-1] == "document.copied"


def test_words_of_a_place_are_proposed_and_change_the_price(
    counter: RealCounter, show: Show
) -> None:
    page = Opened(counter, show, accepted(counter.store).done.receipt)

    page.fill("commune", "hoan kiem")
    assert page.view.form.commune.is_open()
    page.hands.press(Qt.Key.Key_Return)

    assert "trả lại" in page.view.form.figures.text()


@pytest.mark.parametrize("code", ["proof", "slip"])
def test_a_receipt_is_opened_by_proof_and_slip(counter: RealCounter, show: Show, code: str) -> None:
    sale = accepted(counter.store, tendered_vnd=20_000, transfer_vnd=5_000)
    confirmed(counter.store, sale.done.receipt)
    given = sale.done.proof if code == "proof" else f"{sale.done.receipt}-D1"

    page = Opened(counter, show, given)

    assert page.screen.subject() == sale.done.receipt
    assert page.screen.leave()
    page.screen.close()
