"""What is asked for: the day, all of the office or this counter, one clerk. Layout only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.messages import text
from ui.screens.report.making import COUNTER, OFFICE
from ui.style.metrics import px
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import Field, below_label
from ui.widgets.flow import Flow
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Elided

_DAY_WIDE, _CLERK_WIDE = 150, 180


class AskPanel(Card):
    """Signals: ``asked(day, scope, clerk)``, ``stepped(days)``."""

    asked = Signal(str, str, str)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.day = Field(text("report.page.day"), placeholder=text("report.page.day_how"))
        self.scope = Choice(text("report.page.scope"), _scopes())
        self.clerk = Field(text("report.page.clerk"), placeholder=text("report.page.clerk_how"))
        self.before = KeyButton(text("report.page.before"), "Alt+←")
        self.after = KeyButton(text("report.page.after"), "Alt+→")
        self.pdf = KeyButton(text("report.page.pdf"), "F8")
        self.xlsx = KeyButton(text("report.page.xlsx"), "Alt+X")
        self.heading = Elided("", "title")
        self.day.setFixedWidth(px(_DAY_WIDE))
        self.clerk.setFixedWidth(px(_CLERK_WIDE))
        buttons = map(below_label, (self.before, self.after, self.scope))
        files = map(below_label, (self.pdf, self.xlsx))
        self.body.addWidget(self.heading)
        self.body.addWidget(_Row(self.day, *buttons, self.clerk, *files))
        self.day.entered.connect(self._ask)
        self.clerk.entered.connect(self._ask)
        self.scope.changed.connect(lambda _value: self._ask())
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))

    def show_problem(self, field: str, sentence: str) -> None:
        """Under the field that it is about; "" and "" clear both."""
        for name, widget in (("day", self.day), ("clerk", self.clerk)):
            widget.set_problem(sentence if name == field else "")
        if field == "day":
            self.day.edit.setFocus()
        elif field == "clerk":
            self.clerk.edit.setFocus()

    def _ask(self) -> None:
        self.asked.emit(self.day.value(), self.scope.value(), self.clerk.value())


class _Row(QWidget):
    """Widgets beside one another that go on in the next row where there is no room."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = Flow(px(10))
        self.setLayout(flow)
        for widget in widgets:
            flow.addWidget(widget)


def _scopes() -> tuple[tuple[str, str], ...]:
    return tuple((each, text(f"report.page.scope.{each}")) for each in (OFFICE, COUNTER))
