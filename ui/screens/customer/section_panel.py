"""The sections of a customer's page: a row of tabs, the rows of one, or a form. Layout only."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import text
from ui.screens.customer.action_host import ActionHost
from ui.screens.customer.sections import Section
from ui.style.metrics import px
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

ACTION_KEYS = {
    "add": "Alt+A",
    "describe": "Alt+O",
    "succeed": "Alt+C",
    "merge": "Alt+G",
    "rest": "Alt+N",
    "ask": "Alt+L",
}


class SectionPanel(Card):
    """Signals: ``chosen(section)``, ``opened(value)``, ``removed(value)``, ``begun(word)``;
    ``forms`` has those of a form.
    """

    chosen = Signal(str)
    opened = Signal(object)
    removed = Signal(object)
    begun = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Choice(
            text("ui.people.sections"),
            [
                (each.value, f"{place} {text(f'ui.people.section_{each}')}")
                for place, each in enumerate(Section, start=1)
            ],
        )
        self.tabs.changed.connect(self.chosen)
        self.list = RowList(text("ui.customer.history"), lead=100, quiet=True)
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self._remove)
        self._sentence = Text("", "muted", wrap=True)
        self._how = Text("", "secondary", wrap=True)
        self._buttons: dict[str, KeyButton] = {}
        self.forms = ActionHost(self._rows())
        self.forms.closed.connect(self.focus_rows)
        tabs = QHBoxLayout()
        tabs.setSpacing(px(8))
        tabs.addWidget(Text(text("ui.people.tabs_key"), "muted"))
        tabs.addWidget(self.tabs, 1)
        self.body.addLayout(tabs)
        self.body.addWidget(self.forms, 1)
        self._keys = [
            self._key(key, partial(self.begun.emit, word)) for word, key in ACTION_KEYS.items()
        ]
        self._keys += [
            self._key(f"Ctrl+{place}", partial(self._go_to, section))
            for place, section in enumerate(Section, start=1)
        ]

    def show_section(
        self, section: Section, rows: Sequence[RowItem], sentence: str, keys: Sequence[str]
    ) -> None:
        """The rows of one section, and what can be begun in it."""
        self.tabs.set_value(section.value)
        self.list.setAccessibleName(text(f"ui.people.section_{section}"))
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        how = text(f"ui.people.how_{section}") if rows and section in _TOLD else ""
        self._how.setText(how)
        self._how.setVisible(bool(how))
        for word, button in self._buttons.items():
            button.setVisible(word in keys)

    def focus_rows(self) -> None:
        """Into the rows, or on the tabs where there are none."""
        (self.list if self.list.count() and self.list.isVisible() else self.tabs).setFocus()

    def _rows(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        column.addStretch()
        column.addWidget(self._how)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10))
        for word, key in ACTION_KEYS.items():
            button = KeyButton(text(f"ui.people.key_{word}"), key)
            button.clicked.connect(lambda _checked=False, which=word: self.begun.emit(which))
            button.hide()
            buttons.addWidget(button)
            self._buttons[word] = button
        buttons.addStretch(1)
        column.addLayout(buttons)
        return page

    def _go_to(self, section: Section) -> None:
        """By its key: the rows can be acted on at once."""
        self.chosen.emit(section.value)
        self.focus_rows()

    def _remove(self, row: int) -> None:
        item = self.list.row(row)
        if item is not None:
            self.removed.emit(item.value)

    def _key(self, key: str, press: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(press)
        return shortcut


_TOLD = frozenset(
    [Section.ADDRESSES, Section.LINKS, Section.CONSENTS, Section.HOLDERS, Section.ACCESS]
)
