"""Keys pressed before the page they are meant for has come, in the real window on the fake desk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.messages import text
from tests.fakes.baskets import a_basket
from tests.fakes.counter_window import CounterWindow
from ui.screens.acceptance.customer_card import CustomerCard
from ui.screens.acceptance.view import AcceptanceView
from ui.screens.customer.view import CustomerView
from ui.screens.registration.view import RegistrationView
from ui.screens.transactions.view import TransactionsView
from ui.shell.start_page import StartView

_F3, _F5, _F12 = Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F12


@pytest.fixture
def counter(dressed: QApplication, qtbot: QtBot) -> CounterWindow:
    return CounterWindow(qtbot)


def _front(counter: CounterWindow) -> type:
    return type(counter.frame.steering.pages.current.widget)


def _customer(counter: CounterWindow, at: int = 0) -> str:
    return list(counter.desk.people)[at]


def _read_on(counter: CounterWindow) -> None:
    """The disk answers again."""
    counter.reading.paused = False
    counter.reading.answer_all()


def test_f3_pressed_right_after_a_scan_opens_the_acceptance_of_the_scanned_customer(
    counter: CounterWindow,
) -> None:
    counter.open_customer(0)
    counter.reading.paused = True
    counter.hands.scan(_customer(counter, 1))
    counter.press(_F3)
    before = _front(counter)
    _read_on(counter)

    assert before is CustomerView
    assert _front(counter) is AcceptanceView
    card = counter.frame.steering.pages.current.widget.findChild(CustomerCard)
    assert card is not None
    assert card.accessibleName() == counter.desk.people[_customer(counter, 1)].full_name


def test_a_customers_page_that_is_still_being_read_gets_the_key(counter: CounterWindow) -> None:
    counter.reading.paused = True
    counter.hands.scan(_customer(counter))
    while _front(counter) is not CustomerView:
        counter.reading.answer()
    counter.press(_F3)
    before = _front(counter)
    _read_on(counter)

    assert before is CustomerView
    assert _front(counter) is AcceptanceView


def test_enter_in_the_box_keeps_the_next_key_as_well(counter: CounterWindow) -> None:
    counter.reading.paused = True
    counter.type(_customer(counter))
    counter.press(Qt.Key.Key_Return, _F3)
    _read_on(counter)

    assert _front(counter) is AcceptanceView


def test_a_scan_that_is_refused_drops_the_key(counter: CounterWindow) -> None:
    counter.open_customer()
    counter.reading.paused = True
    counter.hands.scan("EB000717594HK")
    counter.press(_F3)
    _read_on(counter)

    assert _front(counter) is CustomerView
    assert counter.told()


def test_esc_takes_the_key_back(counter: CounterWindow) -> None:
    counter.reading.paused = True
    counter.hands.scan(_customer(counter))
    counter.press(_F3, Qt.Key.Key_Escape)
    _read_on(counter)

    assert _front(counter) is CustomerView


def test_letters_typed_during_a_scan_go_nowhere_and_the_scan_counts(
    counter: CounterWindow,
) -> None:
    counter.reading.paused = True
    counter.hands.scan(_customer(counter))
    counter.type("85")
    _read_on(counter)

    assert _front(counter) is CustomerView
    assert counter.window.box.entry.text() == ""


def test_letters_typed_during_a_scan_that_leads_nowhere_stay_in_the_box(
    counter: CounterWindow,
) -> None:
    counter.reading.paused = True
    counter.hands.scan("EB000717594HK")
    counter.type("an")
    _read_on(counter)

    assert counter.window.box.entry.text() == "an"
    assert counter.told()


def test_f12_pressed_while_another_page_is_on_its_way_registers_nobody(
    counter: CounterWindow,
) -> None:
    counter.type("Le Van Tam")
    counter.hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _front(counter) is RegistrationView
    counter.desk.calls.clear()
    counter.reading.paused = True
    counter.hands.scan(_customer(counter))
    counter.press(_F12)
    _read_on(counter)

    assert "register" not in counter.desk.calls
    assert _front(counter) is CustomerView


def test_f5_pressed_while_a_receipt_is_looked_up_changes_that_transaction(
    counter: CounterWindow,
) -> None:
    counter.desk.accept(a_basket(counter.desk))
    receipt = counter.desk.transactions[-1].receipt
    counter.reading.paused = True
    counter.hands.scan(receipt)
    counter.press(_F5)
    _read_on(counter)

    assert _front(counter) not in (TransactionsView, StartView)
    assert counter.frame.steering.pages.current.title == text("ui.correction.title")
