"""The form of what is done to the drawer: each deed shows the fields that it needs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.drawer import Purpose
from app.messages import text
from ui.screens.shift.entered import (
    WITH_AMOUNT,
    WITH_APPROVAL,
    WITH_REASON,
    Deed,
    ShiftEntered,
)
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.approval import ApprovalFields
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.form import enter_walks
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.numbers import AmountField


class FormPanel(QWidget):
    """Signals: ``submitted``; ``edited`` by hand."""

    submitted = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.deeds = Choice(text("ui.shift.deeds"), _deeds())
        self.purpose = Choice(text("ui.shift.purpose"), _purposes())
        self.amount = AmountField(text("ui.shift.amount"))
        self.reason = Field(text("ui.shift.reason"))
        self.approval = ApprovalFields(text("ui.shift.second"))
        self._how = Text("", "muted", wrap=True)
        self._trouble = Notice("", Tone.BAD)
        self.done = KeyButton(text("ui.shift.done"), "Enter")
        self.done.clicked.connect(self.submitted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for widget in (
            self.deeds, self._how, self._trouble, self.purpose, self.amount,
            self.reason, self.approval,
        ):  # fmt: skip
            column.addWidget(widget)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(foot)
        self._connect()
        self.setFocusProxy(self.deeds)
        self._deed_chosen()

    def entered(self) -> ShiftEntered:
        """What stands in the form now."""
        return ShiftEntered(
            Deed(self.deeds.value()),
            self.amount.number(),
            Purpose(self.purpose.value()),
            self.reason.value(),
            self.approval.code(),
            self.approval.given_pin(),
        )

    def begin_anew(self) -> None:
        """An empty form for the same deed; the focus on the deeds."""
        self.amount.set_number(None)
        self.reason.set_value("")
        self.approval.clear()
        self._clear_problems()
        self.deeds.setFocus()

    def set_open(self, *, is_open: bool) -> None:
        """Without an open shift only a closed one can be corrected."""
        options = _deeds() if is_open else _deeds()[-1:]
        if len(options) != self._count:
            self._count = len(options)
            self.deeds.set_options(options)
            self._deed_chosen()

    def refuse(self, field: str, sentence: str) -> None:
        """Beside its field, or above the form where it is about none."""
        self._clear_problems()
        told = {"amount": self.amount, "count": self.amount, "reason": self.reason}.get(field)
        if told is not None:
            told.set_problem(sentence)
            told.setFocus()
        elif not self.approval.refuse(field, sentence):
            self._trouble.say(sentence, Tone.BAD)

    _count = len(Deed)

    def _connect(self) -> None:
        self.deeds.changed.connect(self._deed_chosen)
        self.purpose.changed.connect(self._purpose_chosen)
        for field in (self.amount, self.reason):
            field.edited.connect(lambda _words: self.edited.emit())
        enter_walks((self.deeds, self.purpose, self.amount, self.reason), self._behind_reason)
        self.approval.entered.connect(self.submitted)

    def _behind_reason(self) -> None:
        if self.approval.isHidden():
            self.submitted.emit()
        else:
            self.approval.setFocus()

    def _deed_chosen(self, _value: str = "") -> None:
        deed = Deed(self.deeds.value())
        self._how.setText(text(f"ui.shift.how.{deed}"))
        self.purpose.setVisible(deed in (Deed.PAY_IN, Deed.PAY_OUT))
        self.amount.setVisible(deed in WITH_AMOUNT)
        self.reason.setVisible(deed in WITH_REASON)
        self.approval.setVisible(deed in WITH_APPROVAL)
        self._clear_problems()
        self.edited.emit()

    def _purpose_chosen(self, _value: str = "") -> None:
        self._clear_problems()
        self.edited.emit()

    def _clear_problems(self) -> None:
        self._trouble.say("", Tone.BAD)
        for field in (self.amount, self.reason, self.approval.who, self.approval.pin):
            field.set_problem("")


def _deeds() -> tuple[tuple[str, str], ...]:
    return tuple((deed.value, text(f"ui.shift.deed.{deed}")) for deed in Deed)


def _purposes() -> tuple[tuple[str, str], ...]:
    return tuple((each.value, text(f"ui.shift.purpose.{each}")) for each in Purpose)
