"""Whole numbers set off by thousands while they are typed; never a decimal."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.amount_words import IN_WORDS_FROM_VND, amount_words
from app.messages import spoken
from ui.formats import grouped
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.labels import Text
from ui.widgets.visible import reveal

_ZEROS = ("+", "k", "K")


class _Digits(Entry):
    """Keeps digits only and groups them; ``zeros`` lets "+" and "k" stand for three noughts."""

    composes: ClassVar[bool] = False

    def __init__(self, digits: int, *, zeros: bool) -> None:
        super().__init__()
        self._digits = digits
        self._zeros = zeros
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """``1 5 0 k`` is 150.000: money is seldom less than a thousand đồng."""
        if self._zeros and event.text() in _ZEROS:
            if self.text():
                self.insert("000")
            return
        super().keyPressEvent(event)

    def say_again(self, again: Callable[[str], str]) -> None:
        """Another language sets thousands off by another sign."""
        self.setPlaceholderText(again(self.placeholderText()))
        self.tidy()

    def tidy(self) -> None:
        """Group by thousands, the cursor staying behind the digit it stood behind."""
        text = self.text()
        behind = sum(sign.isdecimal() for sign in text[self.cursorPosition() :])
        digits = "".join(sign for sign in text if sign.isascii() and sign.isdecimal())
        shown = grouped(int(digits[: self._digits])) if digits else ""
        if shown == text:
            return
        self.setText(shown)
        at = len(shown)
        while behind and at:
            at -= 1
            behind -= shown[at].isdecimal()
        self.setCursorPosition(at)


class NumberField(Field):
    """A whole number in ``unit``; ``number_changed(int | None)`` by the clerk's hand only."""

    number_changed = Signal(object)

    def __init__(
        self,
        label: str,
        *,
        unit: str = "",
        placeholder: str = "",
        digits: int = 7,
        key: str = "",
        strong: bool = False,
    ) -> None:
        super().__init__(
            label,
            placeholder=placeholder,
            unit=unit,
            key=key,
            strong=strong,
            entry=_Digits(digits, zeros=unit == "đ"),
        )
        self.edited.connect(self._announce)

    def number(self) -> int | None:
        """The number entered; None when the entry is empty."""
        digits = "".join(sign for sign in self.value() if sign.isdecimal())
        return int(digits) if digits else None

    def set_number(self, number: int | None) -> None:
        """Fill the entry; tells nobody."""
        self.edit.setText("" if number is None else grouped(number))

    def _announce(self, _text: str) -> None:
        self.number_changed.emit(self.number())


class AmountField(NumberField):
    """Đồng: "+" or "k" appends three noughts, so that 100.000 is four keys.

    A large amount stands below in words: a nought too many is heard before it is seen.
    """

    def __init__(
        self, label: str, *, placeholder: str = "", key: str = "", strong: bool = False
    ) -> None:
        super().__init__(
            label, unit="đ", placeholder=placeholder, digits=12, key=key, strong=strong
        )
        self._words = Text("", "caption", wrap=True)
        self._words.hide()
        self.add_below(self._words)
        self.edit.textChanged.connect(lambda _text: self._echo())

    def in_words(self) -> str:
        """The amount as it is read aloud; "" for one that is seen at a glance."""
        amount_vnd = self.number()
        if amount_vnd is None or amount_vnd <= IN_WORDS_FROM_VND:
            return ""
        return amount_words(amount_vnd, spoken())

    def fit_again(self) -> None:
        """Another language reads it in other words."""
        super().fit_again()
        self._echo()

    def _echo(self) -> None:
        words = self.in_words()
        self._words.setText(words)
        reveal(self._words, shown=bool(words))
