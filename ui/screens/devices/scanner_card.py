"""How the scanner is reached, and its self-test: a code to scan, what came of it. Layout only."""

from importlib import resources

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from app.domain.devices import SCANNERS
from app.domain.scan_test import SELF_TEST
from app.messages import text
from ui.screens.devices.presenter import Chosen
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.labels import Rule, Text
from ui.widgets.notice import Notice

_QUIET_MS = 700
_SHORTEST = 6


class ScannerCard(Card):
    """Signals: ``chosen(kind, port)`` by the clerk's hand only; ``typed(text)``: something came
    like typing, and no Enter behind it.
    """

    chosen = Signal(str, str)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__(text("ui.devices.scanner"))
        self._state = Notice("", Tone.INFO)
        self.kind = Choice(text("ui.devices.scanner"), _kinds())
        self.port = Choice(text("ui.devices.port"))
        self._ports: tuple[tuple[str, str], ...] = ()
        self.field = Entry()
        self.field.setAccessibleName(text("ui.scan_test.field"))
        self.field.setPlaceholderText(text("ui.scan_test.field"))
        self.result = Notice("", Tone.INFO)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._came_to_rest)
        self.field.typed.connect(lambda _text: self._quiet.start())
        self.field.entered.connect(self._came_to_rest)
        self.kind.changed.connect(lambda kind: self.chosen.emit(kind, self.port.value()))
        self.port.changed.connect(lambda port: self.chosen.emit(self.kind.value(), port))
        self._arrange()

    def show_state(self, words: str, tone: Tone) -> None:
        """How the way to it stands."""
        self._state.say(words, tone)

    def show_choices(self, chosen: Chosen) -> None:
        """What is chosen; ports only where there are some."""
        if chosen.ports != self._ports:
            self._ports = chosen.ports
            self.port.set_options(chosen.ports)
        self.kind.set_value(chosen.scanner)
        self.port.set_value(chosen.port)
        self.port.setVisible(chosen.scanner == "serial")

    def show_diagnosis(self, words: str, tone: Tone) -> None:
        """What came of the scan; the field is ready for the next."""
        self._quiet.stop()
        self.field.clear()
        self.result.say(words, tone)

    def _came_to_rest(self) -> None:
        came = self.field.value()
        if len(came) >= _SHORTEST:
            self.typed.emit(came)

    def _arrange(self) -> None:
        self.body.setSpacing(px(9))
        self.body.addWidget(self._state)
        self.body.addWidget(self.kind)
        self.body.addWidget(self.port)
        self.body.addWidget(Rule())
        self.body.addWidget(Text(text("ui.scan_test.title"), "strong"))
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(_picture(), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(8))
        words.addWidget(Text(text("ui.scan_test.how"), "secondary", wrap=True))
        words.addWidget(self.field)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.result)
        self.body.addStretch(1)


def _kinds() -> tuple[tuple[str, str], ...]:
    return tuple((kind, text(f"ui.devices.kind.{kind}")) for kind in SCANNERS)


def _picture() -> QLabel:
    """The code to scan, black on white in every theme, in whole pixels."""
    picture = QPixmap(str(resources.files("resources") / "icons" / "scan-test.png"))
    label = QLabel()
    side = picture.width() * max(2, px(5))
    label.setPixmap(picture.scaled(side, side, mode=Qt.TransformationMode.FastTransformation))
    label.setFixedSize(side, side)
    label.setAccessibleName(text("ui.scan_test.code", code=SELF_TEST))
    return label
