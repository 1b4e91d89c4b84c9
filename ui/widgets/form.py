"""Enter walks through a form; at its end it does what is next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.chips import Chips
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea

Stop = Field | Choice | Chips | TextArea


def enter_walks(stops: Sequence[Stop], finish: Callable[[], None]) -> None:
    """Enter leads from stop to stop, past what is hidden or disabled; behind the last, ``finish``.

    Tab takes the same way. The caller keeps ``finish`` alive: pass a bound method of an object
    that lives as long as the form.
    """
    for index, stop in enumerate(stops):
        rest = tuple(stops[index + 1 :])
        stop.entered.connect(lambda rest=rest: _go_on(rest, finish))
        if index:
            QWidget.setTabOrder(_taking_focus(stops[index - 1]), _taking_focus(stop))


def _go_on(rest: Sequence[Stop], finish: Callable[[], None]) -> None:
    for stop in rest:
        if stop.isVisible() and stop.isEnabled() and not _read_only(stop):
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(stop, Field):
                stop.edit.selectAll()
            return
    finish()


def _taking_focus(stop: Stop) -> QWidget:
    """The entry itself: Qt leaves the order alone where a field stands inside another part."""
    return stop.edit if isinstance(stop, Field) else stop


def _read_only(stop: Stop) -> bool:
    return isinstance(stop, Field) and stop.edit.isReadOnly()
