"""Whether the item was looked at, in one line: layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.drafts import ItemEntry
from app.domain.reference.catalogue import Catalogue
from app.messages import text
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.marks import Icon


class CheckLine(QWidget):
    """``asked``: the points are to be shown."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._catalogue: Catalogue | None = None
        self._label = Text("", "label")
        self._icon = Icon(Tone.WARN)
        self._words = Text("", "strong", wrap=True)
        self.button = KeyButton(text("ui.acceptance.open_checks"), "F7")
        self.button.clicked.connect(self.asked)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._label)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)
        words.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """The checklist and its version."""
        self._catalogue = catalogue
        self._label.setText(text("ui.acceptance.checks", version=catalogue.checklist.version))

    def show_entry(self, entry: ItemEntry) -> None:
        """Confirmed, or still to be done."""
        if self._catalogue is None:
            return
        checklist = self._catalogue.checklist
        done = not checklist.missing(entry.service, entry.checked)
        labels = [point.label for point in checklist.points_for(entry.service)]
        words = " · ".join([labels[0], *(each[:1].lower() + each[1:] for each in labels[1:])])
        tone = Tone.GOOD if done else Tone.WARN
        self._words.setText(words if done else text("ui.acceptance.unchecked"))
        self._words.set_tone(tone)
        self._icon.set_tone(tone)

    def set_problem(self, sentence: str) -> None:
        """What the counter says of the checks; "" when all is well."""
        if sentence:
            self._words.setText(sentence)
            self._words.set_tone(Tone.BAD)
            self._icon.set_tone(Tone.BAD)
