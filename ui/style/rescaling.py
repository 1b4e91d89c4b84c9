"""Gives a window that is already built another text size.

Pages take their lengths from ``px`` while they are built. Every length is a whole number of pixels
at 100 %, so the number can be had back from what it became, and turned into the new size exactly.
"""

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QObject
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QLineEdit, QSpacerItem, QWidget

from ui.style.metrics import px

_UNBOUND = (1 << 24) - 1


def rescale(window: QWidget, before: int) -> None:
    """From ``before`` per cent to the scale in force, the whole tree of widgets."""
    for widget in (window, *window.findChildren(QWidget)):
        _bound(widget, before)
        for layout in _layouts(widget):
            _lay_out(layout, before)


def _layouts(widget: QWidget) -> Iterator[QLayout]:
    """The layouts of one widget, each within the other."""
    waiting: list[QObject | None] = [widget.layout()]
    while waiting:
        layout = waiting.pop()
        if isinstance(layout, QLayout):
            yield layout
            waiting += [item.layout() for item in _items(layout)]


def _bound(widget: QWidget, before: int) -> None:
    """How high an entry is the sheet says, and has said anew by now."""
    least, most = widget.minimumSize(), widget.maximumSize()
    widths = [_bound_length(each, before) for each in (least.width(), most.width())]
    heights = [_bound_length(each, before) for each in (least.height(), most.height())]
    if [least.width(), most.width()] != widths:
        widget.setMinimumWidth(widths[0])
        widget.setMaximumWidth(widths[1])
    if [least.height(), most.height()] != heights and not isinstance(widget, QLineEdit):
        widget.setMinimumHeight(heights[0])
        widget.setMaximumHeight(heights[1])


def _lay_out(layout: QLayout, before: int) -> None:
    margins = layout.contentsMargins()
    sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
    layout.setContentsMargins(QMargins(*(_length(side, before) for side in sides)))
    if isinstance(layout, QGridLayout):
        _lay_out_grid(layout, before)
    elif layout.spacing() > 0:
        layout.setSpacing(_length(layout.spacing(), before))
    for item in _items(layout):
        spacer = item.spacerItem()
        if spacer is not None:
            _widen(spacer, before)
    layout.invalidate()


def _lay_out_grid(grid: QGridLayout, before: int) -> None:
    if grid.horizontalSpacing() > 0:
        grid.setHorizontalSpacing(_length(grid.horizontalSpacing(), before))
    if grid.verticalSpacing() > 0:
        grid.setVerticalSpacing(_length(grid.verticalSpacing(), before))
    for at in range(grid.columnCount()):
        grid.setColumnMinimumWidth(at, _length(grid.columnMinimumWidth(at), before))
    for at in range(grid.rowCount()):
        grid.setRowMinimumHeight(at, _length(grid.rowMinimumHeight(at), before))


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
    """What has no bound has none; what is drawn together stays so."""
    if length < 0:
        return -_length(-length, before)
    if length == 0 or length >= _UNBOUND:
        return length
    return px(round(length * 100 / before))


def _bound_length(length: int, before: int) -> int:
    """A line of one pixel stays so."""
    return length if length == 1 else _length(length, before)
