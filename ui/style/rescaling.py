"""Gives a window that is already built another text size.

Pages take their lengths from ``px`` while they are built. Every length is a whole number of pixels
at 100 %, so the number can be had back from what it became, and turned into the new size exactly.
"""

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QObject
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem, QWidget

from ui.style.metrics import px

_UNBOUND = (1 << 24) - 1


def rescale(window: QWidget, before: int) -> None:
    """From ``before`` per cent to the scale in force, the whole tree of widgets."""
    for widget in (window, *window.findChildren(QWidget)):
        _bound(widget, before)
        for layout in _layouts(widget):
            _lay_out(layout, before)
        widget.updateGeometry()


def _layouts(widget: QWidget) -> Iterator[QLayout]:
    """The layouts of one widget, each within the other."""
    waiting: list[QObject | None] = [widget.layout()]
    while waiting:
        layout = waiting.pop()
        if isinstance(layout, QLayout):
            yield layout
            waiting += [item.layout() for item in _items(layout)]


def _bound(widget: QWidget, before: int) -> None:
    least, most = widget.minimumSize(), widget.maximumSize()
    widths = [_length(each, before) for each in (least.width(), most.width())]
    heights = [_length(each, before) for each in (least.height(), most.height())]
    if [least.width(), most.width()] != widths:
        widget.setMinimumWidth(widths[0])
        widget.setMaximumWidth(widths[1])
    if [least.height(), most.height()] != heights:
        widget.setMinimumHeight(heights[0])
        widget.setMaximumHeight(heights[1])


def _lay_out(layout: QLayout, before: int) -> None:
    margins = layout.contentsMargins()
    sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
    layout.setContentsMargins(QMargins(*(_length(side, before) for side in sides)))
    if layout.spacing() > 0:
        layout.setSpacing(_length(layout.spacing(), before))
    for item in _items(layout):
        spacer = item.spacerItem()
        if spacer is not None:
            _widen(spacer, before)
    layout.invalidate()


def _items(layout: QLayout) -> list[QLayoutItem]:
    found = (layout.itemAt(at) for at in range(layout.count()))
    return [item for item in found if item is not None]


def _widen(spacer: QSpacerItem, before: int) -> None:
    size, policy = spacer.sizeHint(), spacer.sizePolicy()
    spacer.changeSize(
        _length(size.width(), before),
        _length(size.height(), before),
        policy.horizontalPolicy(),
        policy.verticalPolicy(),
    )


def _length(length: int, before: int) -> int:
    """Lines of one pixel stay so; what has no bound has none."""
    if length <= 1 or length >= _UNBOUND:
        return length
    return px(round(length * 100 / before))
