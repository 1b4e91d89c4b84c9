"""The one-line entry below every field."""

import unicodedata
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.style.theme import restyle

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Entry(QLineEdit):
    """A line edit that loses no half-typed Vietnamese word when the focus leaves.

    ``entered``: Enter was pressed. It never reaches a default button, so a scanner's newline
    cannot submit a form.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preedit = ""
        self._composes = True

    def value(self) -> str:
        """What stands here, NFC, without blanks around it."""
        return unicodedata.normalize("NFC", self.text() + self._preedit).strip()

    def set_wrong(self, *, wrong: bool) -> None:
        """The red frame; the sentence beside it says why."""
        restyle(self, "wrong", wrong)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember the word being composed: some input methods forget it on a focus change."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def commit_preedit(self) -> None:
        """Keep the word being composed as if it had been finished."""
        pending, self._preedit = self._preedit, ""
        if pending:
            finish = QInputMethodEvent()
            finish.setCommitString(pending)
            super().inputMethodEvent(finish)

    def set_composing(self, *, on: bool) -> None:
        """Keep input methods out while a scanner types, or let them in again.

        Of all ways only the answer to ``ImEnabled`` stops them (tried with ibus-unikey).
        """
        if on == self._composes:
            return
        self.commit_preedit()
        self._composes = on
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)

    def inputMethodQuery(
        self,
        query: Qt.InputMethodQuery,
        argument: Any = None,  # noqa: ANN401 - Qt's signature
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """As Qt's, but for ``ImEnabled``."""
        if query == Qt.InputMethodQuery.ImEnabled and not self._composes:
            return False
        if argument is not None:
            return super().inputMethodQuery(query, argument)
        return super().inputMethodQuery(query)

    def remember(self) -> Callable[[], None]:
        """A way back to the text and cursor of now, told as an edit by hand."""
        text, at = self.text(), self.cursorPosition()
        start, length = self.selectionStart(), len(self.selectedText())

        def restore() -> None:
            if self.text() != text:
                self.setText(text)
                self.textEdited.emit(text)
            self.setCursorPosition(at)
            if start >= 0:
                self.setSelection(start, length)

        return restore

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit before Qt clears the composition."""
        self.commit_preedit()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is ours; all else is typing."""
        if event.key() in _ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.commit_preedit()
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)
