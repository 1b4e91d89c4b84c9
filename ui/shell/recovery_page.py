""" "Giao dịch gần nhất": shown when only the clerk can say what is on paper."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.messages import text
from app.queries.standing import LastTransaction, PrintedState
from ui.running import Runner
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.recovery_presenter import RecoveryPresenter, Settles
from ui.shell.screen import Screen
from ui.shell.standing_words import document_title
from ui.shell.transaction_card import TransactionCard
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.page import Page

_BESIDE = 720
_LEAST = (600, 400)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecoveryView(Page):
    """One question with two keys, or the word that all is settled.

    Signals: ``answered(bool)``, True when it is on paper; ``went_on``.
    """

    answered = Signal(bool)
    went_on = Signal()

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._asking = False
        self._last = TransactionCard()
        self._question = Text("", "title", wrap=True)
        self._how = Text(text("ui.recovery.how"), "muted", wrap=True)
        self._yes = KeyButton(text("ui.recovery.on_paper"), "F7")
        self._no = KeyButton(text("ui.recovery.not_on_paper"), "F8")
        self._on = KeyButton(text("ui.recovery.go_on"), "Enter", tall=True)
        self._yes.clicked.connect(lambda: self.answered.emit(True))  # noqa: FBT003 - a signal
        self._no.clicked.connect(lambda: self.answered.emit(False))  # noqa: FBT003 - a signal
        self._on.clicked.connect(self.went_on)
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        row.addWidget(self._card(), 5)
        row.addWidget(self._last, 3)

    def show_state(self, last: LastTransaction, asked: PrintedState | None) -> None:
        """What was booked, and the question that is open."""
        self._asking = asked is not None
        self._last.show_transaction(last, asked)
        if asked is None:
            self._question.setText(text("ui.recovery.settled"))
        else:
            self._question.setText(text("ui.recovery.question", title=document_title(asked)))
        self._on.set_primary(primary=not self._asking)
        for widget in (self._how, self._yes, self._no):
            widget.setVisible(self._asking)
        self.setAccessibleName(self._question.text())

    def question(self) -> str:
        """The question now shown."""
        return self._question.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter. The answers are keys of the bar: a scan that begins with a digit gives none."""
        if event.key() in _ENTER:
            self.went_on.emit()
        else:
            super().keyPressEvent(event)

    def _card(self) -> Card:
        card = Card()
        card.body.setSpacing(px(10))
        card.body.addSpacing(px(8))
        card.body.addWidget(Text(text("ui.recovery.title"), "page-title", wrap=True))
        card.body.addWidget(Notice(text("ui.recovery.booked"), Tone.GOOD))
        card.body.addSpacing(px(14))
        card.body.addWidget(self._question)
        card.body.addWidget(self._how)
        answers = QHBoxLayout()
        answers.setSpacing(px(10))
        answers.addWidget(self._yes)
        answers.addWidget(self._no)
        answers.addStretch(1)
        card.body.addLayout(answers)
        card.body.addStretch(1)
        last = QHBoxLayout()
        last.addWidget(Text(text("ui.recovery.later"), "secondary", wrap=True), 1)
        last.addWidget(self._on)
        card.body.addLayout(last)
        return card


class RecoveryScreen(Screen):
    """Opened above the start page after signing in."""

    def __init__(self, desk: Settles, writing: Runner, shell: Shell, last: LastTransaction) -> None:
        self._view = RecoveryView()
        self._presenter = RecoveryPresenter(self._view, desk, writing, shell, last)
        self._view.answered.connect(self._answer)
        self._view.went_on.connect(self._presenter.go_on)

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """What was done last."""
        return text("ui.last.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F12 goes on, as Enter does; F7 and F8 answer, as on the page of a receipt."""
        on = {Key.F12: KeyAction(text("ui.recovery.go_on"), self._presenter.go_on)}
        if self._presenter.asked is None:
            return on
        return {
            **on,
            Key.F7: KeyAction(text("ui.receipt.key_on_paper"), self._on_paper),
            Key.F8: KeyAction(text("ui.receipt.key_not_on_paper"), self._not_on_paper),
        }

    def focus_first(self) -> None:
        """Its keys are its own."""
        self._view.setFocus()

    def _on_paper(self) -> None:
        self._presenter.answer(on_paper=True)

    def _not_on_paper(self) -> None:
        self._presenter.answer(on_paper=False)

    def _answer(self, on_paper: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._presenter.answer(on_paper=on_paper)
