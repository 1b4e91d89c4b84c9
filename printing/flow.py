"""Lays a document out from top to bottom before its height is known, then draws it."""

from dataclasses import dataclass
from typing import Protocol

from printing.barcodes import LinearCode, SquareCode
from printing.sheet import Align, Sheet
from printing.theme import BODY, DOT_MM, SMALL, Style, line, on_dots, width_of

_GUTTER = 2.0


class _Mark(Protocol):
    def draw(self, sheet: Sheet, top: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Column:
    left: float
    width: float

    @property
    def right(self) -> float:
        return self.left + self.width

    def inset(self, left: float, right: float = 0.0) -> "Column":
        return Column(self.left + left, self.width - left - right)


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    style: Style
    column: Column
    baseline: float
    align: Align = "left"
    on_black: bool = False

    def draw(self, sheet: Sheet, top: float) -> None:
        x = {
            "left": self.column.left,
            "centre": self.column.left + self.column.width / 2,
            "right": self.column.right,
        }[self.align]
        at = (x, top + self.baseline)
        sheet.text(at, self.text, self.style, align=self.align, on_black=self.on_black)


@dataclass(frozen=True, slots=True)
class _Bar:
    column: Column
    y: float
    height: float

    def draw(self, sheet: Sheet, top: float) -> None:
        sheet.fill(self.column.left, top + self.y, self.column.width, self.height)


@dataclass(frozen=True, slots=True)
class _Code:
    code: LinearCode | SquareCode
    x: float
    y: float

    def draw(self, sheet: Sheet, top: float) -> None:
        self.code.draw(sheet, self.x, top + self.y)


@dataclass(frozen=True, slots=True)
class _Inset:
    flow: "Flow"
    y: float

    def draw(self, sheet: Sheet, top: float) -> None:
        self.flow.draw(sheet, top + self.y)


class Flow:
    """What was added ends at ``y``; ``draw`` puts the whole at any height of a page."""

    def __init__(self, column: Column) -> None:
        self.column = column
        self.y = 0.0
        self._marks: list[_Mark] = []

    def draw(self, sheet: Sheet, top: float) -> None:
        for mark in self._marks:
            mark.draw(sheet, top)

    def gap(self, height: float) -> None:
        self.y += height

    def paragraph(
        self,
        text: str,
        style: Style = BODY,
        *,
        align: Align = "left",
        column: Column | None = None,
        on_black: bool = False,
    ) -> None:
        """Wrapped text; empty text takes no room."""
        place = column or self.column
        for words in line(text, style, place.width):
            baseline = self.y + style.baseline
            self._marks.append(_Words(words, style, place, baseline, align, on_black))
            self.y += style.leading

    def pair(self, left: str, right: str, style: Style = BODY, amount: Style | None = None) -> None:
        """A label that wraps and, on its last baseline, an amount that never does."""
        figure = amount or style
        self.y += max(0.0, figure.baseline - style.baseline)
        self.paragraph(left, style, column=self.column.inset(0, width_of(right, figure) + _GUTTER))
        baseline = self.y - style.leading + style.baseline
        self._marks.append(_Words(right, figure, self.column, baseline, "right"))
        self.y = max(self.y, baseline - figure.baseline + figure.leading)

    def labelled(self, label: str, text: str, style: Style = BODY, tab: float = 18.0) -> None:
        """A small caption and, beside it, wrapped text; without text nothing at all."""
        if text:
            baseline = self.y + style.baseline
            caption = SMALL.scaled(style.size / BODY.size)
            self._marks.append(_Words(label, caption, self.column, baseline))
            self.paragraph(text, style, column=self.column.inset(tab))

    def cells(self, cells: tuple[tuple[str, str], ...], style: Style) -> None:
        """Captions in a row with their values under them, in columns of one width."""
        width = self.column.width / len(cells)
        lower = self.y + SMALL.leading
        for number, (caption, value) in enumerate(cells):
            cell = self.column.inset(number * width)
            self._marks.append(_Words(caption, SMALL, cell, self.y + SMALL.baseline))
            self._marks.append(_Words(value, style, cell, lower + style.baseline))
        self.y = lower + style.leading

    def rule(self, dots: int = 2, *, above: float = 1.25, below: float = 0.75) -> None:
        self.y = on_dots(self.y + above)
        self._marks.append(_Bar(self.column, self.y, dots * DOT_MM))
        self.y += dots * DOT_MM + below

    def band(self, left: str, right: str, style: Style, *, padding: float = 1.25) -> None:
        """White on a black bar, for what must be seen first. ``left`` wraps."""
        self.y = on_dots(self.y)
        inner = self.column.inset(padding, padding)
        room = inner.inset(0, width_of(right, style) + _GUTTER if right else 0.0)
        lines = len(line(left, style, room.width))
        height = on_dots(lines * style.leading + padding / 2)
        self._marks.append(_Bar(self.column, self.y, height))
        end = self.y + height
        self.y += (height - lines * style.leading) / 2
        baseline = self.y + style.baseline
        self._marks.append(_Words(right, style, inner, baseline, "right", on_black=True))
        self.paragraph(left, style, column=room, on_black=True)
        self.y = end

    def linear_code(self, code: LinearCode) -> None:
        """Centred and on whole dots; the column is wide enough for its quiet zones."""
        self.y = on_dots(self.y)
        x = on_dots(self.column.left + (self.column.width - code.width) / 2)
        self._marks.append(_Code(code, x, self.y))
        self.y += code.height

    def centred_code(self, code: SquareCode) -> None:
        """A QR code alone in the middle, with its quiet zone above and below."""
        self.y = on_dots(self.y + code.quiet)
        x = on_dots(self.column.left + (self.column.width - code.side) / 2)
        self._marks.append(_Code(code, x, self.y))
        self.y += code.side + code.quiet

    def square_code(self, code: SquareCode, beside: "Flow") -> None:
        """A QR code at the left and ``beside``, laid out already, at its right."""
        self.y = on_dots(self.y + code.quiet / 2)
        height = max(code.side, beside.y)
        self._marks.append(_Code(code, on_dots(self.column.left), self.y))
        self._marks.append(_Inset(beside, self.y + (height - beside.y) / 2))
        self.y += height + code.quiet / 2
