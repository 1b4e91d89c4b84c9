"""Ctrl+Z belongs to a field only while the field has typing to take back."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


class _Gate(QObject):
    """Qt asks a field first whether it wants a shortcut's key; an untouched field does not."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True: the answer is given, the shortcut may have it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QLineEdit)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not watched.isUndoAvailable()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def undo_reaches(page: QWidget) -> None:
    """Let a shortcut of ``page`` have Ctrl+Z from fields without typing to undo.

    Call it when all fields are there; the gate lives as long as the page.
    """
    gate = _Gate(page)
    for field in page.findChildren(QLineEdit):
        field.installEventFilter(gate)
