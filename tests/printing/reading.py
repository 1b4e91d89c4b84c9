"""Reads a document back the way the world does: a 203 dpi print head, a scanner, a reader."""

from dataclasses import dataclass
from unicodedata import normalize

import pypdfium2
import zxingcpp
from PIL.Image import Dither, Image

HEAD_DPI = 203


@dataclass(frozen=True)
class Read:
    pages: int
    size_mm: tuple[float, float]
    text: str
    image: Image
    linear: tuple[str, ...]
    square: tuple[str, ...]


def read(pdf: bytes, dpi: float = HEAD_DPI) -> Read:
    """``text`` has one blank wherever the page has any, so that wrapped text compares."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        width, height = page.get_size()
        text = page.get_textpage().get_text_range()
        image = page.render(scale=dpi / 72, grayscale=True).to_pil()
        pages = len(document)
    mono = image.convert("1", dither=Dither.NONE)
    found = zxingcpp.read_barcodes(mono)
    return Read(
        pages=pages,
        size_mm=(round(width / 72 * 25.4, 3), round(height / 72 * 25.4, 3)),
        text=" ".join(text.split()),
        image=mono,
        linear=tuple(c.text for c in found if c.format == zxingcpp.BarcodeFormat.Code128),
        square=tuple(c.text for c in found if c.format == zxingcpp.BarcodeFormat.QRCode),
    )


def is_composed(text: str) -> bool:
    return normalize("NFC", text) == text


def ink(image: Image) -> tuple[int, int, int, int]:
    """The box of everything black: left, top, right, bottom in dots."""
    box = image.convert("L").point(lambda value: 255 - value).getbbox()
    assert box is not None, "the page is empty"
    return box
