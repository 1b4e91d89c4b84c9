"""A window with a scan channel, for tests of it."""

from PySide6.QtWidgets import QWidget

from tests.fakes.hands import Hands, Show
from ui.scanning import ScanChannel

ITEM = "EE471108151VN"


class Counter:
    """A window with a channel; ``scans`` are those it told of."""

    def __init__(self, show: Show, *widgets: QWidget, prefix: str = "") -> None:
        self.window = show(*widgets)
        self.channel = ScanChannel(prefix)
        self.channel.watch(self.window)
        self.scans: list[str] = []
        self.channel.scanned.connect(self.scans.append)
        self.hands = Hands(self.window)
        widgets[0].setFocus()
