"""Cash and shift: what is done to the drawer at the left, X or Z and the list of shifts right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shift_summary import CurrentShift, ShiftRow, ShiftSummary
from app.messages import text
from ui.formats import moment
from ui.screens.shift.entered import ShiftEntered
from ui.screens.shift.form_panel import FormPanel
from ui.screens.shift.words import lines, row_detail, row_side, row_title, title
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem
from ui.widgets.scroll import Scroll

_BESIDE = 760
_LEAST = (600, 430)
_ROOMY = 1100


class ShiftView(Page):
    """Signals: ``looked_at(number)``: another shift of the list; ``counting``: F12's button."""

    looked_at = Signal(str)
    counting = Signal()

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self._is_open = False
        self._state = Notice("", Tone.INFO)
        self._ceiling = Notice("", Tone.WARN)
        self.form = FormPanel()
        self.go = KeyButton("", "F12", primary=True)
        self.go.clicked.connect(self.counting)
        self.report = KeyButton(text("ui.start.report"), "Alt+B")
        self.summary = Lines()
        self._doubt = Notice("", Tone.WARN)
        self._summary_card = Card(" ")
        self.shifts = RowList(text("ui.shift.list"), quiet=True)
        self.shifts.moved.connect(self._moved)
        self.shifts.opened.connect(self._opened)
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        row.addWidget(self._left(), 5)
        self._read = Columns(_ROOMY)
        self._read.addWidget(self._summary(), 5)
        self._read.addWidget(self._list(), 4)
        row.addLayout(self._read, 9)
        self.setFocusProxy(self.form)
        self.fit(_ROOMY)

    def entered(self) -> ShiftEntered:
        """What stands in the form now."""
        return self.form.entered()

    def show_current(self, current: CurrentShift | None) -> None:
        """Whose shift is open since when; or that none is."""
        if current is None:
            self._state.say(text("ui.shift.none_how"), Tone.INFO, title=text("ui.shift.none"))
        else:
            since = moment(current.opened_at)
            how = text(f"ui.shift.opening.{current.opening}", since=since)
            said = text("ui.shift.row", serial=current.serial, clerk=current.clerk_name)
            self._state.say(how, Tone.GOOD, title=said)
        over = current is not None and current.over_ceiling
        self._ceiling.say(text("ui.shift.over_ceiling") if over else "", Tone.WARN)
        self._is_open = current is not None
        self.form.set_open(is_open=self._is_open)
        word = "ui.shift.key_open" if current is None else "ui.shift.key_close"
        self.go.setText(text(word))
        self.go.updateGeometry()

    def show_shifts(self, rows: tuple[ShiftRow, ...]) -> None:
        """The newest first. Where nothing is open and nothing was closed, nothing can be done."""
        self.form.setVisible(self._is_open or bool(rows))
        self.shifts.set_rows([_row(row) for row in rows])

    def show_summary(self, summary: ShiftSummary | None) -> None:
        """X or Z, line by line."""
        if summary is None:
            self._summary_card.set_title(text("ui.shift.empty"))
            self.summary.set_lines([])
            return
        self._summary_card.set_title(title(summary))
        said = lines(summary)
        self.summary.set_lines(
            [Line(each.label, each.value, strong=each.strong, tone=each.tone) for each in said]
        )

    def show_doubt(self, title: str) -> None:
        """A slip of which only a person can say whether it is on paper."""
        self._doubt.say(text("ui.shift.doubt", title=title) if title else "", Tone.WARN)

    def refuse(self, field: str, sentence: str) -> None:
        """What is wrong, where it is."""
        self.form.refuse(field, sentence)

    def begin_anew(self) -> None:
        """An empty form."""
        self.form.begin_anew()

    def begin(self) -> None:
        """The focus on the deeds, or on the way on where nothing else can be done."""
        first = self.go if self.form.isHidden() else self.form.deeds
        first.setFocus()

    def fit(self, room: int) -> None:
        """The list below X and Z first; with large text all below the form."""
        self._read.fit(room)

    def _left(self) -> Card:
        card = Card(text("ui.shift.title"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._state)
        column.addWidget(self._ceiling)
        column.addWidget(self.form)
        card.body.addWidget(Scroll(inside, least=200), 1)
        card.body.addStretch()
        card.body.addWidget(self.go)
        return card

    def _summary(self) -> Card:
        self._summary_card.body.addWidget(self._doubt)
        self._summary_card.body.addWidget(Scroll(self.summary))
        self._summary_card.body.addStretch(1)
        return self._summary_card

    def _list(self) -> Card:
        card = Card(text("ui.shift.list"))
        card.head.addWidget(self.report)
        card.body.addWidget(Text(text("ui.shift.list_how"), "secondary", wrap=True))
        card.body.addWidget(self.shifts, 1)
        card.body.addStretch()
        return card

    def _moved(self, place: int) -> None:
        row = self.shifts.row(place)
        if row is not None:
            self.looked_at.emit(row.value)

    def _opened(self, number: object) -> None:
        self.looked_at.emit(str(number))


def _row(row: ShiftRow) -> RowItem:
    side, tone = row_side(row)
    return RowItem(
        title=row_title(row), detail=row_detail(row), side=side, tone=tone, value=row.number
    )
