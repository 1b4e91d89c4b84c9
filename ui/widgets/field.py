"""A labelled entry with its problem in words below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.style.metrics import px
from ui.style.theme import restyle
from ui.style.tokens import Tone
from ui.widgets.entry import Entry
from ui.widgets.key_cap import KeyCap
from ui.widgets.labels import Text

_LIMIT = 200
_LABEL = 21
_GAP = 4


def below_label(button: QWidget) -> QVBoxLayout:
    """``button`` in line with the entry of a field beside it, whatever stands below the entry."""
    column = QVBoxLayout()
    column.setContentsMargins(0, px(_LABEL) + px(_GAP), 0, 0)
    column.addWidget(button)
    column.addStretch(1)
    return column


class Field(QWidget):
    """Label above, entry, one sentence below when something is wrong.

    Signals: ``edited(text)`` by the clerk's hand only; ``entered`` on Enter; ``left`` when the
    focus has gone.
    """

    edited = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(
        self,
        label: str,
        *,
        placeholder: str = "",
        unit: str = "",
        key: str = "",
        strong: bool = False,
        entry: Entry | None = None,
    ) -> None:
        super().__init__()
        self.edit = entry or Entry()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setMaxLength(_LIMIT)
        self.edit.setAccessibleName(label)
        self.setFocusProxy(self.edit)
        if strong:
            restyle(self.edit, "weight", "strong")
        self._label = Text(label, "label")
        self._label.setBuddy(self.edit)
        self._label.setMinimumHeight(px(_LABEL))  # as high as a key beside it, in every field
        self._note = Text("", "label")
        self._note.hide()
        self._problem = Text("", "problem", wrap=True)
        self._problem.hide()
        self._unit = Text(unit, "secondary")
        self._unit.setParent(self.edit)
        self._arrange(key)
        self.set_unit(unit)
        self.edit.typed.connect(self.edited)
        self.edit.entered.connect(self.entered)
        self.edit.editingFinished.connect(self._leave)

    def value(self) -> str:
        """What the clerk entered: NFC, no blanks around."""
        return self.edit.value()

    def set_value(self, text: str) -> None:
        """Fill the entry; tells nobody."""
        self.edit.setText(text)
        self.edit.setCursorPosition(0)

    def set_problem(self, sentence: str) -> None:
        """What is wrong and what to do; "" when all is well."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.edit.set_wrong(wrong=bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def problem(self) -> str:
        """The sentence now shown."""
        return self._problem.text()

    def set_note(self, words: str, tone: Tone = Tone.PLAIN) -> None:
        """A few words beside the label, e.g. where the value comes from."""
        self._note.setText(words)
        self._note.set_tone(tone)
        self._note.setVisible(bool(words))

    def set_unit(self, unit: str) -> None:
        """Words inside the entry at its right end, e.g. "g"."""
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))
        wide = QFontMetrics(self._unit.font()).horizontalAdvance(unit) + px(8) if unit else 0
        self.edit.setTextMargins(0, 0, wide, 0)
        self._place_unit()

    def add_below(self, widget: QWidget) -> None:
        """Under the entry, above what may be wrong with it."""
        self._column.insertWidget(self._column.indexOf(self._problem), widget)

    def fit_again(self) -> None:
        """Letters have another size or language: the unit has another width."""
        self.set_unit(self._unit.text())

    def set_limit(self, letters: int) -> None:
        """The most letters that can be entered; 200 unless told."""
        self.edit.setMaxLength(letters)

    def set_read_only(self, *, read_only: bool) -> None:
        """Shown, and passed over by Tab."""
        self.edit.setReadOnly(read_only)
        policy = Qt.FocusPolicy.ClickFocus if read_only else Qt.FocusPolicy.StrongFocus
        self.edit.setFocusPolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The unit stays at the right end."""
        super().resizeEvent(event)
        self._place_unit()

    def _arrange(self, key: str) -> None:
        top = QHBoxLayout()
        top.setSpacing(px(6))
        top.addWidget(self._label)
        top.addWidget(self._note)
        if key:
            top.addWidget(KeyCap(key))
        top.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(_GAP))
        self._column.addLayout(top)
        self._column.addWidget(self.edit)
        self._column.addWidget(self._problem)

    def _place_unit(self) -> None:
        self._unit.adjustSize()
        room = self.edit.size()
        self._unit.move(
            room.width() - self._unit.width() - px(11),
            (self.edit.height() - self._unit.height()) // 2,
        )

    def _leave(self) -> None:
        self.edit.home(False)  # noqa: FBT003 - Qt's signature
        self.left.emit()
