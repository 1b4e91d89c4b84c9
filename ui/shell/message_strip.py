"""One sentence above the keys: a fault of the computer, or what has just been done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.messages import text
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.labels import Text
from ui.widgets.marks import Icon
from ui.widgets.tone_panel import TonePanel
from ui.widgets.visible import reveal


class MessageStrip(TonePanel):
    """Takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(rounded=False)
        self._icon = Icon()
        self._text = Text("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(6), px(16), px(7))
        row.setSpacing(px(10))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._said = Tone.INFO
        self._code = Text("", "secondary")
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        self.say("")

    def say(self, sentence: str, tone: Tone = Tone.INFO, code: str = "") -> None:
        """Show ``sentence``; "" takes the strip away. ``code`` is read out to the helpdesk."""
        self._code.setText(text("ui.problems.code", code=code) if code else "")
        reveal(self._code, shown=bool(code))
        self._text.setText(sentence)
        self._icon.set_tone(tone)
        self.set_tone(tone)
        self._said = tone
        self.setAccessibleName(sentence)
        reveal(self, shown=bool(sentence))

    def clear(self, _typed: str = "") -> None:
        """Nothing to say any more."""
        self.say("")

    def tone(self) -> Tone:
        """Of the sentence now shown."""
        return self._said

    def text(self) -> str:
        """The sentence now shown."""
        return self._text.text()
