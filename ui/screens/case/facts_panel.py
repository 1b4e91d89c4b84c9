"""What one complaint says: its clock on top, the facts, the evidence. Layout only."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.complaint_clock import Urgency
from app.domain.customer_number import grouped as customer_grouped
from app.domain.item_code import grouped
from app.messages import text
from app.queries.case_pages import CasePage
from app.queries.standing import PrintedState
from ui.formats import dong, moment
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem
from ui.widgets.scroll import Scroll

_ITEM_LENGTH = 13
_FILES = 118
"""Two files are in view; more of them scroll."""
_TONES = {
    Urgency.OVERDUE: Tone.BAD,
    Urgency.TODAY: Tone.BAD,
    Urgency.SOON: Tone.WARN,
    Urgency.SECOND_WARNING: Tone.WARN,
    Urgency.ANSWERED: Tone.GOOD,
}


class FactsPanel(Card):
    """Signals: ``file_asked``, ``file_opened(CaseFile)``."""

    file_asked = Signal()
    file_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._number = Text("", "page-title")
        self._type = Text("", "strong", wrap=True)
        self._clock = Notice("", Tone.INFO)
        self._late = Notice("", Tone.BAD)
        self._lines = Lines(amounts=False, label_width=104)
        self.files = RowList(text("ui.case.files"), lead=0, quiet=True)
        self.files.setMaximumHeight(px(_FILES))
        self.files.opened.connect(self.file_opened)
        self._no_files = Text(text("ui.case.no_files"), "muted", wrap=True)
        self.add = KeyButton(text("ui.complaint.add_file"), "Alt+T")
        self.add.clicked.connect(self.file_asked)
        self._paper = Text("", "secondary", wrap=True)
        self.body.addWidget(self._number)
        self.body.addWidget(self._type)
        self.body.addWidget(self._clock)
        self.body.addWidget(self._late)
        self.body.addWidget(Scroll(self._lines, least=120), 1)
        self.body.addStretch()
        head = QHBoxLayout()
        head.addWidget(Text(text("ui.case.files"), "head"), 1)
        head.addWidget(self.add)
        self.body.addLayout(head)
        self.body.addWidget(self._no_files)
        self.body.addWidget(self.files)
        self.body.addWidget(self._paper)

    def show_page(self, page: CasePage, papers: tuple[PrintedState, ...]) -> None:
        """Everything that was said, and how it stands."""
        line = page.line
        self.setAccessibleName(line.number)
        self._number.setText(line.number)
        self._type.setText(f"{line.type_label} · {line.state_label}")
        self._clock.say(_warned(page), _TONES.get(line.urgency, Tone.INFO), title=_due(page))
        self._late.say(_late(page), Tone.BAD if line.timeliness == "late" else Tone.WARN)
        self._lines.set_lines(_lines(page))
        self.files.set_rows(
            [RowItem(title=each.name, side=f"{max(each.size // 1000, 1)} kB",
                     detail=moment(each.at), value=each) for each in page.files]
        )  # fmt: skip
        self.files.setVisible(bool(page.files))
        self._no_files.setVisible(not page.files)
        self._paper.setText("; ".join(_told(paper) for paper in papers))

    def paper(self) -> str:
        """What of the slip is on paper, in words."""
        return self._paper.text()


def _due(page: CasePage) -> str:
    line = page.line
    words = text(
        f"complaint.due.{line.urgency}", due=f"{line.due_on:%d/%m/%Y}", days=abs(line.days_left)
    )
    return words[:1].upper() + words[1:]


def _warned(page: CasePage) -> str:
    """The days on which it was, or will be, pressing."""
    if page.line.urgency is Urgency.ANSWERED:
        return ""
    days = ", ".join(f"{day:%d/%m}" for day in (*page.warnings_on, page.soon_on))
    return text("ui.case.warnings", days=days)


def _late(page: CasePage) -> str:
    if page.line.timeliness == "in_time":
        return ""
    until = f"{page.window_until:%d/%m/%Y}" if page.window_until else ""
    return text(f"ui.case.{page.line.timeliness}", until=until)


def _lines(page: CasePage) -> list[Line]:
    line = page.line
    item = grouped(line.item) if len(line.item) == _ITEM_LENGTH else line.item
    if line.item and not page.item_known:
        item = f"{item} · {text('ui.case.not_ours')}"
    found = [
        Line(text("ui.case.item"), item or text("ui.case.no_item")),
        Line(text("ui.complaint.facts"), page.facts),
        Line(text("ui.complaint.remedy"), page.remedy),
        Line(page.role_label, page.name or _why_nameless(page)),
        Line(text("ui.complaint.authority"), page.authority),
        Line(text("ui.complaint.phone"), page.phone_masked),
        Line(text("ui.complaint.address"), page.address),
        Line(text("ui.case.customer"), customer_grouped(page.customer) if page.customer else ""),
        Line(text("ui.case.received"), moment(line.received_at)),
        Line(text("ui.case.sent"), _day(page.accepted_on)),
        Line(text("ui.case.delivered"), _day(page.delivered_on)),
        Line(text("ui.case.owner"), line.owner),
        Line(text("ui.case.compensation"), _compensation(page), strong=True),
    ]
    return [each for each in found if each.value]


def _why_nameless(page: CasePage) -> str:
    if page.words_at:
        return text("ui.case.words_at", office=page.words_at)
    return text("ui.case.erased")


def _compensation(page: CasePage) -> str:
    if not page.compensation_vnd:
        return ""
    paid = text(f"ui.case.paid.{page.paid_by}") if page.paid_by else text("ui.case.unpaid")
    return f"{dong(page.compensation_vnd)} · {paid}"


def _told(paper: PrintedState) -> str:
    return text(f"cli.paper.{paper.state}", title=paper.title, problem=paper.problem)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
