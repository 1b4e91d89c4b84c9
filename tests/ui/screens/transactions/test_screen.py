from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.app.services.test_other_services import recorded
from tests.app.services.test_voiding import DAY_MS
from tests.builders import accepted
from tests.fakes.hands import Hands, Show
from tests.money import confirmed, voided
from tests.ui.money import RealCounter
from ui.changes import Topic
from ui.screens.transactions.screen import TransactionsScreen
from ui.screens.transactions.view import TransactionsView
from ui.shell.handle import Key


class Opened:
    def __init__(self, counter: RealCounter, show: Show) -> None:
        self.screen = TransactionsScreen(
            counter.desk, counter.runners, counter.changes, counter.shell
        ).begin()
        widget = self.screen.widget
        assert isinstance(widget, TransactionsView)
        self.view = widget
        self.window = show(widget)
        self.window.resize(1366, 660)
        self.hands = Hands(self.window)
        self.screen.focus_first()

    def titles(self) -> list[str]:
        rows = [self.view.lines.row(at) for at in range(self.view.lines.count())]
        return [row.title for row in rows if row is not None]


def test_the_list_finds_by_words_and_opens_by_enter(
    counter: RealCounter, show: Show, pictures: Path, dressed: QApplication
) -> None:
    sale = accepted(counter.store)
    recorded(counter.store)
    voided(counter.store, sale.done.receipt)
    page = Opened(counter, show)
    dressed.processEvents()
    page.window.grab().save(str(pictures / "transactions.png"))
    assert page.view.lines.count() == 3

    page.hands.type(sale.done.items[0].code)
    assert page.view.lines.count() == 1
    page.hands.press(Qt.Key.Key_Return)
    page.hands.press(Qt.Key.Key_Return)

    assert counter.shell.asked == [("transaction", sale.done.receipt)]


def test_what_is_awaited_is_said_above(counter: RealCounter, show: Show) -> None:
    sale = accepted(counter.store, tendered_vnd=20_000, transfer_vnd=5_000)
    page = Opened(counter, show)
    assert "5.000" in page.view.head()

    confirmed(counter.store, sale.done.receipt)
    counter.changes.announce(Topic.SHIPMENTS)
    assert not page.view.head()


def test_days_are_turned_by_the_arrows_and_never_beyond_today(
    counter: RealCounter, show: Show
) -> None:
    accepted(counter.store)
    counter.clock.advance(DAY_MS)
    page = Opened(counter, show)
    alt = Qt.KeyboardModifier.AltModifier
    assert page.titles() == []

    page.hands.press(Qt.Key.Key_Left, alt)
    assert page.view.lines.count() == 1
    page.hands.press(Qt.Key.Key_Right, alt)
    page.hands.press(Qt.Key.Key_Right, alt)
    assert page.titles() == []
    page.hands.press(Qt.Key.Key_Left, alt)
    page.screen.keys()[Key.F5].run()
    assert page.titles() == []


@pytest.mark.parametrize("what", ["receipt", "proof", "item"])
def test_a_scan_opens_its_transaction(counter: RealCounter, show: Show, what: str) -> None:
    done = accepted(counter.store).done
    page = Opened(counter, show)
    scan = {"receipt": done.receipt, "proof": done.proof, "item": done.items[0].code}[what]

    assert page.screen.take_scan(scan)

    assert counter.shell.asked == [("transaction", scan)]
    assert not page.screen.take_scan("0912000654")
    page.screen.close()
