"""The rows of a count: denomination, pieces, what they come to; the total in large."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.amount_words import IN_WORDS_FROM_VND, amount_words
from app.domain.drawer import NOTES_VND
from app.messages import spoken, text
from ui.formats import dong, grouped
from ui.screens.count.entered import CountEntered
from ui.style.metrics import px
from ui.widgets.entry import Entry
from ui.widgets.labels import Elided, Rule, Text
from ui.widgets.scroll import Scroll

_MOST_DIGITS = 5
_LONGEST_LOOSE = 8
_WIDE = 92


class CountPanel(QWidget):
    """Signals: ``edited`` by hand; ``finished`` on Enter behind the last row."""

    edited = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pieces = {value: _Pieces(value) for value in NOTES_VND}
        self._amounts = {value: _amount() for value in NOTES_VND}
        self.loose = _Loose()
        self._loose_amount = _amount()
        self._total = Text("", "total")
        self._counted_vnd = 0
        self._words = Elided("", "secondary")
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        column.addWidget(Scroll(self._rows(), least=120))
        column.addStretch(1)
        column.addWidget(Rule(heavy=True))
        column.addLayout(self._sum())
        column.addWidget(self._words)
        self._connect()
        self.setFocusProxy(self.pieces[NOTES_VND[0]])

    def entered(self) -> CountEntered:
        """What stands in the rows now."""
        return CountEntered(
            {value: entry.number() for value, entry in self.pieces.items()},
            self.loose.number(),
        )

    def show_amounts(self, entered: CountEntered) -> None:
        """What each row and all of them come to."""
        for value, label in self._amounts.items():
            pieces = entered.notes.get(value)
            label.setText("–" if pieces is None else grouped(value * pieces))
        loose = entered.loose_vnd
        self._loose_amount.setText("–" if loose is None else grouped(loose))
        self._counted_vnd = entered.total_vnd
        self.fit_again()

    def fit_again(self) -> None:
        """Another language reads the sum in other words."""
        total = self._counted_vnd
        self._total.setText(dong(total))
        large = total >= IN_WORDS_FROM_VND
        self._words.setText(amount_words(total, spoken().value) if large else "")

    def go_to_first_missing(self) -> None:
        """The focus where counting goes on."""
        empty = (entry for entry in self.pieces.values() if entry.number() is None)
        next(empty, self.loose).setFocus()

    def total(self) -> str:
        """The sum, as shown."""
        return self._total.text()

    def set_numbers(self, notes: Mapping[int, int]) -> None:
        """Fill the rows; tells nobody."""
        for value, entry in self.pieces.items():
            entry.setText(str(notes.get(value, 0)))

    def _rows(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(3))
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, px(104))
        for line, value in enumerate(NOTES_VND):
            label = Text(dong(value))
            label.setBuddy(self.pieces[value])
            grid.addWidget(label, line, 0)
            grid.addWidget(self.pieces[value], line, 1)
            grid.addWidget(self._amounts[value], line, 2)
        column.addLayout(grid)
        last = len(NOTES_VND)
        label = Text(text("ui.count.loose"))
        label.setBuddy(self.loose)
        grid.addWidget(label, last, 0)
        grid.addWidget(self.loose, last, 1)
        grid.addWidget(self._loose_amount, last, 2)
        return inside

    def _sum(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Text(text("ui.count.counted"), "strong"))
        row.addStretch(1)
        row.addWidget(self._total)
        return row

    def _connect(self) -> None:
        entries = list(self.pieces.values())
        for entry, following in zip(entries, [*entries[1:], self.loose], strict=True):
            entry.entered.connect(following.setFocus)
        for place, entry in enumerate(entries):
            entry.typed.connect(lambda _words: self.edited.emit())
            entry.up = entries[place - 1] if place else None
            entry.down = entries[place + 1] if place + 1 < len(entries) else self.loose
        self.loose.typed.connect(lambda _words: self.edited.emit())
        self.loose.entered.connect(self.finished)


class _Pieces(Entry):
    """How many notes; digits only. Up and Down go to the row above and below."""

    composes: ClassVar[bool] = False

    def __init__(self, value: int) -> None:
        super().__init__()
        self.up: QWidget | None = None
        self.down: QWidget | None = None
        self.setPlaceholderText(text("ui.count.pieces"))
        self.setAccessibleName(text("ui.count.pieces_of", value=dong(value)))
        self.setMaxLength(_MOST_DIGITS)
        self.setFixedWidth(px(_WIDE))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def number(self) -> int | None:
        """None while nothing was typed: an empty row is not yet counted."""
        return int(self.text()) if self.text() else None

    def tidy(self) -> None:
        """Digits only."""
        digits = "".join(sign for sign in self.text() if sign.isascii() and sign.isdecimal())
        if digits != self.text():
            self.setText(digits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down; all else is typing."""
        beside = {Qt.Key.Key_Up: self.up, Qt.Key.Key_Down: self.down}.get(Qt.Key(event.key()))
        if beside is not None:
            beside.setFocus()
        else:
            super().keyPressEvent(event)


class _Loose(Entry):
    """What is smaller than the smallest note, as an amount."""

    composes: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("0")
        self.setAccessibleName(text("ui.count.loose"))
        self.setMaxLength(_LONGEST_LOOSE)
        self.setFixedWidth(px(_WIDE))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def number(self) -> int | None:
        """None while nothing was typed."""
        return int(self.text()) if self.text() else None

    def tidy(self) -> None:
        """Digits only."""
        digits = "".join(sign for sign in self.text() if sign.isascii() and sign.isdecimal())
        if digits != self.text():
            self.setText(digits)


def _amount() -> Text:
    label = Text("–")
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
