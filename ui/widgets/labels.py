"""Text that is never cut through a diacritic: it wraps, or ends in an ellipsis."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from ui.style.metrics import px
from ui.style.theme import part, restyle
from ui.style.tokens import Tone


class Text(QLabel):
    """Plain text in one of the sheet's parts; never read as markup."""

    def __init__(self, text: str = "", name: str = "body", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        part(self, name)

    def set_tone(self, tone: Tone) -> None:
        """Colour by meaning; the words must say it too."""
        restyle(self, "tone", str(tone))


class Elided(Text):
    """One line that ends in "…" where there is no room; the whole text stands in the tooltip.

    ``least``: the room it asks for at any rate, at 100 %, when its text is as long.
    """

    def __init__(self, text: str = "", name: str = "body", *, least: int = 24) -> None:
        super().__init__(text, name)
        self._least = least
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters: the layout may take the rest."""
        whole = super().minimumSizeHint()
        return QSize(min(px(self._least), whole.width()), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw what fits."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip(self.text() if shown != self.text() else "")
        self.style().drawItemText(
            painter,
            room,
            int(self.alignment()),
            option.palette,
            bool(option.state & QStyle.StateFlag.State_Enabled),
            shown,
            self.foregroundRole(),
        )


class Rule(QFrame):
    """A thin line between parts; ``heavy`` stands above a total."""

    def __init__(self, *, heavy: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        part(self, "heavy-rule" if heavy else "rule")
        self.setFixedHeight(px(2) if heavy else 1)
