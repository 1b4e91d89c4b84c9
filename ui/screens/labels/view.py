"""Rolls of printed labels: layout only."""

from PySide6.QtCore import Signal

from app.domain import item_code
from app.messages import text
from app.queries.labels import LabelRoll
from ui.formats import day, grouped
from ui.style.metrics import px
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.form import enter_walks
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

_BESIDE = 700
_LEAST = (600, 420)


class LabelsView(Page):
    """``received(first, last)``: both labels were given."""

    received = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.first = Field(text("ui.labels.first"), placeholder=text("ui.labels.example"))
        self.last = Field(text("ui.labels.last"))
        self.button = KeyButton(text("ui.labels.receive"), "F12", primary=True)
        self.button.clicked.connect(self.finish)
        self._fields = {"first": self.first, "last": self.last}
        self.list = RowList(text("ui.labels.rolls"))
        self._nothing = Text(text("cli.labels.none"), "muted", wrap=True)
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        row.addWidget(self._form(), 2)
        row.addWidget(self._rolls(), 3)
        enter_walks([self.first, self.last], self.finish)
        self.show_rolls(())

    def show_rolls(self, rolls: tuple[LabelRoll, ...]) -> None:
        """Newest first."""
        self.list.set_rows(
            [
                RowItem(
                    title=text(
                        "ui.labels.range",
                        first=item_code.grouped(roll.first),
                        last=item_code.grouped(roll.last),
                    ),
                    detail=f"{day(roll.received_at)} · {roll.clerk_name}",
                    side=text("ui.labels.left", left=grouped(roll.count - roll.used)),
                    value=roll.first,
                )
                for roll in rolls
            ]
        )
        self.list.setVisible(bool(rolls))
        self._nothing.setVisible(not rolls)

    def show_problem(self, field: str, sentence: str) -> None:
        """The sentence beside a label."""
        self._fields[field].set_problem(sentence)
        if sentence:
            self._fields[field].setFocus()

    def show_label(self, field: str, label: str) -> None:
        """A label was scanned."""
        self._fields[field].set_value(label)
        (self.last if field == "first" else self.button).setFocus()

    def clear(self) -> None:
        """Ready for the next roll."""
        for field in self._fields.values():
            field.set_value("")
            field.set_problem("")
        self.first.setFocus()

    def finish(self) -> None:
        """Both labels as they stand."""
        self.received.emit(self.first.value(), self.last.value())

    def _form(self) -> Card:
        card = Card()
        card.body.setSpacing(px(10))
        card.body.addWidget(Text(text("ui.labels.title"), "page-title", wrap=True))
        card.body.addWidget(Text(text("ui.labels.how"), "muted", wrap=True))
        card.body.addWidget(self.first)
        card.body.addWidget(self.last)
        card.body.addWidget(self.button)
        card.body.addStretch(1)
        return card

    def _rolls(self) -> Card:
        card = Card(text("ui.labels.rolls"))
        card.body.addWidget(self._nothing)
        card.body.addWidget(self.list, 1)
        card.body.addStretch()
        return card
