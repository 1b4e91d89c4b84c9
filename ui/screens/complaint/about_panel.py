"""What the complaint is about: a code, the item behind it, and the kind of complaint."""

from PySide6.QtCore import Signal

from app.domain.item_code import grouped
from app.messages import text
from app.queries.complaint_subjects import ItemSubject
from ui.formats import day
from ui.screens.complaint.entered import About
from ui.screens.complaint.type_list import TypeList
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.labels import Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem


class AboutPanel(Card):
    """Signals: ``sought(code)``, ``item_chosen(row)``."""

    sought = Signal(str)
    item_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(text("ui.complaint.about"))
        self.code = Field(
            text("ui.complaint.item"), placeholder=text("ui.complaint.item_example"), strong=True
        )
        self.code.entered.connect(lambda: self.sought.emit(self.code.value()))
        self._note = Notice("", Tone.WARN)
        self.items = RowList(text("ui.complaint.items"), lead=86, quiet=True)
        self.items.moved.connect(self.item_chosen)
        self._lines = Lines(amounts=False, label_width=86)
        self.types = TypeList()
        self.body.addWidget(self.code)
        self.body.addWidget(self._note)
        self.body.addWidget(self.items)
        self.body.addWidget(self._lines)
        self.body.addWidget(Text(text("ui.complaint.complaint_type"), "head"))
        self.body.addWidget(self.types, 1)
        self.body.addStretch()
        self.show_about(About())

    def show_about(self, about: About) -> None:
        """What the code led to."""
        item = about.item
        if about.code:
            self.code.set_value(grouped(about.code))
        several = len(about.subject.items) > 1
        self.items.setVisible(several)
        if several:
            self.items.set_rows([_row(each) for each in about.subject.items])
            self.items.mark(about.at)
        self._lines.set_lines(_lines(item) if item else [])
        self._lines.setVisible(item is not None)
        self._say(about)

    def _say(self, about: About) -> None:
        item = about.item
        if about.subject.unknown:
            self._note.say(text("ui.complaint.not_ours"), Tone.WARN)
        elif item is not None and item.cases:
            numbers = ", ".join(
                f"{case.number} ({case.state_label})" for case in item.cases[:_SHOWN_CASES]
            )
            self._note.say(text("ui.complaint.earlier", cases=numbers), Tone.WARN)
        else:
            self._note.say("", Tone.WARN)


_SHOWN_CASES = 3


def _row(item: ItemSubject) -> RowItem:
    return RowItem(
        title=f"{grouped(item.code)} · {item.service_label}",
        lead=day(item.accepted_at),
        detail=item.addressee.name,
    )


def _lines(item: ItemSubject) -> list[Line]:
    return [
        Line(text("ui.complaint.sent"), f"{day(item.accepted_at)} · {item.service_label}"),
        Line(text("ui.complaint.role.sender"), item.sender.name),
        Line(text("ui.complaint.role.addressee"), item.addressee.name),
        Line(text("ui.complaint.contents"), item.contents),
    ]
