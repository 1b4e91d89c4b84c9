""" "Việc còn dở": baskets that are not paid for, named in words when the program starts."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.drafts import Draft
from app.messages import text
from app.queries.standing import LastTransaction
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.shell.transaction_card import TransactionCard
from ui.shell.waiting_words import WaitingBasket, in_words
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.key_button import KeyButton
from ui.widgets.key_cap import KeyCap
from ui.widgets.labels import Rule, Text
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll

_BESIDE = 720
_LEAST = (600, 400)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WaitingView(Page):
    """What waits at the left, what was booked last at the right. ``went_on``: Enter."""

    went_on = Signal()

    def __init__(self, baskets: tuple[WaitingBasket, ...], last: LastTransaction | None) -> None:
        super().__init__(_LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("ui.waiting.title"))
        self._last = TransactionCard()
        self._last.show_transaction(last)
        self._on = KeyButton(text("ui.waiting.go_on"), "Enter", tall=True)
        self._on.set_primary(primary=True)
        self._on.clicked.connect(self.went_on)
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        row.addWidget(self._card(baskets), 5)
        row.addWidget(self._last, 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter."""
        if event.key() in _ENTER:
            self.went_on.emit()
        else:
            super().keyPressEvent(event)

    def _card(self, baskets: tuple[WaitingBasket, ...]) -> Card:
        card = Card()
        card.body.setSpacing(px(10))
        card.body.addSpacing(px(8))
        card.body.addWidget(Text(text("ui.waiting.title"), "page-title", wrap=True))
        words = text("ui.waiting.count", count=len(baskets))
        card.body.addWidget(Notice(words, Tone.WARN))
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(6))
        for basket in baskets:
            rows.addWidget(Rule())
            rows.addLayout(_row(basket))
        card.body.addWidget(Scroll(holder))
        card.body.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(Text(text("ui.waiting.later"), "secondary", wrap=True), 1)
        foot.addWidget(self._on)
        card.body.addLayout(foot)
        return card


def _row(basket: WaitingBasket) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(16))
    caps = QWidget()
    caps.setFixedWidth(px(84))
    keys = QHBoxLayout(caps)
    keys.setContentsMargins(0, px(2), 0, 0)
    keys.setSpacing(px(4))
    for cap in ("Alt", str(basket.slot)):
        keys.addWidget(KeyCap(cap))
    keys.addStretch(1)
    row.addWidget(caps, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(px(1))
    words.addWidget(Text(basket.title, "strong", wrap=True))
    words.addWidget(Text(basket.began, "secondary", wrap=True))
    for item in basket.items:
        words.addWidget(Text(item.words, wrap=True))
        words.addWidget(Text(item.state, "secondary", wrap=True))
    row.addLayout(words, 1)
    return row


class WaitingScreen(Screen):
    """Opened above the start page after signing in; stays until it was read."""

    def __init__(
        self, shell: Shell, drafts: tuple[Draft, ...], last: LastTransaction | None
    ) -> None:
        self._view = WaitingView(tuple(map(in_words, drafts)), last)
        self._shell = shell
        self._read = False
        self._view.went_on.connect(self._go_on)

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Unfinished work."""
        return text("ui.waiting.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F12 goes on, as Enter does."""
        return {Key.F12: KeyAction(text("ui.waiting.go_on"), self._go_on)}

    def focus_first(self) -> None:
        """Enter goes on."""
        self._view.setFocus()

    def leave(self) -> bool:
        """Whatever is opened from here, the page is not needed again."""
        return True

    def _go_on(self) -> None:
        self._shell.finish()
