"""Words that do not fit where they stand, and pages wider than the window: not finished."""

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QScrollArea, QWidget

from ui.shell.key_bar import KeyBar
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


def sideways(window: QWidget) -> list[str]:
    """Whatever is wider than the room it stands in: one would have to scroll to the right."""
    found = [
        f"{type(inside).__name__} needs {inside.width()} of {area.viewport().width()}"
        for area in window.findChildren(QScrollArea)
        if area.isVisible()
        and (inside := area.widget()) is not None
        and inside.width() > area.viewport().width() + _SPARE
    ]
    return found + [
        f"{type(view).__name__} «{view.accessibleName()}» scrolls sideways"
        for view in window.findChildren(QAbstractItemView)
        if view.isVisible() and view.horizontalScrollBar().maximum() > 0
    ]


def shortened_keys(window: QWidget) -> list[str]:
    """Words of the key bar that end in "…"."""
    return [each for bar in window.findChildren(KeyBar) if bar.isVisible() for each in bar.cut()]


def _lacks_room(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() + _SPARE < widget.heightForWidth(widget.width())
    needed = widget.minimumSizeHint()
    return widget.width() + _SPARE < needed.width() or widget.height() + _SPARE < needed.height()
