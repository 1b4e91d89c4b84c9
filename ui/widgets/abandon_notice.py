"""Asked on the page itself when Esc would lose what was entered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.style.tokens import Tone
from ui.widgets.key_button import KeyButton
from ui.widgets.notice import Notice

_KEY = "Alt+B"


class AbandonNotice(Notice):
    """Hidden until ``ask``. ``abandoned`` when the clerk throws the work away on purpose.

    The key works while ``page`` is in front, even from the universal box.
    """

    abandoned = Signal()

    def __init__(self, question: str, word: str, page: QWidget) -> None:
        super().__init__()
        self._question = question
        button = KeyButton(word, _KEY)
        button.clicked.connect(self.abandoned)
        self.add_button(button)
        self._key = QShortcut(QKeySequence(_KEY), page)
        self._key.setContext(Qt.ShortcutContext.WindowShortcut)
        self._key.activated.connect(self.abandoned)
        self.withdraw()

    def ask(self) -> None:
        """Show the question; the key works from now on."""
        self.say(self._question, Tone.WARN)
        self._key.setEnabled(True)

    def withdraw(self) -> None:
        """The clerk went on working."""
        self.say("", Tone.WARN)
        self._key.setEnabled(False)

    def is_asking(self) -> bool:
        """Whether the question is shown."""
        return not self.isHidden()
