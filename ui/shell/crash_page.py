"""A bug, in words without codes: what is safe, what to do, whom to call."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import text
from app.queries.standing import LastTransaction
from ui.shell.transaction_card import TransactionCard
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CrashPage(QWidget):
    """Signals: ``went_on``, back to where one was; ``began_anew``, to the start page."""

    went_on = Signal()
    began_anew = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._last = TransactionCard()
        self._call = Text("", "muted", wrap=True)
        self._anew = KeyButton(text("ui.crash.anew"), "F12", tall=True)
        self._on = KeyButton(text("ui.crash.go_on"), "Enter", primary=True)
        self._anew.clicked.connect(self.began_anew)
        self._on.clicked.connect(self.went_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        row.setSpacing(px(12))
        row.addWidget(self._card(), 5)
        row.addWidget(self._last, 3)

    def tell(self, at: str, hotline: str) -> None:
        """``at`` is the time by which support finds this in the log."""
        self._call.setText(text("ui.crash.call", at=at, hotline=hotline))

    def show_last(self, last: LastTransaction | None) -> None:
        """What is on the books."""
        self._last.show_transaction(last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, F12."""
        if event.key() in _ENTER:
            self.went_on.emit()
        elif event.key() == Qt.Key.Key_F12:
            self.began_anew.emit()
        else:
            super().keyPressEvent(event)

    def _card(self) -> Card:
        card = Card()
        card.body.setSpacing(px(12))
        card.body.addSpacing(px(8))
        card.body.addWidget(Text(text("ui.crash.title"), "page-title", wrap=True))
        card.body.addWidget(Notice(text("ui.crash.safe"), Tone.GOOD))
        card.body.addWidget(Notice(text("ui.crash.look"), Tone.WARN))
        words = QVBoxLayout()
        words.addWidget(self._call)
        card.body.addLayout(words)
        card.body.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10))
        buttons.addStretch(1)
        buttons.addWidget(self._anew)
        buttons.addWidget(self._on)
        card.body.addLayout(buttons)
        return card
