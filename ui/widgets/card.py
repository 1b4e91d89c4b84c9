"""A panel of the work area."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.style.metrics import px
from ui.style.theme import part
from ui.widgets.labels import Text


class Card(QFrame):
    """A framed panel: put widgets into ``body``; what belongs beside the title into ``head``."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        part(self, "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(15), px(13), px(15), px(15))
        outer.setSpacing(px(8))
        self._title = Text(title, "head")
        self.head = QHBoxLayout()
        self.head.setSpacing(px(8))
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        outer.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(8))
        outer.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """The words above the panel; also its name for screen readers."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)
