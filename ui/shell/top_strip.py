"""The strip at the top: where, who, how the books stand, what time it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.domain.identities import Clerk
from app.domain.shift_summary import CurrentShift
from app.messages import text
from app.queries.standing import Station
from ui.shell.stamp import Stamp
from ui.shell.sync_chip import SyncChip
from ui.style.metrics import BAR, px
from ui.style.theme import part
from ui.widgets.labels import Elided, Text

_ROOMY = 860


class TopStrip(QWidget):
    """``chip`` is the sync chip."""

    def __init__(self) -> None:
        super().__init__()
        part(self, "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(px(BAR))
        self.chip = SyncChip()
        self._name = self._shift = self._time = ""
        self._office = Elided("", "strip-text", least=84)
        self._counter = Text("", "strip-text")
        self._clerk = Elided("", "strip-text", least=84)
        self._clock = Text("", "strip-text")
        self._rules = (_upright(), _upright())
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(px(16))
        row.addWidget(Stamp())
        row.addSpacing(-px(8))
        row.addWidget(Text(text("ui.strip.name"), "strip-name"))
        row.addWidget(self._office)
        row.addWidget(self._rules[0])
        row.addWidget(self._counter)
        row.addWidget(self._rules[1])
        row.addWidget(self._clerk)
        row.addStretch(1)
        row.addWidget(self.chip)
        row.addWidget(self._clock)
        for label in (self._office, self._clerk):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.show_clerk(None)

    def show_station(self, station: Station) -> None:
        """Office and counter."""
        self._office.setText(
            text("ui.strip.office", office=station.office_code, name=station.office_name)
        )
        self._counter.setText(text("ui.strip.counter", counter=station.counter))

    def show_clerk(self, clerk: Clerk | None) -> None:
        """Who is signed in."""
        self._name = clerk.name if clerk else ""
        self._rules[1].setVisible(clerk is not None)
        self._show_who()

    def show_shift(self, shift: CurrentShift | None) -> None:
        """The shift that money goes to now; nothing where none is open."""
        self._shift = "" if shift is None else text("ui.strip.shift", serial=shift.serial)
        self._show_who()

    def _show_who(self) -> None:
        parts = (self._name, self._shift) if self._name else ()
        self._clerk.setText(" · ".join(part for part in parts if part))

    def show_time(self, words: str) -> None:
        """The clock; with large text without the day."""
        self._time = words
        roomy = self.width() >= px(_ROOMY) or not self.isVisible()
        self._clock.setText(words if roomy else words.rpartition(" · ")[2])

    def showEvent(self, event: QShowEvent) -> None:
        """Its width is known now."""
        super().showEvent(event)
        self.show_time(self._time)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size of window."""
        super().resizeEvent(event)
        self.show_time(self._time)

    def fit_again(self) -> None:
        """The text has another size."""
        self.show_time(self._time)


def _upright() -> QFrame:
    rule = QFrame()
    part(rule, "strip-rule")
    rule.setFixedSize(1, px(20))
    return rule
