"""Who the new customer may already be: layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.customer_number import grouped
from app.messages import text
from app.queries.customers import Resemblance
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

_REASONS = {
    "citizen": "ui.registration.same_citizen",
    "phone": "ui.registration.same_phone",
    "name": "ui.registration.same_name",
}


class LookalikePanel(Card):
    """``opened(number)``: it is that one."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(text("ui.registration.lookalikes"))
        self.list = RowList(text("ui.registration.lookalikes"))
        self.list.opened.connect(lambda number: self.opened.emit(str(number)))
        self._none = Text(text("ui.registration.no_lookalike"), "muted", wrap=True)
        self._asking = Notice("", Tone.WARN)
        self.button = KeyButton(text("ui.registration.open_lookalike"), "Alt+M")
        self.button.clicked.connect(self.open_marked)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.button)
        self.body.addWidget(self._asking)
        self.body.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(foot)
        self.body.addStretch()
        self.body.setSpacing(px(10))
        self.show_resemblances(())

    def show_resemblances(self, found: tuple[Resemblance, ...]) -> None:
        """The first one is marked."""
        self.list.set_rows([_row(one) for one in found])
        self.list.mark(0)
        for widget in (self.list, self.button):
            widget.setVisible(bool(found))
        self._none.setVisible(not found)
        self._asking.say("", Tone.WARN)

    def ask(self) -> None:
        """Registering waits for a word: that one, or a new one."""
        self._asking.say(text("ui.registration.whether_same"), Tone.WARN)
        self.list.setFocus()

    def is_asking(self) -> bool:
        """Whether the question is shown."""
        return not self._asking.isHidden()

    def open_marked(self) -> None:
        """It is the marked one."""
        row = self.list.row(self.list.marked())
        if row is not None:
            self.opened.emit(str(row.value))


def _row(one: Resemblance) -> RowItem:
    born = text("ui.registration.born", year=one.birth_year) if one.birth_year else ""
    who = " · ".join(part for part in (grouped(one.number), born, one.phone_masked) if part)
    return RowItem(
        title=one.full_name,
        detail="\n".join(part for part in (who, one.address) if part),
        note=text(_REASONS[one.reason]),
        tone=Tone.WARN,
        value=one.number,
    )
