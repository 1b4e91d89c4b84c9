"""A labelled entry of several lines, for what somebody tells."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ui.style.metrics import px
from ui.style.theme import part, restyle
from ui.widgets.labels import Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINE = 24
_LABEL = 21
_AROUND = 18


class TextArea(QWidget):
    """Label above, lines, one sentence below when something is wrong.

    Enter goes on, Shift+Enter begins a line. Signals: ``edited(text)`` by the clerk's hand only;
    ``entered`` on Enter; ``left`` when the focus has gone.
    """

    edited = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, label: str, *, lines: int = 3, placeholder: str = "") -> None:
        super().__init__()
        self.edit = _Lines()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(label)
        self.edit.setMinimumHeight(px(2 * _LINE + _AROUND))
        self.setFocusProxy(self.edit)
        words = Text(label, "label")
        words.setBuddy(self.edit)
        words.setMinimumHeight(px(_LABEL))
        self._problem = Text("", "problem", wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(words)
        column.addWidget(self.edit, 1)
        column.addWidget(self._problem)
        self.edit.setMaximumHeight(px(lines * _LINE + _AROUND))
        self.edit.textChanged.connect(self._changed)
        self.edit.entered.connect(self.entered)
        self.edit.left.connect(self.left)

    def value(self) -> str:
        """What the clerk entered: NFC, no blanks around."""
        return unicodedata.normalize("NFC", self.edit.toPlainText()).strip()

    def set_value(self, text: str) -> None:
        """Fill the entry; tells nobody."""
        blocked = self.edit.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.edit.setPlainText(text)
        self.edit.blockSignals(blocked)

    def set_problem(self, sentence: str) -> None:
        """What is wrong and what to do; "" when all is well."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        restyle(self.edit, "wrong", bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def problem(self) -> str:
        """The sentence now shown."""
        return self._problem.text()

    def _changed(self) -> None:
        self.edited.emit(self.edit.toPlainText())


class _Lines(QPlainTextEdit):
    """Loses no half-typed Vietnamese word when the focus leaves, and takes back a scan."""

    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        part(self, "lines")
        self._preedit = ""
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember the word being composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def remember(self) -> Callable[[], None]:
        """A way back to what is seen now."""
        text, at = self.toPlainText(), self.textCursor().position()

        def restore() -> None:
            if self.toPlainText() != text:
                self.setPlainText(text)
            cursor = self.textCursor()
            cursor.setPosition(min(at, len(text)))
            self.setTextCursor(cursor)

        return restore

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit before Qt clears the composition."""
        pending, self._preedit = self._preedit, ""
        if pending:
            finish = QInputMethodEvent()
            finish.setCommitString(pending)
            super().inputMethodEvent(finish)
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)
