"""Each document of a transaction with its state, and the question about one in doubt."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import text
from app.queries.standing import LastTransaction
from ui.screens.receipt.papers import Paper, papers, some_wait, title_of
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.badge import Badge
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Rule, Text
from ui.widgets.notice import Notice


class PaperPanel(Card):
    """Signals: ``on_paper``, ``not_on_paper`` (of the document in doubt), ``print_asked``."""

    on_paper = Signal()
    not_on_paper = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__(text("ui.receipt.papers"))
        self._asking = Notice("", Tone.WARN)
        self.yes = KeyButton(text("ui.receipt.on_paper"), "F7")
        self.yes.clicked.connect(self.on_paper)
        self.no = KeyButton(text("ui.receipt.not_on_paper"), "F8")
        self.no.clicked.connect(self.not_on_paper)
        self.print = KeyButton(text("ui.receipt.reprint"), "F8")
        self.print.clicked.connect(self.print_asked)
        self._how = Text("", "secondary", wrap=True)
        self._inside: QWidget | None = None
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.body.addStretch(1)
        self.body.addWidget(self._asking)
        answers = QVBoxLayout()
        answers.setSpacing(px(10))
        answers.addWidget(self.yes, 1)
        answers.addWidget(self.no, 1)
        self.body.addLayout(answers)
        self.body.addWidget(self._how)
        self.body.addWidget(self.print)

    def show_transaction(self, transaction: LastTransaction, asked: int | None) -> None:
        """Rebuilt whole."""
        if self._inside is not None:
            self._place.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = _list(papers(transaction), asked)
        self._place.addWidget(self._inside)
        in_doubt = asked is not None
        question = text("ui.receipt.question", title=title_of(transaction, asked)) if asked else ""
        self._asking.say(question, Tone.WARN)
        for widget in (self.yes, self.no):
            widget.setVisible(in_doubt)
        waiting = some_wait(transaction)
        self.print.setVisible(not in_doubt)
        self._how.setVisible(not in_doubt)
        self.print.setText(text("ui.receipt.print_waiting" if waiting else "ui.receipt.reprint"))
        self._how.setText(text("ui.receipt.how_waiting" if waiting else "ui.receipt.how_reprint"))

    def question(self) -> str:
        """What the clerk is asked, as shown."""
        return self._asking.text()


def _list(found: tuple[Paper, ...], asked: int | None) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(7))
    for paper in found:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        title = Text(paper.title, "strong" if paper.job == asked else "body", wrap=True)
        row.addWidget(title, 1)
        badge = Badge(paper.state, paper.tone, sign=paper.sign)
        badge.setAccessibleName(f"{paper.title}: {paper.state}")
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        if paper.problem:
            column.addWidget(Text(paper.problem, "problem", wrap=True))
        column.addWidget(Rule())
    return inside
