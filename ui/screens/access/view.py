"""Who looked at whom on one day: a clerk may be picked, a line opens its customer. Layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.customer_number import grouped
from app.domain.identities import Clerk
from app.messages import text
from app.queries.access import AccessDay, AccessLine
from ui.formats import clock_time
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.field import Field, below_label
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

_LEAST = (600, 430)
_DAY_WIDE = 170


class AccessView(Page):
    """Signals: ``picked(clerk)``, ``opened(number)``, ``turned(days)``, ``day_typed(words)``."""

    picked = Signal(str)
    opened = Signal(object)
    turned = Signal(int)
    day_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.clerk = Choice(text("ui.access.clerk"), [("", text("ui.access.everybody"))])
        self.day = Field(text("ui.access.day"), placeholder=text("report.page.day_how"))
        self.day.setFixedWidth(px(_DAY_WIDE))
        self.lines = RowList(text("ui.access.title"), lead=64)
        self._more = Notice("", Tone.WARN)
        self._nothing = Text(text("ui.access.nothing"), "muted", wrap=True)
        self.before = KeyButton(text("ui.transactions.before"), "Alt+←")
        self.after = KeyButton(text("ui.transactions.after"), "Alt+→")
        self._card = Card()
        page = QVBoxLayout(self)
        page.setContentsMargins(px(16), px(12), px(16), px(12))
        page.addWidget(self._filled_card(), 1)
        self.clerk.changed.connect(self.picked)
        self.clerk.entered.connect(self.lines.setFocus)
        self.day.entered.connect(lambda: self.day_typed.emit(self.day.value()))
        self.lines.opened.connect(self.opened)
        self._bind(self.before, "Alt+Left", -1)
        self._bind(self.after, "Alt+Right", 1)

    def show_clerks(self, clerks: tuple[Clerk, ...]) -> None:
        """Everybody, and each of those who work here."""
        people = [(clerk.code, clerk.name) for clerk in clerks]
        self.clerk.set_options([("", text("ui.access.everybody")), *people])

    def show_day(self, found: AccessDay) -> None:
        """The newest first; a number shown in full stands out."""
        self._card.set_title(
            text("ui.access.of_day", day=f"{found.day:%d/%m/%Y}", count=len(found.lines))
        )
        self.day.set_value(f"{found.day:%d/%m/%Y}")
        more = text("ui.access.more", most=len(found.lines)) if found.more else ""
        self._more.say(more, Tone.WARN)
        self.lines.set_rows([_row(line) for line in found.lines])
        self.lines.setVisible(bool(found.lines))
        self._nothing.setVisible(not found.lines)

    def show_refused(self, sentence: str) -> None:
        """Nothing is shown, and why."""
        self._card.set_title(text("ui.access.title"))
        self._more.say(sentence, Tone.BAD)
        self.lines.set_rows([])
        for widget in (self.lines, self._nothing):
            widget.hide()

    def show_problem(self, sentence: str) -> None:
        """Why the day that was typed is none."""
        self.day.set_problem(sentence)

    def _bind(self, button: KeyButton, keys: str, days: int) -> None:
        button.clicked.connect(lambda: self.turned.emit(days))
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.turned.emit(days))

    def _filled_card(self) -> Card:
        card = self._card
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        for button in (self.before, self.after):
            top.addLayout(below_label(button))
        top.addStretch(1)
        card.body.addLayout(top)
        card.body.addWidget(self.clerk)
        card.body.addWidget(self._more)
        card.body.addWidget(self._nothing)
        card.body.addWidget(self.lines, 1)
        card.body.addStretch()
        return card


def _row(line: AccessLine) -> RowItem:
    fields = ", ".join(text(f"customer.field.{field}").lower() for field in line.fields)
    what = text("access.reveal", fields=fields) if fields else text("access.page")
    whom = " · ".join(part for part in (line.full_name, grouped(line.number)) if part)
    return RowItem(
        title=whom,
        detail=" · ".join(part for part in (what, line.reason) if part),
        lead=clock_time(line.at),
        side=f"{line.clerk_name} ({line.clerk})",
        tone=Tone.WARN if fields else Tone.PLAIN,
        value=line.number,
    )
