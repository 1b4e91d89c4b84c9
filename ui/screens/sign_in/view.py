"""Signing in: the people at the left, the PIN of one of them at the right."""

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.domain.identities import Clerk
from app.messages import text
from ui.screens.sign_in.clerk_list import ClerkList
from ui.shell.stamp import Stamp
from ui.style.metrics import px
from ui.style.theme import part
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.entry import Entry
from ui.widgets.key_button import KeyButton
from ui.widgets.key_cap import KeyCap
from ui.widgets.labels import Text
from ui.widgets.notice import Notice

_LONGEST_PIN = 12


class SignInView(QWidget):
    """Signals: ``picked(Clerk)``, ``entered(pin)``, ``back_asked``."""

    picked = Signal(object)
    entered = Signal(str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.clerks = ClerkList()
        self.clerks.picked.connect(self.picked)
        self.pin = _pin_entry()
        self.pin.entered.connect(self._enter)
        self._hello = Text(text("ui.sign_in.hello"), "muted")
        self._name = Text("", "title", wrap=True)
        self._problems = (Notice("", Tone.BAD), Notice("", Tone.BAD))
        self._waiting = Text(text("ui.sign_in.checking"), "muted")
        self._waiting.hide()
        self._open = KeyButton(text("ui.sign_in.open"), "Enter", primary=True)
        self._open.clicked.connect(self._enter)
        self._side = QStackedWidget()
        self._side.addWidget(self._welcome())
        self._side.addWidget(self._ask())
        middle = QHBoxLayout(self)
        middle.addStretch(1)
        middle.addLayout(self._column(), 100)
        middle.addStretch(1)

    def show_clerks(self, clerks: tuple[Clerk, ...], marked: int) -> None:
        """Who works here."""
        self.clerks.show_clerks(clerks, marked)

    def ask_clerk(self) -> None:
        """The first step."""
        self._side.setCurrentIndex(0)
        self.clerks.setFocus()

    def ask_pin(self, clerk: Clerk) -> None:
        """The second step."""
        self._name.setText(clerk.name)
        self.pin.clear()
        self._side.setCurrentIndex(1)
        self.pin.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Checking a PIN takes a moment, so that guessing takes long."""
        self._waiting.setVisible(busy)
        self.pin.setReadOnly(busy)
        self._open.setEnabled(not busy)

    def refuse(self, sentence: str) -> None:
        """What is wrong; the PIN is typed anew."""
        for notice in self._problems:
            notice.say(sentence, Tone.BAD)
        self._hello.setHidden(bool(sentence))  # its room is the sentence's, with large text
        if sentence:
            self.pin.clear()

    def problem(self) -> str:
        """The sentence now shown."""
        return self._problems[0].text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        self.entered.emit(self.pin.text())

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(self._card(), 100)
        column.addStretch(1)
        return column

    def _card(self) -> Card:
        card = Card()
        card.setMaximumSize(px(860), px(430))
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        columns = QHBoxLayout()
        columns.setSpacing(px(28))
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(Text(text("ui.sign_in.who"), "head"))
        left.addWidget(self.clerks, 1)
        columns.addLayout(left, 11)
        rule = QFrame()
        part(rule, "rule")
        rule.setFixedWidth(1)
        columns.addWidget(rule)
        right = QVBoxLayout()
        right.addWidget(self._side, 1)
        columns.addLayout(right, 10)
        card.body.addLayout(columns, 1)
        return card

    def _welcome(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, px(10), 0, 0)
        column.setSpacing(px(10))
        column.addWidget(Stamp(72, dark=True))
        column.addSpacing(px(8))
        column.addWidget(Text(text("ui.sign_in.title"), "page-title", wrap=True))
        column.addWidget(Text(text("ui.sign_in.how"), "muted", wrap=True))
        column.addWidget(self._problems[0])
        column.addStretch(1)
        return page

    def _ask(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, px(10), 0, 0)
        column.setSpacing(px(7))
        column.addWidget(self._hello)
        column.addWidget(self._name)
        column.addSpacing(px(4))
        column.addWidget(Text(text("ui.sign_in.pin"), "label"))
        column.addWidget(self.pin)
        column.addWidget(self._waiting)
        column.addWidget(self._problems[1])
        column.addStretch(1)
        column.addWidget(self._open)
        back = QHBoxLayout()
        back.addStretch(1)
        back.addWidget(KeyCap("Esc"))
        back.addWidget(Text(text("ui.sign_in.other"), "secondary"))
        back.addStretch(1)
        column.addLayout(back)
        return page


def _pin_entry() -> Entry:
    pin = Entry()
    part(pin, "pin")
    pin.setEchoMode(Entry.EchoMode.Password)
    pin.setMaxLength(_LONGEST_PIN)
    pin.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), pin))
    pin.setAccessibleName(text("ui.sign_in.pin"))
    return pin
