"""Code and PIN of the second person who signs; the PIN is never shown."""

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.messages import text
from ui.style.metrics import px
from ui.widgets.entry import Entry
from ui.widgets.field import Field

_LONGEST_PIN = 12


class ApprovalFields(QWidget):
    """Side by side. ``entered`` on Enter in the PIN; ``edited`` by hand."""

    entered = Signal()
    edited = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.who = Field(label, placeholder=text("ui.approval.code"))
        self.pin = Field(text("ui.approval.pin"), entry=_PinEntry())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.who, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.pin, 1, Qt.AlignmentFlag.AlignTop)
        self.who.entered.connect(self.pin.setFocus)
        self.pin.entered.connect(self.entered)
        for field in (self.who, self.pin):
            field.edited.connect(lambda _words: self.edited.emit())
        self.setFocusProxy(self.who)

    def code(self) -> str:
        """The code of the second person; "" when nobody was named."""
        return self.who.value()

    def given_pin(self) -> str:
        """What was typed as PIN."""
        return self.pin.edit.text()

    def clear(self) -> None:
        """Nothing of it is kept."""
        self.who.set_value("")
        self.pin.set_value("")
        for field in (self.who, self.pin):
            field.set_problem("")

    def refuse(self, field: str, sentence: str) -> bool:
        """Say what is wrong beside code or PIN; False when it is about neither."""
        told = {"approver": self.who, "clerk": self.who, "pin": self.pin}.get(field)
        if told is None:
            return False
        self.pin.set_value("")
        told.set_problem(sentence)
        told.setFocus()
        return True


class _PinEntry(Entry):
    """Digits that nobody reads over a shoulder, and no input method learns."""

    composes = False

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(Entry.EchoMode.Password)
        digits = QRegularExpression(f"[0-9]{{0,{_LONGEST_PIN}}}")
        self.setValidator(QRegularExpressionValidator(digits, self))
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
