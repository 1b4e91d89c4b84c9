"""The right of the count page: the day by the hour, what was done, and the way on."""

from PySide6.QtCore import Qt, Signal

from app.domain.shift_summary import ClosingNotes, ShiftSummary
from app.messages import text
from ui.screens.count.presenter import Phase
from ui.screens.count.words import facts
from ui.widgets.card import Card
from ui.widgets.hour_bars import HourBars
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Rule, Text
from ui.widgets.lines import Line, Lines
from ui.widgets.numbers import AmountField


class SidePanel(Card):
    """``pressed``: the button of the way on."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__(text("ui.count.by_hour"))
        self.bars = HourBars()
        self.received = AmountField(text("ui.count.received"))
        self._rule = Rule()
        self._facts = Lines()
        self.go = KeyButton(text("ui.count.go.count"), "F12", primary=True)
        self.go.clicked.connect(self.pressed)
        self._missing = Text("", "secondary", wrap=True)
        self._missing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.received)
        self.body.addWidget(self.bars)
        self.body.addWidget(self._rule)
        self.body.addWidget(self._facts)
        self.body.addStretch(1)
        self.body.addWidget(self.go)
        self.body.addWidget(self._missing)
        self._opening = False

    def show_phase(self, phase: Phase, *, opening: bool) -> None:
        """What F12 does now."""
        self._opening = opening
        self.received.setVisible(opening)
        self.go.setText(text("ui.count.go.open" if opening else f"ui.count.go.{phase}"))
        self.go.setAccessibleName(self.go.text())
        self.go.updateGeometry()
        if opening:
            self.set_title("")
            for widget in (self.bars, self._rule, self._facts):
                widget.hide()

    def show_missing(self, missing: str) -> None:
        """What F12 still waits for."""
        self.go.setEnabled(not missing)
        self._missing.setText(missing)

    def show_summary(self, summary: ShiftSummary, notes: ClosingNotes) -> None:
        """Hours and facts."""
        self.bars.set_hours(summary.work.hours)
        self._facts.set_lines([Line(*fact) for fact in facts(summary, notes)])

    def fit(self, *, roomy: bool) -> None:
        """Narrow: the way on and the facts remain."""
        self.bars.setVisible(roomy and not self._opening)
