"""Words that do not fit where they stand: a page with such is not finished."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.widgets.labels import Elided

_SPARE = 1


def cut_off(window: QWidget) -> list[str]:
    """Each shown text that has less room than it needs; what ends in "…" on purpose is left out."""
    return [
        f"{type(widget).__name__} «{widget.text()}» has {widget.size().toTuple()}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and isinstance(widget, QLabel | QAbstractButton)
        and not isinstance(widget, Elided)
        and widget.text()
        and _lacks_room(widget)
    ]


def _lacks_room(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() + _SPARE < widget.heightForWidth(widget.width())
    needed = widget.minimumSizeHint()
    return widget.width() + _SPARE < needed.width() or widget.height() + _SPARE < needed.height()
