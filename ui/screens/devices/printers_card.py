"""Every printer with its state, and where each kind of paper goes. Layout only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.devices import PROFILES
from app.messages import text
from ui.screens.devices.presenter import Chosen
from ui.screens.devices.rows import PrinterRow
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Rule, Text
from ui.widgets.notice import Notice
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem


class PrintersCard(Card):
    """Signals: ``test_asked(printer)``, ``drawer_asked``; ``chosen(profile, printer)`` and
    ``drawer_chosen(printer)`` by the clerk's hand only.
    """

    test_asked = Signal(str)
    chosen = Signal(str, str)
    drawer_chosen = Signal(str)
    drawer_asked = Signal()

    def __init__(self) -> None:
        super().__init__(text("ui.devices.printers"))
        self.list = RowList(text("ui.devices.printers"))
        self.list.opened.connect(self._opened)
        self.list.moved.connect(self._marked)
        self._rows: tuple[PrinterRow, ...] = ()
        self._problem = Notice("", Tone.WARN)
        self._options: tuple[tuple[str, str], ...] = ()
        self.papers = {profile: Choice(text(f"paper.kind.{profile}")) for profile in PROFILES}
        self.test = KeyButton(text("ui.devices.print_test_page"), "Enter")
        self.test.clicked.connect(lambda: self._opened(self._name_at(self.list.marked())))
        self.drawer = Choice(text("ui.devices.drawer"))
        self.drawer.changed.connect(self.drawer_chosen)
        self.try_drawer = KeyButton(text("ui.devices.try_drawer"), "Alt+M")
        self.try_drawer.clicked.connect(self.drawer_asked)
        self._drawers: tuple[tuple[str, str], ...] = ()
        self._drawer_how = Text(text("ui.devices.drawer_how"), "secondary", wrap=True)
        self.body.setSpacing(px(9))
        self.body.addWidget(self.list)
        self.body.addWidget(self._problem)
        self.body.addWidget(self.test)
        self.body.addWidget(Rule())
        self.body.addWidget(Text(text("ui.devices.papers"), "strong"))
        for profile, choice in self.papers.items():
            self.body.addLayout(_row(text(f"paper.kind.{profile}"), choice))
            choice.changed.connect(lambda printer, which=profile: self.chosen.emit(which, printer))
        self.body.addWidget(Rule())
        drawer = _row(text("ui.devices.drawer"), self.drawer)
        drawer.addWidget(self._drawer_how, 1)
        drawer.addWidget(self.try_drawer)
        self.body.addLayout(drawer)
        self.body.addStretch(1)

    def show_printers(self, rows: tuple[PrinterRow, ...]) -> None:
        """The mark stays where it is."""
        if rows != self._rows:
            self._rows = rows
            self.list.set_rows([_item(row) for row in rows])
        self._marked(self.list.marked())

    def show_choices(self, chosen: Chosen) -> None:
        """The printers that may be chosen, and those that are."""
        if chosen.printers != self._options:
            self._options = chosen.printers
            for choice in self.papers.values():
                choice.set_options(chosen.printers)
        for profile, choice in self.papers.items():
            choice.set_value(chosen.papers[profile])
        if chosen.drawers != self._drawers:
            self._drawers = chosen.drawers
            self.drawer.set_options(chosen.drawers)
        self.drawer.set_value(chosen.drawer)
        can = len(chosen.drawers) > 1
        self.drawer.setVisible(can)
        self.try_drawer.setVisible(bool(chosen.drawer))
        self._drawer_how.setVisible(not can)

    def problem(self) -> str:
        """What is said of the marked printer."""
        return self._problem.text()

    def _name_at(self, row: int) -> str:
        return self._rows[row].name if 0 <= row < len(self._rows) else ""

    def _opened(self, printer: object) -> None:
        if isinstance(printer, str) and printer:
            self.test_asked.emit(printer)

    def _marked(self, row: int) -> None:
        problem = self._rows[row].problem if 0 <= row < len(self._rows) else ""
        self._problem.say(problem, Tone.WARN)


def _item(row: PrinterRow) -> RowItem:
    return RowItem(
        title=row.title,
        detail=row.detail,
        side=row.state,
        note=row.waiting,
        tone=row.tone,
        value=row.name,
    )


def _row(label: str, choice: Choice) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(10))
    words = Text(label, "secondary")
    words.setFixedWidth(px(130))
    row.addWidget(words)
    row.addWidget(choice, 1)
    return row
