"""Where Tab leads. Qt's own way leaves out what stands before an order that a page has set."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_STEPS: dict[bool, Callable[[QWidget], QWidget | None]] = {
    True: QWidget.nextInFocusChain,
    False: QWidget.previousInFocusChain,
}
_REASONS = {
    True: Qt.FocusReason.TabFocusReason,
    False: Qt.FocusReason.BacktabFocusReason,
}


def walk_on(window: QWidget, start: QWidget, *, forward: bool) -> bool:
    """Put the focus on the next stop within ``window``; whether there is one."""
    step = _STEPS[forward]
    at = step(start)
    while at is not None and at is not start:
        if _is_stop(at) and window.isAncestorOf(at):
            at.setFocus(_REASONS[forward])
            return True
        at = step(at)
    return False


def _is_stop(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.isVisible()
        and widget.focusProxy() is None
    )
