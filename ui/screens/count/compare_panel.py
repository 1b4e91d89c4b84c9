"""After the count: what was counted, what the books say, the difference; and how to go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import text
from app.services.closing import CountedDrawer
from ui.formats import dong
from ui.screens.count.entered import CloseEntered
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.approval import ApprovalFields
from ui.widgets.field import Field
from ui.widgets.labels import Rule, Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.numbers import AmountField


class ComparePanel(QWidget):
    """Signals: ``finished`` on Enter behind the last field."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sums = Lines()
        self._word = Text("", "strong")
        self._difference = Text("", "total")
        self._how = Notice("", Tone.INFO)
        self.deposited = AmountField(text("ui.count.deposit"), placeholder="0")
        self.remark = Field(text("ui.count.remark"), placeholder=text("ui.count.remark_hint"))
        self.approval = ApprovalFields(text("ui.count.approver"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(9))
        column.addWidget(self._sums)
        column.addWidget(Rule(heavy=True))
        row = QHBoxLayout()
        row.addWidget(self._word)
        row.addStretch(1)
        row.addWidget(self._difference)
        column.addLayout(row)
        column.addWidget(self._how)
        column.addWidget(self.deposited)
        column.addWidget(self.remark)
        column.addWidget(self.approval)
        column.addStretch(1)
        self.deposited.entered.connect(self._behind_deposit)
        self.remark.entered.connect(self.approval.setFocus)
        self.approval.entered.connect(self.finished)
        self.setFocusProxy(self.deposited)

    def show_compared(self, done: CountedDrawer) -> None:
        """The difference in large; nothing is asked where there is none."""
        difference = done.difference_vnd
        self._sums.set_lines(
            [
                Line(text("ui.count.counted"), dong(done.counted_vnd), strong=True),
                Line(text("ui.count.expected"), dong(done.expected_vnd)),
            ]
        )
        code = "over" if difference > 0 else "short" if difference else "even"
        self._word.setText(text(f"ui.count.{code}"))
        sign = "+" if difference > 0 else "−" if difference else ""
        self._difference.setText(f"{sign}{dong(abs(difference))}")
        tone = Tone.BAD if difference < 0 else Tone.WARN if difference else Tone.GOOD
        self._difference.set_tone(tone)
        how = "ui.count.difference_how" if difference else "ui.count.even_how"
        self._how.say(text(how), Tone.WARN if difference else Tone.GOOD)
        self.deposited.set_number(None)
        self.remark.set_value("")
        self.approval.clear()
        for field in (self.remark, self.approval):
            field.setVisible(bool(difference))

    def entered(self) -> CloseEntered:
        """What stands in the fields now."""
        return CloseEntered(
            self.deposited.number(),
            self.remark.value(),
            self.approval.code(),
            self.approval.given_pin(),
        )

    def refuse(self, field: str, sentence: str) -> bool:
        """Say it beside the field it is about; False when it is about none."""
        told = {"amount": self.deposited, "remark": self.remark}.get(field)
        if told is None:
            return self.approval.refuse(field, sentence)
        told.set_problem(sentence)
        told.setFocus()
        return True

    def difference(self) -> str:
        """The difference, as shown."""
        return self._difference.text()

    def clear_problems(self) -> None:
        """Before it is tried again."""
        for field in (self.deposited, self.remark, self.approval.who, self.approval.pin):
            field.set_problem("")

    def _behind_deposit(self) -> None:
        if self.remark.isHidden():
            self.finished.emit()
        else:
            self.remark.setFocus()
