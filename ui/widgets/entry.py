"""The one-line entry below every field."""

import unicodedata
from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.style.theme import restyle

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Entry(QLineEdit):
    """A line edit that loses no half-typed Vietnamese word when the focus leaves.

    ``typed(text)`` by the clerk's hand, also while a word is being composed: what one sees counts.
    ``entered``: Enter was pressed. It never reaches a default button, so a scanner's newline
    cannot submit a form.
    """

    typed = Signal(str)
    entered = Signal()

    composes: ClassVar[bool] = True
    """Whether input methods may compose here at all; digits need none."""

    def __init__(self) -> None:
        super().__init__()
        self._preedit = ""
        self._composes = True
        self._told = False
        self.textEdited.connect(self._tell)

    def value(self) -> str:
        """What stands here, NFC, without blanks around it."""
        return unicodedata.normalize("NFC", self.seen_text()).strip()

    def seen_text(self) -> str:
        """The text with the word being composed, as it is seen."""
        at = self.cursorPosition()
        return self.text()[:at] + self._preedit + self.text()[at:]

    def set_wrong(self, *, wrong: bool) -> None:
        """The red frame; the sentence beside it says why."""
        restyle(self, "wrong", wrong)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember the word being composed: some input methods forget it on a focus change."""
        before, self._preedit = self._preedit, event.preeditString()
        self._told = False
        super().inputMethodEvent(event)
        if self._preedit != before and not self._told:
            self.typed.emit(self.seen_text())

    def commit_preedit(self) -> None:
        """Keep the word being composed as if it had been finished.

        The input method is asked first, for one that is not told keeps the word too and brings it
        again later; what it does not hand over is kept here.
        """
        if self._preedit and self.hasFocus():
            QGuiApplication.inputMethod().commit()
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
        if query == Qt.InputMethodQuery.ImEnabled and not (self._composes and self.composes):
            return False
        if argument is not None:
            return super().inputMethodQuery(query, argument)
        return super().inputMethodQuery(query)

    def remember(self) -> Callable[[], None]:
        """A way back to what is seen now, told as an edit by hand."""
        text, at = self.seen_text(), self.cursorPosition() + len(self._preedit)
        start, length = self.selectionStart(), len(self.selectedText())

        def restore() -> None:
            if self.text() != text:
                self.setText(text)
                self.textEdited.emit(text)
            self.setCursorPosition(at)
            if start >= 0:
                self.setSelection(start, length)

        return restore

    def tidy(self) -> None:
        """Put right what was typed, before anyone is told of it."""

    def _tell(self, _text: str) -> None:
        self._told = True
        self.tidy()
        self.typed.emit(self.seen_text())

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
