"""Rows of choices, each with its words: how the window looks and speaks at the left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from app.messages import text
from app.settings import Settings
from ui.style.metrics import px
from ui.style.tokens import Theme
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Rule, Text
from ui.widgets.page import Page

_LOOK = ("language", "theme", "text_scale", "sounds")
_LEAST = (600, 400)
_ROOMY = 860
_SIZES = (100, 125, 150, 175, 200)
_LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"))
"""Each in its own language: whoever cannot read the other finds it."""


class SettingsView(Page):
    """Signals: ``chosen(name, value)`` by the clerk's hand only."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.rows = {
            "language": Choice(text("ui.settings.language"), _LANGUAGES),
            "theme": Choice(text("ui.settings.theme"), _themes()),
            "text_scale": Choice(text("ui.settings.text_scale"), _sizes()),
            "sounds": Choice(text("ui.settings.sounds"), _switch()),
            "reveal_reason": Choice(text("ui.settings.reveal_reason"), _switch()),
        }
        self.devices = KeyButton(text("ui.devices.open"), "F8")
        self.access = KeyButton(text("ui.access.open"), "F7")
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(px(16), px(12), px(16), px(12))
        self._columns.setSpacing(px(12))
        self._columns.addWidget(self._look_card(), 3)
        right = QVBoxLayout()
        right.setSpacing(px(12))
        right.addWidget(self._devices_card())
        right.addWidget(self._privacy_card(), 1)
        self._columns.addLayout(right, 2)
        for name, row in self.rows.items():
            row.changed.connect(lambda value, which=name: self.chosen.emit(which, value))
            row.entered.connect(self.focusNextChild)
        self.setFocusProxy(self.rows["language"])

    def show_settings(self, settings: Settings) -> None:
        """What is chosen now."""
        known = settings.theme in set(Theme)
        self.rows["language"].set_value(settings.language)
        self.rows["theme"].set_value(settings.theme if known else Theme.LIGHT)
        self.rows["text_scale"].set_value(str(_nearest(settings.text_scale)))
        for name in ("sounds", "reveal_reason"):
            self.rows[name].set_value("on" if getattr(settings, name) else "off")

    def fit(self, room: int) -> None:
        """One card below the other when the text is large."""
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if room >= _ROOMY else ways.TopToBottom)

    def needs(self) -> int:
        """No row is squeezed: the window scrolls instead."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(self.width()) if layout is not None else 0

    def _devices_card(self) -> Card:
        card = Card(text("ui.settings.devices"))
        card.body.addWidget(Text(text("ui.settings.devices_how"), "secondary", wrap=True))
        card.body.addWidget(self.devices)
        return card

    def _privacy_card(self) -> Card:
        card = Card(text("ui.settings.privacy"))
        card.body.setSpacing(px(10))
        name = "reveal_reason"
        card.body.addLayout(_row(text(f"ui.settings.{name}"), _hint(name), self.rows[name]))
        card.body.addWidget(Rule())
        card.body.addWidget(Text(text("ui.access.how"), "secondary", wrap=True))
        card.body.addWidget(self.access)
        card.body.addStretch(1)
        return card

    def _look_card(self) -> Card:
        card = Card(text("ui.settings.look"))
        card.body.setSpacing(px(10))
        card.body.addWidget(Text(text("ui.settings.at_once"), "muted", wrap=True))
        for name in _LOOK:
            row = self.rows[name]
            card.body.addWidget(Rule())
            card.body.addLayout(_row(text(f"ui.settings.{name}"), _hint(name), row))
        card.body.addStretch(1)
        return card


def _row(label: str, hint: str, choice: Choice) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(px(4))
    column.addWidget(Text(label, "strong"))
    column.addWidget(Text(hint, "secondary", wrap=True))
    column.addSpacing(px(2))
    column.addWidget(choice)
    return column


def _hint(name: str) -> str:
    return text(f"ui.settings.{name}_how")


def _themes() -> tuple[tuple[str, str], ...]:
    return tuple((theme.value, text(f"ui.settings.theme.{theme}")) for theme in Theme)


def _sizes() -> tuple[tuple[str, str], ...]:
    return tuple((str(size), f"{size} %") for size in _SIZES)


def _switch() -> tuple[tuple[str, str], ...]:
    return tuple((each, text(f"ui.settings.{each}")) for each in ("on", "off"))


def _nearest(scale: int) -> int:
    """The file may have any size; the row shows the one next to it."""
    return min(_SIZES, key=lambda size: abs(size - scale))
