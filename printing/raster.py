"""Documents as the dots of a print head: 8 to the millimetre, black or white."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

from printing.theme import DOT_MM

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfPage

_SCALE: Final = 1 / DOT_MM * 25.4 / 72
_BLACK: Final = bytes(48 + (grey < 150) for grey in range(256))
"""Grey to the digits 1 and 0: letters are smoothed when drawn, and 150 keeps their stems."""

_one_at_a_time = Lock()  # the renderer is not made for threads


@dataclass(frozen=True, slots=True)
class Dots:
    """One page. Each row is ``stride`` bytes, the leftmost dot in the highest bit, 1 is black."""

    width: int
    rows: tuple[bytes, ...]

    @property
    def stride(self) -> int:
        return (self.width + 7) // 8


class PageTooWide(ValueError):
    """There is ink where the head does not reach; the page has ``dots``."""

    def __init__(self, dots: int) -> None:
        super().__init__(f"the page has ink over {dots} dots")
        self.dots = dots


def pages(pdf: bytes, head: int | None = None) -> tuple[Dots, ...]:
    """Every page, at the width of ``head`` dots: margins are cut or added alike on both sides.

    Without ``head`` a page is as wide as it was drawn. Raises PageTooWide.
    """
    import pypdfium2  # noqa: PLC0415 - only at the first paper

    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as document:
        return tuple(_page(page, head) for page in document)


def _page(page: "PdfPage", head: int | None) -> Dots:
    with closing(page), closing(page.render(scale=_SCALE, grayscale=True)) as bitmap:
        width = head or bitmap.width
        rows = tuple(_fit(row, width) for row in _rows(bitmap))
        return Dots(width, tuple(_packed(row, width) for row in rows))


def _rows(bitmap: "PdfBitmap") -> Iterator[bytes]:
    """One digit for each dot."""
    digits = bytes(bitmap.buffer).translate(_BLACK)
    for start in range(0, bitmap.height * bitmap.stride, bitmap.stride):
        yield digits[start : start + bitmap.width]


def _fit(row: bytes, width: int) -> bytes:
    surplus = len(row) - width
    if surplus <= 0:
        return row.rjust(len(row) + -surplus // 2, b"0").ljust(width, b"0")
    left = surplus // 2
    right = left + width
    if b"1" in row[:left] or b"1" in row[right:]:
        raise PageTooWide(len(row))
    return row[left:right]


def _packed(row: bytes, width: int) -> bytes:
    stride = (width + 7) // 8
    return int(row.ljust(stride * 8, b"0"), 2).to_bytes(stride, "big")
