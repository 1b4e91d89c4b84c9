"""The foot of the universal box's list: how many there are, and which keys act."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import text
from ui.style.metrics import px
from ui.widgets.key_cap import KeyCap
from ui.widgets.labels import Rule, Text

_ROOMY = 800


class UniversalFoot(QWidget):
    """``empty``: nothing to choose, so only registering and closing are offered."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", "secondary", wrap=True)
        self._choose = _hint(("↑", "↓"), text("ui.box.choose"))
        self._open = _hint(("Enter",), text("ui.box.open"))
        self._empty = False
        self._rule = Rule()
        row = QHBoxLayout()
        row.setContentsMargins(px(14), px(7), px(14), px(8))
        row.setSpacing(px(14))
        row.addWidget(self._words, 1)
        row.addWidget(self._choose)
        row.addWidget(self._open)
        row.addWidget(_hint(("Ctrl+Enter",), text("ui.box.register")))
        self._close = _hint(("Esc",), text("ui.box.close"))
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rule)
        column.addLayout(row)

    def say(self, words: str, *, empty: bool) -> None:
        """Words at the left; the keys that make sense at the right."""
        self._words.setText(words)
        self._empty = empty
        self._rule.setVisible(not empty)
        self._open.setVisible(not empty)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text what every list does is not said."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = self.width() >= px(_ROOMY)
        self._choose.setVisible(roomy and not self._empty)
        self._close.setVisible(roomy)

    def words(self) -> str:
        """What it says now."""
        return self._words.text()


def _hint(keys: tuple[str, ...], word: str) -> QWidget:
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(4))
    for key in keys:
        row.addWidget(KeyCap(key), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Text(word, "secondary"))
    return hint
