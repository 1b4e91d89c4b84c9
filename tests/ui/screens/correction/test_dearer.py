from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.app.services.bookkeeping import balance, sound
from tests.builders import accepted
from tests.fakes.hands import Show
from tests.money import agreed, confirmed
from tests.ui.money import RealCounter
from tests.ui.screens.correction.test_screen import Opened
from ui.payment import Way
from ui.shell.handle import Key


def test_what_it_got_dearer_is_paid_by_a_transfer_whose_code_is_shown_before(
    counter: RealCounter, show: Show, pictures: Path, dressed: QApplication
) -> None:
    page = Opened(counter, show, accepted(counter.store).done.receipt)
    page.fill("weight", "600")
    page.fill("reason", "can lai")
    page.approve()
    page.screen.keys()[Key.F9].run()
    page.screen.keys()[Key.F9].run()  # the next way: transfer
    assert page.view.form.pay.code.rows()
    dressed.processEvents()
    page.window.grab().save(str(pictures / "correction-transfer.png"))
    page.fill("weight", "85")
    assert not page.view.form.pay.code.rows()
    page.fill("weight", "600")
    assert page.view.form.pay.code.rows()

    page.press_f12()

    assert "Thu thêm" in page.view.done()
    assert balance(counter.store, "transfer.pending") > 0
    assert sound(counter.store)


def test_cash_shows_what_goes_back_and_several_ways_pay_together(
    counter: RealCounter, show: Show
) -> None:
    page = Opened(counter, show, accepted(counter.store).done.receipt)
    page.fill("weight", "600")
    page.pay("100000")
    due_vnd = 100_000 - (page.view.form.pay.change.number() or 0)
    assert 0 < due_vnd < 100_000
    page.view.form.pay.choose(Way.MIXED)
    page.fill("pay.transfer", "5000")
    page.fill("pay.money", str(due_vnd - 5_000))
    assert page.view.form.pay.change.number() == 0
    page.fill("reason", "can lai")
    page.approve()

    page.press_f12()

    assert balance(counter.store, "transfer.pending") == 5_000
    assert sound(counter.store)


def test_a_contract_customer_puts_it_on_account_as_far_as_it_bears(
    counter: RealCounter, show: Show
) -> None:
    sale = accepted(counter.store)
    agreed(counter.store, sale.customer)
    page = Opened(counter, show, sale.done.receipt)
    page.fill("weight", "600")
    page.view.form.pay.choose(Way.ACCOUNT)
    assert page.view.form.pay._account.text()
    page.fill("reason", "can lai")
    page.approve()

    page.press_f12()

    assert balance(counter.store, "receivable") > 0


def test_money_goes_back_as_it_came_unless_the_clerk_says_otherwise(
    counter: RealCounter, show: Show
) -> None:
    total_vnd = accepted(counter.store).done.total_vnd
    sale = accepted(counter.store, tendered_vnd=0, transfer_vnd=total_vnd)
    confirmed(counter.store, sale.done.receipt)
    page = Opened(counter, show, sale.done.receipt)
    assert page.view.form.refund.value() == "transfer"

    cash = Opened(counter, show, accepted(counter.store).done.receipt)

    assert cash.view.form.refund.value() == "cash"
