"""The window with a basket open."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow
from ui.screens.acceptance.view import AcceptanceView
from ui.screens.customer.view import CustomerView
from ui.screens.receipt.view import ReceiptView


class Counter(CounterWindow):
    """A basket is open for the first sample customer."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.customer = self.open_customer()
        self.press(Qt.Key.Key_F3)
        self.keys = 0

    @property
    def page(self) -> AcceptanceView:
        pages = self.window.findChildren(AcceptanceView)
        return next((page for page in pages if page.isVisible()), pages[-1])

    def page_in_front(self) -> AcceptanceView:
        return next(p for p in self.window.findChildren(AcceptanceView) if p.isVisible())

    def is_open(self, kind: type[AcceptanceView | CustomerView | ReceiptView]) -> bool:
        return any(page.isVisible() for page in self.window.findChildren(kind))

    def type_item(self) -> None:
        """A parcel to a receiver never seen, everything by keys; laid into the basket."""
        self.enter("2", "Đặng Văn Quyết", "0912345654", "Thôn Ỷ La", "nong t")
        self.enter("1250", "40 30 20", "Gốm sứ", "", "")
        self.press(Qt.Key.Key_F7, Qt.Key.Key_Return)

    def lay_in(self) -> None:
        self.type_item()
        self.press(Qt.Key.Key_Return)

    def pay(self) -> None:
        self.press(Qt.Key.Key_F9)
        self.type("100k")
        self.press(Qt.Key.Key_F12)
