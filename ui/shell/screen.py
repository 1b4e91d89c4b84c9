"""What the window asks of a screen. A screen object owns its view and its presenter."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtWidgets import QWidget

from ui.shell.handle import Key, KeyAction


class Screen(Protocol):
    """Inherit from it and override what differs; only ``widget`` and ``title`` are a must."""

    @property
    def widget(self) -> QWidget:
        """What fills the work area."""

    @property
    def title(self) -> str:
        """One or two words for help and screen readers."""

    def keys(self) -> Mapping[Key, KeyAction]:
        """The keys that mean something here, besides F1, F2 and Esc."""
        return {}

    def place(self) -> Key | None:
        """The key of the bar that stands for this page; the bar marks it."""
        return None

    def subject(self) -> str:
        """A code of what this page is about, for pages opened above it; "" for nothing."""
        return ""

    def focus_first(self) -> None:
        """The page has come to the front: put the focus where work begins or was left."""
        self.widget.setFocus()

    def basket(self) -> int | None:
        """The number of the basket on this page, 0 for one without; None for any other page."""
        return None

    def take_scan(self, text: str) -> bool:  # noqa: ARG002 - for those that override it
        """A scan arrived while this page is in front: True when it was used here."""
        return False

    def step_back(self) -> bool:
        """Esc: True when one step was taken inside the page."""
        return False

    def leave(self) -> bool:
        """Whether the page may go without losing anything; when not, say why on the page."""
        return True

    def close(self) -> None:
        """The page is gone for good: stop listening to changes."""
        return
