"""Code 128 and QR drawn at whole dots of the print head, so that every bar is as wide as meant."""

import segno
from barcode.codex import Code128
from barcode.writer import BaseWriter

from printing.sheet import Sheet
from printing.theme import DOT_MM

QUIET_MODULES = 10  # on either side of Code 128
QR_QUIET_MODULES = 4
LOWEST_BAR_MM = 9.0


class _SheetWriter(BaseWriter):
    """Paints python-barcode's modules straight onto the page; its SVG detour costs forty times."""

    def __init__(self, sheet: Sheet, at: tuple[float, float]) -> None:
        super().__init__(None, self._bar, None, lambda: None)
        self._sheet = sheet
        self._at = at

    def _bar(self, x: float, y: float, width: float, colour: str) -> None:
        if colour == "black":
            left, top = self._at
            self._sheet.fill(left + x, top + y, width, self.module_height)


class LinearCode:
    """A Code 128 of ``text``; one module is ``dots`` printer dots wide."""

    def __init__(self, text: str, *, dots: int, height: float) -> None:
        if height < LOWEST_BAR_MM:
            raise ValueError("bars under 9 mm do not scan reliably")
        self._text = text
        self._module = dots * DOT_MM
        self.height = height
        self.width = len(Code128(text).build()[0]) * self._module
        self.quiet = QUIET_MODULES * self._module

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """(``x``, ``y``) is the top left corner of the first bar: keep ``quiet`` free beside it."""
        Code128(self._text, writer=_SheetWriter(sheet, (x, y))).render(
            {
                "module_width": self._module,
                "module_height": self.height,
                "quiet_zone": 0.0,
                "margin_top": 0.0,
                "write_text": False,
            }
        )


def modules_of(text: str) -> tuple[bytes, ...]:
    """The QR code of ``text`` at error level M, row by row; 1 is dark."""
    code = segno.make_qr(text, error="m", boost_error=False)
    return tuple(bytes(row) for row in code.matrix)


class SquareCode:
    """A QR code of ``text`` at error level M, without its quiet zone."""

    def __init__(self, text: str, *, dots: int) -> None:
        self._rows = modules_of(text)
        self._module = dots * DOT_MM
        self.side = len(self._rows) * self._module
        self.quiet = QR_QUIET_MODULES * self._module

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        for number, row in enumerate(self._rows):
            start = 0
            while (start := row.find(1, start)) >= 0:
                end = row.find(0, start)
                end = len(row) if end < 0 else end
                sheet.fill(
                    x + start * self._module,
                    y + number * self._module,
                    (end - start) * self._module,
                    self._module,
                )
                start = end
