"""The bars of the daily report, drawn by reportlab's graphics from the value of the screen."""

from collections.abc import Sequence
from typing import Literal

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from app.domain.chart import scale_for
from app.domain.daily_report import Bar
from app.domain.money import format_vnd
from printing.a4 import GREY, LINE

_BAR = HexColor(0x0F766E)
_BACK = HexColor(0xB4532A)
_LETTERS = 2.5
_LEFT, _BOTTOM, _TOP = 20.0, 5.0, 3.0
_WIDEST = 12.0


def hour_chart(bars: Sequence[Bar], width: float, height: float) -> Drawing:
    """``width`` × ``height`` millimetres; money that went back hangs below the line of nought."""
    scale = scale_for(bar.figure.amount for bar in bars)
    drawing = Drawing(width * mm, height * mm)
    inside = height - _BOTTOM - _TOP

    def up(amount: int) -> float:
        return (_BOTTOM + scale.share(amount) * inside) * mm

    for tick in scale.ticks:
        drawing.add(Line(_LEFT * mm, up(tick), width * mm, up(tick), strokeColor=LINE))
        drawing.add(_words(format_vnd(tick), (_LEFT - 2) * mm, up(tick) - 0.8 * mm, "end"))
    room = (width - _LEFT) / max(1, len(bars))
    for place, bar in enumerate(bars):
        middle = (_LEFT + (place + 0.5) * room) * mm
        wide = min(room * 0.62, _WIDEST) * mm
        amount = bar.figure.amount
        foot, top = sorted((up(0), up(amount)))
        column = Rect(middle - wide / 2, foot, wide, top - foot)
        column.fillColor = _BAR if amount >= 0 else _BACK
        column.strokeColor = None
        drawing.add(column)
        drawing.add(_words(bar.label, middle, 0.8 * mm, "middle"))
    return drawing


def _words(words: str, x: float, y: float, anchor: Literal["middle", "end"]) -> String:
    return String(
        x,
        y,
        words,
        fontName="TemRegular",
        fontSize=_LETTERS * mm,
        fillColor=GREY,
        textAnchor=anchor,
    )
