"""Printers at the left, the scanner at the right. Layout only."""

from ui.screens.devices.presenter import Chosen
from ui.screens.devices.printers_card import PrintersCard
from ui.screens.devices.rows import PrinterRow
from ui.screens.devices.scanner_card import ScannerCard
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.columns import Columns
from ui.widgets.page import Page

_BESIDE = 900
_LEAST = (600, 560)


class DevicesView(Page):
    """``printers`` and ``scanner`` have the signals."""

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.printers = PrintersCard()
        self.scanner = ScannerCard()
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        row.addWidget(self.printers, 3)
        row.addWidget(self.scanner, 2)

    def needs(self) -> int:
        """No sentence is squeezed: the window scrolls instead."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(self.width()) if layout is not None else 0

    def show_printers(self, rows: tuple[PrinterRow, ...]) -> None:
        """Every printer with its state."""
        self.printers.show_printers(rows)

    def show_choices(self, chosen: Chosen) -> None:
        """What is chosen for papers and scanner."""
        self.printers.show_choices(chosen)
        self.scanner.show_choices(chosen)

    def show_scanner(self, words: str, tone: Tone) -> None:
        """How the way to the scanner stands."""
        self.scanner.show_state(words, tone)

    def show_diagnosis(self, words: str, tone: Tone) -> None:
        """What came of a scan."""
        self.scanner.show_diagnosis(words, tone)
