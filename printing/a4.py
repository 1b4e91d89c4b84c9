"""Pages of A4, filled from top to bottom; what does not fit goes on the next. Millimetres."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.sheet import Align
from printing.theme import Style, line, register_fonts

WIDTH: Final = 210.0
HEIGHT: Final = 297.0
MARGIN: Final = 15.0
FOOT: Final = 12.0
INSIDE: Final = WIDTH - 2 * MARGIN
GREY: Final = HexColor(0x5A6470)
PALE: Final = HexColor(0xEEF1F4)
LINE: Final = HexColor(0xC9D0D8)

_FOOT_STYLE: Final = Style("TemRegular", 2.5)


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in a column that begins at ``left``; an amount stands at the right of its column."""

    words: str
    left: float
    width: float
    style: Style
    align: Align = "left"
    colour: Color = black


class A4:
    """Draws at ``y`` from the top and goes on below. The same calls give the same bytes."""

    def __init__(self, title: str, foot: str) -> None:
        register_fonts()
        self._title = title
        self._foot = foot
        self._pages: list[list[Callable[[Canvas], None]]] = [[]]
        self.y = MARGIN

    @property
    def left_over(self) -> float:
        """Millimetres between here and the foot of the page."""
        return HEIGHT - FOOT - MARGIN / 2 - self.y

    def need(self, height: float) -> bool:
        """Go on at the next page unless ``height`` fits here; whether it was turned."""
        if height <= self.left_over:
            return False
        self._pages.append([])
        self.y = MARGIN
        return True

    def gap(self, height: float) -> None:
        self.y += height

    def paragraph(self, words: str, style: Style, *, colour: Color = black) -> None:
        """Wrapped; empty words take no room."""
        for part in line(words, style, INSIDE):
            self.need(style.leading)
            self._text((MARGIN, self.y + style.baseline), part, style, "left", colour)
            self.y += style.leading

    def cells(self, cells: Sequence[Cell], *, padding: float = 0.6, fill: bool = False) -> None:
        """One row; words that are wider than their column wrap, and the row grows."""
        height = row_height(cells, padding)
        self.need(height)
        if fill:
            self._rectangle(self.y, height, PALE)
        for cell in cells:
            x = {"left": 0.0, "centre": cell.width / 2, "right": cell.width}[cell.align] + cell.left
            for number, part in enumerate(line(cell.words, cell.style, cell.width)):
                down = self.y + padding + number * cell.style.leading + cell.style.baseline
                self._text((x, down), part, cell.style, cell.align, cell.colour)
        self.y += height

    def rule(self, *, heavy: bool = False) -> None:
        """A line across the page."""
        top, colour = self.y, black if heavy else LINE
        self._add(lambda canvas: _rule(canvas, top, colour, 0.9 if heavy else 0.5))

    def drawing(self, drawing: Drawing) -> None:
        """A drawing of reportlab's, as wide as the page is inside."""
        height = drawing.height / mm
        self.need(height)
        bottom = HEIGHT - self.y - height
        self._add(lambda canvas: renderPDF.draw(drawing, canvas, MARGIN * mm, bottom * mm))
        self.y += height

    def pdf(self) -> bytes:
        """All pages, each with its number."""
        out = BytesIO()
        size = (WIDTH * mm, HEIGHT * mm)
        canvas = Canvas(out, pagesize=size, pageCompression=1, invariant=1)
        canvas.setTitle(self._title)
        for number, marks in enumerate(self._pages, 1):
            for mark in marks:
                mark(canvas)
            _foot(canvas, self._foot, f"{number}/{len(self._pages)}")
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    def _text(
        self, at: tuple[float, float], words: str, style: Style, align: Align, colour: Color
    ) -> None:
        self._add(lambda canvas: _write(canvas, at, words, style, align, colour))

    def _rectangle(self, top: float, height: float, colour: Color) -> None:
        self._add(lambda canvas: _fill(canvas, top, height, colour))

    def _add(self, mark: Callable[[Canvas], None]) -> None:
        self._pages[-1].append(mark)


def row_height(cells: Sequence[Cell], padding: float = 0.6) -> float:
    """What a row of these takes."""
    heights = [len(line(cell.words, cell.style, cell.width)) * cell.style.leading for cell in cells]
    return max(heights, default=0.0) + 2 * padding


def _write(
    canvas: Canvas,
    at: tuple[float, float],
    words: str,
    style: Style,
    align: Align,
    colour: Color,
) -> None:
    x, y = at[0] * mm, (HEIGHT - at[1]) * mm
    canvas.setFont(style.font, style.size * mm)
    canvas.setFillColor(colour)
    draw = {
        "left": canvas.drawString,
        "right": canvas.drawRightString,
        "centre": canvas.drawCentredString,
    }[align]
    draw(x, y, words)


def _fill(canvas: Canvas, top: float, height: float, colour: Color) -> None:
    canvas.setFillColor(colour)
    canvas.rect(
        MARGIN * mm, (HEIGHT - top - height) * mm, INSIDE * mm, height * mm, stroke=0, fill=1
    )


def _rule(canvas: Canvas, top: float, colour: Color, width: float) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    y = (HEIGHT - top) * mm
    canvas.line(MARGIN * mm, y, (WIDTH - MARGIN) * mm, y)


def _foot(canvas: Canvas, words: str, page: str) -> None:
    down = HEIGHT - FOOT + 4
    _rule(canvas, HEIGHT - FOOT, LINE, 0.5)
    _write(canvas, (MARGIN, down), words, _FOOT_STYLE, "left", GREY)
    _write(canvas, (WIDTH - MARGIN, down), page, _FOOT_STYLE, "right", GREY)
