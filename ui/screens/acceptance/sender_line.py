"""Whose items these are in one line, where there is no room for a column: layout only."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.customer_number import grouped
from app.messages import text
from app.queries.customers import CustomerPage
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.labels import Elided, Text


class SenderLine(QWidget):
    """Name, number, and what to mind."""

    def __init__(self) -> None:
        super().__init__()
        self._name = Elided("", "strong")
        self._number = Text("", "number")
        self._alert = Elided("")
        self._alert.set_tone(Tone.WARN)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self._name, 2)
        row.addWidget(self._number)
        row.addWidget(self._alert, 3)

    def show_customer(self, page: CustomerPage) -> None:
        """The sender."""
        self._name.setText(page.full_name)
        self._number.setText(grouped(page.number))
        note = page.alert_note
        self._alert.setText(text("ui.acceptance.mind", note=note) if note else "")
