"""One page measured in millimetres from its top left corner, drawn by reportlab."""

from io import BytesIO
from math import floor
from typing import Literal

from reportlab.lib.colors import black, white
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.theme import DOT_MM, Style, register_fonts

_HAIR_MM = DOT_MM / 16

Align = Literal["left", "centre", "right"]


class Sheet:
    """``invariant``: the same drawing gives the same bytes, on every machine and every day."""

    def __init__(self, width: float, height: float, title: str) -> None:
        register_fonts()
        self._out = BytesIO()
        self._height = height
        self._canvas = Canvas(
            self._out,
            pagesize=(_just_under(width * mm), _just_under(height * mm)),
            pageCompression=1,
            invariant=1,
        )
        self._canvas.setTitle(title)

    def text(
        self,
        at: tuple[float, float],
        text: str,
        style: Style,
        *,
        align: Align = "left",
        on_black: bool = False,
    ) -> None:
        """``at`` is the baseline's left end, middle or right end, by ``align``."""
        x, y = at[0] * mm, (self._height - at[1]) * mm
        self._canvas.setFont(style.font, style.size * mm)
        if on_black:
            self._canvas.setFillColor(white)
        if align == "left":
            self._canvas.drawString(x, y, text)
        elif align == "right":
            self._canvas.drawRightString(x, y, text)
        else:
            self._canvas.drawCentredString(x, y, text)
        if on_black:
            self._canvas.setFillColor(black)

    def fill(self, x: float, y: float, width: float, height: float) -> None:
        """A black rectangle on whole dots; (``x``, ``y``) is its top left corner.

        It is drawn a hair smaller, since renderers blacken every dot that an edge touches.
        """
        self._canvas.rect(
            (x + _HAIR_MM) * mm,
            (self._height - y - height + _HAIR_MM) * mm,
            (width - 2 * _HAIR_MM) * mm,
            (height - 2 * _HAIR_MM) * mm,
            stroke=0,
            fill=1,
        )

    def pdf(self) -> bytes:
        self._canvas.showPage()
        self._canvas.save()
        return self._out.getvalue()


def _just_under(points: float) -> float:
    """Thousandths of a point, downwards: rounding up would add a dot and stretch every bar."""
    return floor(points * 1000) / 1000
