"""The shift is closed: its Z, what it came to, and whether the slip is on paper."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.messages import text
from app.queries.standing import PrintedState
from app.services.closing import ClosedShift
from ui.formats import dong, moment
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.badge import Badge
from ui.widgets.labels import Rule, Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice

_SIGNS = {"printed": ("✓", Tone.GOOD), "failed": ("!", Tone.WARN), "doubtful": ("?", Tone.WARN)}


class DonePanel(QWidget):
    """Read only: Enter or F12 goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._closed = Notice("", Tone.GOOD)
        self._z = Text("", "total")
        self._lines = Lines()
        self._papers = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self._closed)
        column.addWidget(self._z)
        column.addWidget(self._lines)
        column.addWidget(Rule())
        column.addLayout(self._papers)
        column.addStretch(1)

    def show_closed(self, done: ClosedShift, papers: tuple[PrintedState, ...]) -> None:
        """What was closed, and each copy of its slip."""
        self._closed.say(text("ui.count.closed", moment=moment(done.closed_at)), Tone.GOOD)
        self._z.setText(f"Z {done.z_number}")
        self._lines.set_lines(_sums(done))
        while (item := self._papers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for paper in papers:
            self._papers.addWidget(_paper(paper))


def _sums(done: ClosedShift) -> list[Line]:
    difference = done.difference_vnd
    agreed = text("ui.count.agreed", name=done.agreed_by) if done.agreed_by else ""
    said = agreed or (text("ui.count.disputed") if difference else text("ui.count.none"))
    return [
        Line(text("ui.count.shift"), done.shift),
        Line(text("ui.count.counted"), dong(done.counted_vnd), strong=True),
        Line(text("ui.count.expected"), dong(done.expected_vnd)),
        Line(
            text("ui.count.difference"),
            f"{'−' if difference < 0 else ''}{dong(abs(difference))}",
            tone=Tone.WARN if difference else Tone.PLAIN,
        ),
        Line(text("ui.count.who_agreed"), said),
        Line(text("ui.count.deposited"), dong(done.deposited_vnd)),
        Line(text("ui.count.left"), dong(done.left_vnd), strong=True),
    ]


def _paper(paper: PrintedState) -> QWidget:
    sign, tone = _SIGNS.get(paper.state, ("…", Tone.INFO))
    title = paper.title if not paper.copy else text("paper.copy", number=paper.copy)
    badge = Badge(text(f"ui.count.paper.{paper.state}", title=title), tone, sign=sign)
    badge.setToolTip(paper.problem)
    return badge
