"""Scans and keys of a registered parcel, against the counter's budgets."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.item_code import make_item_code
from app.domain.request_qr import CustomerRequest, write_request
from app.queries.receiver_book import FormerReceiver
from app.services.labels import ReceiveLabels
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_post_office import NOW
from tests.ui.screens.acceptance.items import WHOLE
from ui.screens.receipt.view import ReceiptView

CTRL = Qt.KeyboardModifier.ControlModifier
FIRST, LAST = make_item_code("CA", 50_000_001), make_item_code("CA", 50_000_099)


class Counter(CounterWindow):
    """Counts scans and keys from the customer's card to the paper."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.scans = 0
        self.number = next(iter(self.desk.people))
        former = FormerReceiver(
            WHOLE.name, "0912 ••• 654", "Thôn Ỷ La", 7, NOW, replace(WHOLE, checked=())
        )
        self.desk.books[self.number] = (former,)
        self.desk.receive_labels(ReceiveLabels(b"", FIRST, LAST))

    def scan(self, code: str) -> None:
        self.scans += 1
        self.hands.scan(code)

    def check_and_pay(self) -> None:
        self.press(Qt.Key.Key_F7, Qt.Key.Key_F7, Qt.Key.Key_F9)
        self.type("80k")
        self.press(Qt.Key.Key_F12)
        assert any(page.isVisible() for page in self.window.findChildren(ReceiptView))


def test_a_parcel_of_a_known_sender_to_a_known_receiver(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)

    counter.scan(counter.number)
    counter.press(Qt.Key.Key_F4, Qt.Key.Key_Return)
    counter.scan(FIRST)
    counter.check_and_pay()

    assert counter.scans <= 2
    assert counter.keys <= 14


def test_a_parcel_of_a_known_sender_to_a_receiver_typed(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)

    counter.scan(counter.number)
    counter.press(Qt.Key.Key_F3)
    counter.enter("2", "Đặng Văn Quyết", "0912345654", "Thôn Ỷ La", "nong t")
    counter.scan(FIRST)
    typed = counter.keys
    counter.enter("1250", "", "Gốm sứ", "", "")
    counter.check_and_pay()

    assert counter.scans <= 2
    assert typed <= 70 - 8  # the checklist and the money; weight and contents are not counted


def test_a_parcel_from_the_customers_own_request(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    request = CustomerRequest(
        service="parcel",
        name=WHOLE.name,
        phone=WHOLE.phone,
        street=WHOLE.street,
        commune="02212",
        contents="Gốm sứ",
    )

    counter.scan(counter.number)
    counter.press(Qt.Key.Key_F3)
    counter.scan(write_request(request))
    counter.scan(FIRST)
    counter.type("1250")
    counter.check_and_pay()

    assert counter.scans <= 3
    assert counter.keys - len("1250") <= 10
