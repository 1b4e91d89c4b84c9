"""Many items from one file: the rows at the left, what comes of them at the right. Layout only."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.places import Place
from app.domain.reference.catalogue import Catalogue
from app.domain.vietqr import ShownTransfer
from app.messages import text
from ui.formats import grouped
from ui.screens.bulk.mend_panel import MendPanel
from ui.screens.bulk.presenter import Summary
from ui.screens.bulk.rows import BulkLine
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.field import Field, below_label
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Rule, Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.pay_panel import PayPanel
from ui.widgets.place_options import place_option
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

_BESIDE = 900
_LEAST = (600, 450)


class BulkView(Page):
    """Signals: ``asked(path)`` to read a file, ``looked(line)``, ``skipped(line)``, ``booked``,
    ``left_out_asked(path)`` to keep the rows left out as a file.
    """

    asked = Signal(str)
    looked = Signal(object)
    skipped = Signal(int)
    booked = Signal()
    left_out_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.path = Field(text("ui.bulk.file"), placeholder=text("ui.bulk.file_example"))
        self.path.set_limit(1_000)
        self.path.entered.connect(lambda: self.asked.emit(self.path.value()))
        self.browse = KeyButton(text("ui.bulk.browse"), "Ctrl+O")
        self.browse.clicked.connect(self.choose_file)
        self._open = QShortcut(QKeySequence("Ctrl+O"), self)
        self._open.activated.connect(self.choose_file)
        self._service = Choice(text("ui.bulk.service"))
        self.list = RowList(text("ui.bulk.rows"), lead=44)
        self.list.moved.connect(lambda at: self.looked.emit(self._line(at)))
        self.list.removed.connect(lambda at: self.skipped.emit(self._line(at)))
        self.mend = MendPanel()
        self.show_row = self.mend.show_row
        self.list.opened.connect(lambda _line: self.mend.go_to_fault())
        self._lines = Lines(label_width=150)
        self._progress = Notice("", Tone.INFO)
        self._total = Text("", "total")
        self.pay = PayPanel()
        self.show_account = self.pay.show_account
        self.show_change = self.pay.show_change
        self.show_warning = self.pay.show_warning
        self.begin_anew = self.pay.begin_anew
        self.keep = KeyButton(text("ui.bulk.keep_left_out"), "Ctrl+S")
        self.keep.clicked.connect(self.choose_target)
        self._keep = QShortcut(QKeySequence("Ctrl+S"), self)
        self._keep.activated.connect(self.choose_target)
        self._receipts = Text("", "secondary", wrap=True)
        self.button = KeyButton(text("ui.bulk.book"), "F12", primary=True)
        self.button.clicked.connect(self.booked)
        self._missing = Text("", "secondary", wrap=True)
        self._missing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        row.addWidget(self._rows_card(), 1)
        row.keep(self._sum_card(), 400)
        self.show_row(None)

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Services for rows that name none."""
        self._service.set_options([(each.code, each.label) for each in catalogue.services])
        self._service.set_value("parcel")

    def service(self) -> str:
        """For rows that name none."""
        return self._service.value()

    def show_file_problem(self, sentence: str) -> None:
        """Why the file was not read."""
        self.path.set_problem(sentence)

    def show_rows(self, rows: list[BulkLine]) -> None:
        """Rows with faults stand first."""
        self.list.set_rows(
            [
                RowItem(
                    row.title, row.detail, str(row.line), row.state, tone=row.tone, value=row.line
                )
                for row in rows
            ]
        )
        self.list.setVisible(bool(rows))
        self._how.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.looked.emit(self._line(self.list.marked()))

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Communes that the words may mean."""
        self.mend.commune.show_options([place_option(place) for place in places])

    def show_summary(self, summary: Summary) -> None:
        """How it stands."""
        self._lines.set_lines(
            [
                Line(text(f"ui.bulk.sum_{name}"), grouped(getattr(summary, name)))
                for name in ("rows", "good", "bad", "skipped")
            ]
        )
        self._total.setText(summary.total)
        self._progress.say(summary.progress, Tone.INFO)
        receipts = ", ".join(summary.receipts)
        self._receipts.setText(text("ui.bulk.receipts", receipts=receipts) if receipts else "")
        self.keep.setVisible(bool(summary.bad + summary.skipped))
        self.button.setEnabled(not summary.progress and not summary.missing)
        self.button.setAccessibleDescription(summary.missing)
        self._missing.setText("" if summary.progress else summary.missing)

    def show_transfer(self, shown: ShownTransfer | None) -> None:
        """The code takes the room of the figures: a camera must be able to read it."""
        self.pay.show_transfer(shown)
        self._figures.setVisible(shown is None)

    def progress(self) -> str:
        """What is under way, as shown."""
        return self._progress.text()

    def go_to_rows(self) -> None:
        """The rows, the first one with a fault marked."""
        self.list.mark(0)
        self.list.setFocus()
        self.looked.emit(self._line(0))

    def choose_file(self) -> None:
        """Ask the system for a file."""
        kinds = f"{text('ui.bulk.kinds')} (*.csv *.txt *.xlsx)"
        path, _ = QFileDialog.getOpenFileName(self, text("ui.bulk.browse"), "", kinds)
        if path:
            self.path.set_value(path)
            self.asked.emit(path)

    def choose_target(self) -> None:
        """Ask the system where the rows left out shall lie."""
        if not self.keep.isVisible():
            return
        source = Path(self.path.value() or "tem.csv")
        beside = source.with_name(f"{source.stem}-{text('ui.bulk.left_out_name')}.csv")
        path, _ = QFileDialog.getSaveFileName(
            self, text("ui.bulk.keep_left_out"), str(beside), "CSV (*.csv);;XLSX (*.xlsx)"
        )
        if path:
            self.left_out_asked.emit(path)

    def _line(self, at: int) -> int | None:
        row = self.list.row(at) if at >= 0 else None
        return row.value if row is not None and isinstance(row.value, int) else None

    def _rows_card(self) -> Card:
        card = Card()
        file = QHBoxLayout()
        file.setSpacing(px(10))
        file.addWidget(self.path, 1)
        file.addLayout(below_label(self.browse))
        self._empty = Text(text("ui.bulk.empty"), "muted", wrap=True)
        self._how = Text(text("ui.bulk.how"), "caption", wrap=True)
        card.body.addLayout(file)
        card.body.addWidget(Text(text("ui.bulk.service"), "caption"))
        card.body.addWidget(self._service)
        card.body.addWidget(Rule())
        card.body.addWidget(self._empty)
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self._how)
        card.body.addWidget(self.mend)
        card.body.addStretch()
        return card

    def _sum_card(self) -> QWidget:
        card = Card(text("ui.bulk.sum"))
        self._figures = QWidget()
        figures = QVBoxLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        for widget in (self._lines, self._receipts, self.keep):
            figures.addWidget(widget)
        card.body.addWidget(self._figures)
        card.body.addWidget(self._progress)
        card.body.addStretch(1)
        card.body.addWidget(Rule(heavy=True))
        total = QVBoxLayout()
        total.addWidget(Text(text("ui.acceptance.total"), "title"))
        total.addWidget(self._total, 0, Qt.AlignmentFlag.AlignRight)
        card.body.addLayout(total)
        card.body.addWidget(self.pay)
        card.body.addWidget(self.button)
        card.body.addWidget(self._missing)
        return card
