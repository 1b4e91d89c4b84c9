"""A box that says what to mind: icon, words, colour, all three."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.labels import Text
from ui.widgets.marks import Icon
from ui.widgets.tone_panel import TonePanel
from ui.widgets.visible import reveal

_ANYWHERE = Qt.AlignmentFlag(0)


class Notice(TonePanel):
    """``title`` in bold above ``text``, or ``beside`` it where the notice is as wide as a page."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.WARN, *, title: str = "", beside: bool = False
    ) -> None:
        super().__init__()
        self._icon = Icon(tone)
        self._title = Text("", "strong", wrap=not beside)
        self._text = Text("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(9), px(12), px(9))
        row.setSpacing(px(10))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QHBoxLayout() if beside else QVBoxLayout()
        words.setSpacing(px(10 if beside else 2))
        words.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop if beside else _ANYWHERE)
        words.addWidget(self._text, 1 if beside else 0)
        row.addLayout(words, 1)
        self._words, self._beside = words, beside
        self._row = row
        self.say(text, tone, title=title)

    def add_button(self, button: QWidget) -> None:
        """At the right; icon and words then stand in the middle of its height."""
        self._row.addWidget(button)
        for widget in (self._icon, self._title) if self._beside else (self._icon,):
            self._words.setAlignment(widget, Qt.AlignmentFlag.AlignVCenter)
            self._row.setAlignment(widget, Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str, tone: Tone, *, title: str = "") -> None:
        """Change words and tone together. Empty words hide the box."""
        self._title.setText(title)
        reveal(self._title, shown=bool(title))
        self._text.setText(text)
        reveal(self._text, shown=bool(text))
        self._icon.set_tone(tone)
        self.set_tone(tone)
        self.setAccessibleName(f"{title} {text}".strip())
        reveal(self, shown=bool(title or text))

    def say_again(self, again: Callable[[str], str]) -> None:
        """Title and words are one name for screen readers."""
        self.setAccessibleName(f"{again(self._title.text())} {again(self._text.text())}".strip())

    def text(self) -> str:
        """The words now shown."""
        return self._text.text()
