"""Showing and hiding what may not stand in its page yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def reveal(widget: QWidget, *, shown: bool) -> None:
    """Show or hide ``widget``; one without a page is never shown as a window of its own.

    It appears together with its page then.
    """
    if not shown:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()
    else:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
