"""Several of many, each on or off: value-added services, the checklist."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.messages import text
from ui.style.metrics import px
from ui.widgets.flow import Flow
from ui.widgets.pill import Pill


class Chips(QWidget):
    """Toggles; one stop of Tab. Arrows move, Space or the number key of its place toggles.

    Signals: ``changed(values)``, a tuple of str, by the clerk's hand only; ``entered`` on Enter.
    """

    changed = Signal(object)
    entered = Signal()

    def __init__(self, label: str, options: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = Flow(px(8))
        self.setLayout(self._flow)
        self._pills: dict[str, Pill] = {}
        self._at = 0
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """``(value, label)`` in reading order, all off."""
        for pill in self._pills.values():
            self._flow.removeWidget(pill)
            pill.deleteLater()
        self._pills = {}
        self._at = 0
        for value, label in options:
            pill = Pill(label, round_ends=True)
            pill.clicked.connect(lambda _checked=False, which=value: self._toggle(which))
            self._flow.addWidget(pill)
            self._pills[value] = pill
        self._ring()
        self.updateGeometry()

    def values(self) -> tuple[str, ...]:
        """What is on, in reading order."""
        return tuple(value for value, pill in self._pills.items() if pill.is_on())

    def set_values(self, values: Sequence[str]) -> None:
        """Turn exactly these on; tells nobody."""
        for value, pill in self._pills.items():
            pill.set_on(on=value in values)
        self._ring()

    def set_available(self, value: str, *, available: bool, why: str = "") -> None:
        """Dim one that cannot be had now; ``why`` stands in its tooltip."""
        pill = self._pills[value]
        pill.setEnabled(available)
        pill.setToolTip(why)
        if not available:
            pill.set_on(on=False)
        self._ring()

    def remember(self) -> Callable[[], None]:
        """A way back to what is on now."""
        values = self.values()

        def restore() -> None:
            if self.values() != values:
                self.set_values(values)
                self.changed.emit(values)

        return restore

    def fit_again(self) -> None:
        """Its pills say other words now."""
        self._ring()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Space, number keys, Enter."""
        values = list(self._pills)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and values:
            self._at = (self._at + steps[key]) % len(values)
            self._ring()
        elif key == Qt.Key.Key_Space and values:
            self._toggle(values[self._at])
        elif event.text().isdecimal() and 1 <= int(event.text()) <= len(values):
            self._toggle(values[int(event.text()) - 1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the arrows stand."""
        super().focusInEvent(event)
        self._ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring()

    def _toggle(self, value: str) -> None:
        pill = self._pills[value]
        if not pill.isEnabled():
            return
        self._at = list(self._pills).index(value)
        pill.set_on(on=not pill.is_on())
        self._ring()
        self.changed.emit(self.values())

    def _ring(self) -> None:
        for index, pill in enumerate(self._pills.values()):
            pill.set_ringed(ringed=self.hasFocus() and index == self._at)
            if index == self._at:
                code = "ui.state.on" if pill.is_on() else "ui.state.off"
                told = text(code, label=pill.text(), at=index + 1, count=len(self._pills))
                self.setAccessibleDescription(told)
