"""The page while nobody is served."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import text
from app.queries.standing import LastTransaction
from ui.changes import ChangeFeed
from ui.running import Runner
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.shell.start_presenter import Hint, ReadyLine, Stands, StartPresenter
from ui.shell.transaction_card import TransactionCard
from ui.style.metrics import px
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.key_cap import KeyCap
from ui.widgets.labels import Rule, Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll

_BESIDE = 720
_LEAST = (600, 400)
_WAYS = (
    (("F2",), "ui.start.find", "ui.start.find_how"),
    (("Ctrl", "Enter"), "ui.start.register", "ui.start.register_how"),
    (("Ctrl", ","), "ui.start.settings", "ui.start.settings_how"),
    (("Alt", "B"), "ui.start.report", "ui.start.report_how"),
    (("Alt", "N"), "ui.start.labels", "ui.start.labels_how"),
    (("F1",), "ui.start.help", "ui.start.help_how"),
)


class StartView(Page):
    """What one can begin with at the left, what was done last at the right."""

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self._last = TransactionCard()
        self._ready_lines = Lines()
        self._ready = self._ready_card()
        self._hints = QVBoxLayout()
        self._hints.setSpacing(px(8))
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        row.addWidget(self._welcome(), 5)
        row.addWidget(self._last, 3)
        row.addWidget(self._ready, 3)
        self._last.hide()
        self._ready.hide()

    def show_last(self, last: LastTransaction | None) -> None:
        """What was done last."""
        self._last.show_transaction(last)
        self._last.setVisible(last is not None)

    def show_ready(self, lines: tuple[ReadyLine, ...]) -> None:
        """What one looks over before the first customer; nothing once somebody was served."""
        self._ready_lines.set_lines(
            [Line(line.label, line.value, tone=line.tone) for line in lines]
        )
        self._ready.setVisible(bool(lines))

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """What to mind, instead of what was shown before."""
        while (item := self._hints.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for hint in hints:
            self._hints.addWidget(Notice(hint.sentence, hint.tone))

    def _ready_card(self) -> Card:
        card = Card(text("ui.start.ready"))
        card.body.setSpacing(px(10))
        card.body.addWidget(self._ready_lines)
        card.body.addWidget(Rule())
        card.body.addWidget(Text(text("ui.last.none"), "muted", wrap=True))
        card.body.addStretch(1)
        return card

    def _welcome(self) -> Card:
        card = Card()
        card.body.setSpacing(px(10))
        card.body.addSpacing(px(8))
        card.body.addWidget(Text(text("ui.start.title"), "page-title"))
        card.body.addWidget(Text(text("ui.start.scan"), "muted", wrap=True))
        card.body.addSpacing(px(6))
        card.body.addWidget(Scroll(_ways(), least=160))
        card.body.addStretch(1)
        card.body.addLayout(self._hints)
        return card


def _ways() -> QWidget:
    """What has no key in the bar, too; it scrolls where hints need the room."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(6))
    for keys, title, how in _WAYS:
        column.addWidget(Rule())
        column.addLayout(_way(keys, text(title), text(how)))
    column.addWidget(Rule())
    return holder


def _way(keys: tuple[str, ...], title: str, how: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, px(3), 0, px(3))
    row.setSpacing(px(16))
    caps = QWidget()
    caps.setFixedWidth(px(112))
    keyboard = QHBoxLayout(caps)
    keyboard.setContentsMargins(0, 0, 0, 0)
    keyboard.setSpacing(px(4))
    for key in keys:
        keyboard.addWidget(KeyCap(key))
    keyboard.addStretch(1)
    row.addWidget(caps, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(px(1))
    words.addWidget(Text(title, "strong"))
    words.addWidget(Text(how, "muted", wrap=True))
    row.addLayout(words, 1)
    return row


class StartScreen(Screen):
    """The bottom of the stack of pages; the focus is the universal box's."""

    def __init__(self, desk: Stands, reading: Runner, feed: ChangeFeed, shell: Shell) -> None:
        self._view = StartView()
        self._shell = shell
        self._presenter = StartPresenter(self._view, desk, reading, feed, shell)
        self._report_key = QShortcut(QKeySequence("Alt+B"), self._view)
        self._report_key.activated.connect(shell.open_report)
        self._labels_key = QShortcut(QKeySequence("Alt+N"), self._view)
        self._labels_key.activated.connect(shell.open_labels)

    @property
    def widget(self) -> QWidget:
        """Start page."""
        return self._view

    @property
    def title(self) -> str:
        """Start page."""
        return text("ui.start.name")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F5, F6 and F8, on every page that has no other use for them."""
        complain = KeyAction(text("ui.keys.complaint"), self._shell.open_complaint)
        day = KeyAction(text("ui.keys.transactions"), self._shell.open_transactions)
        return {Key.F5: day, Key.F6: complain, **self._presenter.keys()}

    def refresh(self) -> None:
        """Ask how things stand."""
        self._presenter.refresh()
