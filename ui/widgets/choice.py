"""One of a few, all visible: the row of services."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.messages import text
from ui.style.metrics import px
from ui.widgets.pill import Pill
from ui.widgets.segments import Segments


class Choice(QWidget):
    """Segmented buttons, in two rows where one has no room; one stop of Tab.

    Arrows move, the number key of its place chooses.

    Signals: ``changed(value)`` by the clerk's hand only; ``entered`` on Enter.
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(self, label: str, options: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = Segments(px(6))
        self.setLayout(self._row)
        self._pills: dict[str, Pill] = {}
        self._value = ""
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """``(value, label)`` from left to right; the first becomes the choice."""
        for pill in self._pills.values():
            self._row.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = {}
        for value, label in options:
            pill = Pill(label, round_ends=False)
            pill.clicked.connect(lambda _checked=False, chosen=value: self._choose(chosen))
            self._row.addWidget(pill)
            self._pills[value] = pill
        self._value = options[0][0] if options else ""
        self._show()
        self.updateGeometry()

    def value(self) -> str:
        """The value chosen; "" when there are no options."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose; tells nobody. An unknown value changes nothing."""
        if value in self._pills:
            self._value = value
            self._show()

    def remember(self) -> Callable[[], None]:
        """A way back to the choice of now."""
        value = self._value
        return lambda: self._choose(value)

    def fit_again(self) -> None:
        """Its pills say other words now."""
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, number keys, Enter."""
        values = list(self._pills)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and values:
            at = (values.index(self._value) + steps[key]) % len(values)
            self._choose(values[at])
        elif event.text().isdecimal() and 1 <= int(event.text()) <= len(values):
            self._choose(values[int(event.text()) - 1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._show()

    def _choose(self, value: str) -> None:
        if value != self._value:
            self._value = value
            self._show()
            self.changed.emit(value)

    def _show(self) -> None:
        for at, (value, pill) in enumerate(self._pills.items(), 1):
            pill.set_on(on=value == self._value)
            pill.set_ringed(ringed=self.hasFocus() and value == self._value)
            if value == self._value:
                told = text("ui.state.chosen", label=pill.text(), at=at, count=len(self._pills))
                self.setAccessibleDescription(told)
