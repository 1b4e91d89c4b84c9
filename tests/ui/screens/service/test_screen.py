from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.reference.other_services import Need
from app.errors import EnvironmentFault
from tests.app.services.bookkeeping import balance, kinds, sound
from tests.builders import registered
from tests.fakes.hands import Hands, Show
from tests.ui.money import RealCounter
from ui.screens.service.screen import ServiceScreen
from ui.screens.service.view import ServiceView
from ui.shell.handle import Key


class Opened:
    def __init__(self, counter: RealCounter, show: Show) -> None:
        page = counter.desk.customer(registered(counter.store))
        self.screen = ServiceScreen(
            counter.desk, counter.runners, counter.changes, counter.shell
        ).begin(page)
        widget = self.screen.widget
        assert isinstance(widget, ServiceView)
        self.view = widget
        self.window = show(widget)
        self.window.resize(1366, 660)
        self.hands = Hands(self.window)
        self.screen.focus_first()

    def enter(self, *words: str) -> None:
        for each in words:
            self.hands.type(each)
            self.hands.press(Qt.Key.Key_Return)


def test_a_money_order_is_recorded_by_the_keyboard_alone(
    counter: RealCounter, show: Show, pictures: Path, dressed: QApplication
) -> None:
    page = Opened(counter, show)
    page.hands.press(Qt.Key.Key_Return)  # the first service
    page.enter("12500000", "50000", "CT 1", "Le Thi Hoa", "")
    dressed.processEvents()
    page.window.grab().save(str(pictures / "service.png"))
    assert "12.550.000" in page.view.figures.text()

    page.enter("12600000")

    assert counter.shell.asked[-1] == ("transaction", "100950-2-0000001")
    assert balance(counter.store, "held.money_order") == -12_500_000
    assert balance(counter.store, "drawer") == 12_550_000
    assert sound(counter.store)


def test_each_service_asks_for_its_own(counter: RealCounter, show: Show) -> None:
    page = Opened(counter, show)
    shown = [need for need, field in page.view.details.items() if field.isVisible()]
    assert shown == ["reference", "party"]

    for _ in range(2):
        page.hands.press(Qt.Key.Key_Down)

    shown = [need for need, field in page.view.details.items() if field.isVisible()]
    assert shown == ["reference"]
    assert page.view.first.isVisible()
    assert page.view.details[Need.REFERENCE].edit.accessibleName() == "Số sổ hưởng"


def test_a_pension_is_paid_out(counter: RealCounter, show: Show) -> None:
    page = Opened(counter, show)
    for _ in range(2):
        page.hands.press(Qt.Key.Key_Down)
    page.hands.press(Qt.Key.Key_Return)
    page.enter("3500000", "", "LH 42", "11/2026", "")

    page.screen.keys()[Key.F12].run()

    assert "Chi cho khách" in page.view.figures.text()
    assert balance(counter.store, "drawer") == -3_500_000


def test_a_refusal_is_told_and_nothing_is_lost(counter: RealCounter, show: Show) -> None:
    page = Opened(counter, show)

    page.screen.keys()[Key.F12].run()
    assert page.view.amount.problem()
    page.view.amount.set_number(5_000)
    page.screen.keys()[Key.F12].run()

    assert page.view.trouble.text()
    assert page.view.amount.number() == 5_000
    assert "service.recorded" not in kinds(counter.store)


def test_a_transfer_needs_no_cash(counter: RealCounter, show: Show) -> None:
    page = Opened(counter, show)
    page.hands.press(Qt.Key.Key_Return)
    page.enter("500000", "", "CT 1", "Le Thi Hoa")
    page.hands.type("2")

    assert not page.view.tendered.isVisible()
    page.screen.keys()[Key.F12].run()

    assert balance(counter.store, "transfer.pending") == 500_000
    page.screen.close()


def test_a_fault_goes_to_the_strip(counter: RealCounter, show: Show) -> None:
    page = Opened(counter, show)
    page.screen._presenter._failed(EnvironmentFault())

    assert isinstance(counter.shell.failed[-1], EnvironmentFault)
    assert page.screen.leave()
