"""A word in a frame: a state, a class. The letter or sign in it says what the colour says."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy

from ui.style.theme import restyle
from ui.style.tokens import Tone
from ui.widgets.labels import Text
from ui.widgets.visible import reveal


class Badge(Text):
    """``sign`` stands before the words, e.g. "▲" or "✓"."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN, *, sign: str = "") -> None:
        super().__init__("", "badge")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.say(text, tone, sign=sign)

    def say(self, text: str, tone: Tone, *, sign: str = "") -> None:
        """Change words and tone together; no words, no badge."""
        self._words, self._sign = text, sign
        self.setText(f"{sign} {text}".strip())
        restyle(self, "tone", str(tone))
        reveal(self, shown=bool(text))

    def say_again(self, again: Callable[[str], str]) -> None:
        """The same in another language, behind the same sign."""
        self._words = again(self._words)
        self.setText(f"{self._sign} {self._words}".strip())
